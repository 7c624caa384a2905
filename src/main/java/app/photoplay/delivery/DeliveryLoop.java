package app.photoplay.delivery;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.Pages;
import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.delivery.fit.Fitting;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReader;
import app.photoplay.job.JobReport;
import app.photoplay.job.Outcome;
import app.photoplay.job.Part;
import app.photoplay.retry.Backoff;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a delivery does each time it looks: show progress, or show the end.
final class DeliveryLoop {
  private static final Logger log = LoggerFactory.getLogger(DeliveryLoop.class);

  /// Over: nothing is to be done any more.
  private static final Duration OVER = Duration.ZERO;

  private static final Backoff RETRY = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
  private static final Duration SOON = Duration.ofMillis(1);
  private static final Duration NOT_ALLOWED = Duration.ofMillis(500);
  private static final Duration WHILE_WAITING = Duration.ofSeconds(10);
  private static final Duration UNSURE = Duration.ofSeconds(5);
  private static final int MOST_LOSSES = 5;
  private static final int MOST_MISFITS = 3;
  private static final Duration MISFIT = Duration.ofSeconds(20);

  /// Work that took longer is announced by a message of its own, because people have looked away.
  private static final Duration LONG = Duration.ofSeconds(20);

  private final DeliveryStore store;
  private final JobReader jobs;
  private final Results results;
  private final JobMessages cards;
  private final Function<JobId, OptionalDouble> fraction;
  private final BooleanSupplier allowed;
  private final InstantSource time;

  DeliveryLoop(
      DeliveryStore store,
      JobReader jobs,
      Results results,
      JobMessages cards,
      Function<JobId, OptionalDouble> fraction,
      BooleanSupplier allowed,
      InstantSource time) {
    this.store = store;
    this.jobs = jobs;
    this.results = results;
    this.cards = cards;
    this.fraction = fraction;
    this.allowed = allowed;
    this.time = time;
  }

  Round round(long delivery, ChatPlatform platform) {
    return new Round(delivery, platform);
  }

  /// One delivery, looked at again and again by one thread.
  final class Round {
    private final long id;
    private final ChatPlatform platform;
    private Duration least = SOON;
    private @Nullable String shown;
    private boolean hidden;
    private boolean fitted;
    private boolean away;
    private int failures;
    private int delays;
    private int losses;
    private int misfits;

    /// The best place in the queue that was shown.
    private QueuePlace best = new QueuePlace(Integer.MAX_VALUE, Optional.empty());

    private Round(long id, ChatPlatform platform) {
      this.id = id;
      this.platform = platform;
    }

    /// The shortest pause before the next look, however much happens.
    Duration least() {
      return least;
    }

    /// Whether the last look found that another program does this delivery.
    boolean away() {
      return away;
    }

    /// Does what is to be done now.
    ///
    /// @return the pause before the next look, zero when the delivery is over
    Duration go() throws InterruptedException {
      least = SOON;
      if (!allowed.getAsBoolean()) {
        return atLeast(NOT_ALLOWED);
      }
      Delivery delivery = store.find(id).orElse(null);
      away = delivery == null;
      JobReport job = delivery == null ? null : jobs.find(delivery.job()).orElse(null);
      if (delivery == null || job == null) {
        return OVER;
      }
      return switch (delivery.state()) {
        case WATCHING -> watch(delivery, job);
        case DUE ->
            delivery.placeholder().isEmpty()
                ? place(delivery, job, cards.starting(delivery.language()))
                : show(delivery, job);
        case NOTICE -> announce(delivery, job);
        case DONE, GONE, UNSURE -> OVER;
      };
    }

    private Duration watch(Delivery delivery, JobReport job) throws InterruptedException {
      JobReport active = jobs.active(job.id()).flatMap(jobs::find).orElse(job);
      List<Part> parts = jobs.parts(job.id());
      OptionalDouble far = far(job, active, parts);
      QueuePlace place = place(active);
      OutboundMessage card = cards.progress(job, active, parts, far, place, delivery.language());
      Duration gap = platform.limits(delivery.conversation()).editGap();
      if (hidden) {
        return WHILE_WAITING;
      }
      if (delivery.placeholder().isEmpty()) {
        return place(delivery, job, card);
      }
      if (card.text().equals(shown)) {
        return place.ahead() > 0 ? WHILE_WAITING : gap;
      }
      // asked again: whoever was frozen meanwhile would write its progress over another's result
      if (!allowed.getAsBoolean()) {
        return atLeast(NOT_ALLOWED);
      }
      MessageRef message = message(delivery, delivery.placeholder().get());
      return switch (platform.edit(message, fitted(delivery, card))) {
        case SendOutcome.Sent _ -> {
          delays = 0;
          shown = card.text();
          yield gap;
        }
        // Not at least: a result need not wait for a place among the progress.
        case SendOutcome.Later(var pause) -> longer(RETRY.pause(++delays), pause);
        case SendOutcome.Unsure _ -> gap;
        case SendOutcome.MessageGone _ -> forgetCard(delivery, job);
        case SendOutcome.ConversationGone _ -> conversationGone(delivery, job);
        case SendOutcome.Rejected(var reason) -> {
          log.atWarn().addKeyValue("job", job.code()).log("progress was refused: {}", reason);
          shown = card.text();
          yield gap;
        }
      };
    }

    /// Who was overtaken, by somebody who has waited longer than counts show, is not moved back.
    private QueuePlace place(JobReport active) {
      if (active.ahead() == 0) {
        return new QueuePlace(0, Optional.empty());
      }
      // how long one takes is another question to the database: asked when somebody was made
      if (active.ahead() < best.ahead()) {
        best = new QueuePlace(active.ahead(), jobs.pace());
      }
      return best;
    }

    /// How far the step is that goes on; of several parts one alone says nothing about the whole.
    private OptionalDouble far(JobReport job, JobReport active, List<Part> parts) {
      boolean whole = parts.size() < 2 || active.id().equals(job.id());
      return whole && active.stage().measured()
          ? fraction.apply(active.id())
          : OptionalDouble.empty();
    }

    /// Sends the message that will become the result. After a crash it may be sent once more, which
    /// shows nobody a second video.
    private Duration place(Delivery delivery, JobReport job, OutboundMessage card)
        throws InterruptedException {
      OutboundMessage keyed = fitted(delivery, card).keyed("c" + id + (char) ('a' + losses));
      return switch (platform.send(delivery.conversation(), keyed)) {
        case SendOutcome.Sent(var message, _) -> {
          failures = 0;
          store.placed(id, message);
          shown = card.text();
          yield SOON;
        }
        case SendOutcome.Later(var pause) -> again(pause);
        case SendOutcome.Unsure _ -> again(UNSURE);
        case SendOutcome.ConversationGone _ -> conversationGone(delivery, job);
        case SendOutcome.MessageGone _, SendOutcome.Rejected _ -> forgetCard(delivery, job);
      };
    }

    private Duration show(Delivery delivery, JobReport job) throws InterruptedException {
      if (!fitted && results.wantsCopy(delivery, job, platform)) {
        return fit(delivery, job);
      }
      OutboundMessage result = results.of(delivery, job, platform);
      MessageRef card = message(delivery, delivery.placeholder().orElseThrow());
      return switch (platform.edit(card, fitted(delivery, result))) {
        case SendOutcome.Sent(_, var file) -> shown(delivery, job, result, file);
        case SendOutcome.Later(var pause) -> again(pause);
        case SendOutcome.Unsure _ -> again(UNSURE);
        case SendOutcome.MessageGone _ -> forgetCard(delivery, job);
        case SendOutcome.ConversationGone _ -> conversationGone(delivery, job);
        case SendOutcome.Rejected(var reason) -> refused(delivery, job, reason);
      };
    }

    /// Has a copy made that the conversation takes. It takes minutes, so that all is looked at
    /// again afterwards; what is not made now will not be made soon, and the result is shown
    /// without.
    private Duration fit(Delivery delivery, JobReport job) throws InterruptedException {
      MessageRef card = message(delivery, delivery.placeholder().orElseThrow());
      var _ = platform.edit(card, fitted(delivery, cards.fitting(delivery.language())));
      Fitting.Outcome outcome = results.makeCopy(delivery, job, platform);
      fitted = outcome != Fitting.Outcome.FAILED || ++misfits == MOST_MISFITS;
      return fitted ? SOON : again(MISFIT);
    }

    private Duration shown(
        Delivery delivery, JobReport job, OutboundMessage result, Optional<String> file) {
      results.remember(delivery, result, file);
      log.atInfo()
          .addKeyValue("job", job.code())
          .addKeyValue("platform", platform.name())
          .log("delivered");
      boolean lookedAway = job.created().plus(LONG).isBefore(time.instant());
      boolean silent = lookedAway && !platform.limits(delivery.conversation()).editsRing();
      store.move(id, silent ? Delivery.State.NOTICE : Delivery.State.DONE);
      return silent ? SOON : OVER;
    }

    /// Not repeated when nothing tells whether it arrived: what it is about was shown.
    private Duration announce(Delivery delivery, JobReport job) throws InterruptedException {
      Outcome outcome = job.outcome().orElseThrow();
      Optional<OutboundMessage> notice =
          cards.notice(results.of(delivery, job, platform), outcome, delivery.language());
      if (notice.isEmpty()) {
        return over(delivery, Delivery.State.DONE);
      }
      OutboundMessage ringing =
          delivery
              .placeholder()
              .map(card -> notice.get().inReplyTo(message(delivery, card)))
              .orElse(notice.get());
      return platform.send(delivery.conversation(), ringing.keyed("n" + id))
              instanceof SendOutcome.Later(var pause)
          ? again(pause)
          : over(delivery, Delivery.State.DONE);
    }

    /// The platform does not take the video: say so instead of staying silent.
    private Duration refused(Delivery delivery, JobReport job, String reason)
        throws InterruptedException {
      log.atError()
          .addKeyValue("job", job.code())
          .addKeyValue("platform", platform.name())
          .log("a result was refused: {}", reason);
      MessageRef card = message(delivery, delivery.placeholder().orElseThrow());
      OutboundMessage text = cards.refused(job, delivery.language());
      return switch (platform.edit(card, fitted(delivery, text))) {
        case SendOutcome.Later(var pause) -> again(pause);
        case SendOutcome.Unsure _ -> again(UNSURE);
        case SendOutcome.ConversationGone _ -> conversationGone(delivery, job);
        case SendOutcome.Sent _, SendOutcome.MessageGone _, SendOutcome.Rejected _ ->
            over(delivery, Delivery.State.DONE);
      };
    }

    private OutboundMessage fitted(Delivery delivery, OutboundMessage message) {
      OutboundMessage reply = delivery.replyTo().map(message::inReplyTo).orElse(message);
      return Pages.cut(reply, platform.limits(delivery.conversation()));
    }

    /// The next one is sent when there is a result to show.
    private Duration forgetCard(Delivery delivery, JobReport job) {
      if (++losses == MOST_LOSSES) {
        log.atError()
            .addKeyValue("platform", platform.name())
            .log("a chat takes no card; given up");
        return conversationGone(delivery, job);
      }
      store.lost(delivery.id());
      hidden = true;
      return again(SOON);
    }

    /// Progress is shown no more; a result waits until its person writes somewhere. Of a cancel its
    /// person knows.
    private Duration conversationGone(Delivery delivery, JobReport job) {
      if (job.outcome().isEmpty()) {
        hidden = true;
        return WHILE_WAITING;
      }
      if (job.outcome().get() instanceof Outcome.Cancelled) {
        return over(delivery, Delivery.State.GONE);
      }
      log.atInfo()
          .addKeyValue("job", job.code())
          .addKeyValue("platform", platform.name())
          .log("a result could not be shown; it waits for its person");
      store.leaveWaiting(id);
      return OVER;
    }

    private Duration over(Delivery delivery, Delivery.State state) {
      store.move(delivery.id(), state);
      return OVER;
    }

    /// After a failure; the more of them in a row, the longer the pause.
    private Duration again(Duration pause) {
      return atLeast(longer(RETRY.pause(++failures), pause));
    }

    private static Duration longer(Duration one, Duration other) {
      return one.compareTo(other) < 0 ? other : one;
    }

    private Duration atLeast(Duration pause) {
      least = pause;
      return pause;
    }

    private MessageRef message(Delivery delivery, String message) {
      return new MessageRef(delivery.conversation(), message);
    }
  }
}
