package app.photoplay.delivery;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.MessageRef;
import app.photoplay.chat.OutboundMessage;
import app.photoplay.chat.Pages;
import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.Video;
import app.photoplay.job.Artifact;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReader;
import app.photoplay.job.JobReport;
import app.photoplay.job.Outcome;
import app.photoplay.retry.Backoff;
import app.photoplay.storage.ArtifactStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a delivery does each time it looks: show progress, or show the end.
final class Rounds {
  private static final Logger log = LoggerFactory.getLogger(Rounds.class);

  /// Over: nothing is to be done any more.
  private static final Duration OVER = Duration.ZERO;

  private static final Backoff RETRY = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
  private static final Duration SOON = Duration.ofMillis(1);
  private static final Duration NOT_ALLOWED = Duration.ofMillis(500);
  private static final Duration WHILE_WAITING = Duration.ofSeconds(10);
  private static final Duration UNSURE = Duration.ofSeconds(5);
  private static final int MOST_LOSSES = 5;

  /// Work that took longer is announced by a message of its own, because people have looked away.
  private static final Duration LONG = Duration.ofSeconds(20);

  private final DeliveryStore store;
  private final JobReader jobs;
  private final ArtifactStore files;
  private final Cards cards;
  private final Function<JobId, OptionalDouble> fraction;
  private final BooleanSupplier allowed;
  private final InstantSource time;

  Rounds(
      DeliveryStore store,
      JobReader jobs,
      ArtifactStore files,
      Cards cards,
      Function<JobId, OptionalDouble> fraction,
      BooleanSupplier allowed,
      InstantSource time) {
    this.store = store;
    this.jobs = jobs;
    this.files = files;
    this.cards = cards;
    this.fraction = fraction;
    this.allowed = allowed;
    this.time = time;
  }

  Round round(long parcel, ChatPlatform platform) {
    return new Round(parcel, platform);
  }

  /// One delivery, looked at again and again by one thread.
  final class Round {
    private final long id;
    private final ChatPlatform platform;
    private Duration least = SOON;
    private @Nullable String shown;
    private boolean cardGone;
    private boolean away;
    private int failures;
    private int delays;
    private int losses;

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
      Parcel parcel = store.find(id).orElse(null);
      away = parcel == null;
      JobReport job = parcel == null ? null : jobs.find(parcel.job()).orElse(null);
      if (parcel == null || job == null) {
        return OVER;
      }
      return switch (parcel.state()) {
        case WATCHING -> watch(parcel, job);
        case DUE ->
            parcel.placeholder().isEmpty()
                ? place(parcel, cards.starting(parcel.language()))
                : show(parcel, job);
        case NOTICE -> announce(parcel, job);
        case DONE, GONE, UNSURE -> OVER;
      };
    }

    private Duration watch(Parcel parcel, JobReport job) throws InterruptedException {
      JobReport active = jobs.active(job.id()).flatMap(jobs::find).orElse(job);
      OptionalDouble far =
          active.stage().measured() ? fraction.apply(active.id()) : OptionalDouble.empty();
      OutboundMessage card = cards.progress(job, active, far, parcel.language());
      Duration gap = platform.limits(parcel.conversation()).editGap();
      if (parcel.placeholder().isEmpty()) {
        return cardGone ? WHILE_WAITING : place(parcel, card);
      }
      if (card.text().equals(shown)) {
        return active.ahead() > 0 ? WHILE_WAITING : gap;
      }
      MessageRef message = message(parcel, parcel.placeholder().get());
      return switch (platform.edit(message, fitted(parcel, card))) {
        case SendOutcome.Sent _ -> {
          delays = 0;
          shown = card.text();
          yield gap;
        }
        // Not at least: a result need not wait for a place among the progress.
        case SendOutcome.Later(var pause) -> longer(RETRY.pause(++delays), pause);
        case SendOutcome.Unsure _ -> gap;
        case SendOutcome.MessageGone _ -> forgetCard(parcel);
        case SendOutcome.ConversationGone _ -> over(parcel, Parcel.State.GONE);
        case SendOutcome.Rejected(var reason) -> {
          log.atWarn().addKeyValue("job", job.code()).log("progress was refused: {}", reason);
          shown = card.text();
          yield gap;
        }
      };
    }

    /// Sends the message that will become the result. After a crash it may be sent once more, which
    /// shows nobody a second video.
    private Duration place(Parcel parcel, OutboundMessage card) throws InterruptedException {
      return switch (platform.send(parcel.conversation(), fitted(parcel, card))) {
        case SendOutcome.Sent(var message, _) -> {
          failures = 0;
          store.placed(id, message);
          shown = card.text();
          yield SOON;
        }
        case SendOutcome.Later(var pause) -> again(pause);
        case SendOutcome.Unsure _ -> again(UNSURE);
        case SendOutcome.ConversationGone _ -> over(parcel, Parcel.State.GONE);
        case SendOutcome.MessageGone _, SendOutcome.Rejected _ -> forgetCard(parcel);
      };
    }

    private Duration show(Parcel parcel, JobReport job) throws InterruptedException {
      OutboundMessage result = result(parcel, job);
      MessageRef card = message(parcel, parcel.placeholder().orElseThrow());
      return switch (platform.edit(card, fitted(parcel, result))) {
        case SendOutcome.Sent(_, var file) -> shown(parcel, job, result, file);
        case SendOutcome.Later(var pause) -> again(pause);
        case SendOutcome.Unsure _ -> again(UNSURE);
        case SendOutcome.MessageGone _ -> forgetCard(parcel);
        case SendOutcome.ConversationGone _ -> over(parcel, Parcel.State.GONE);
        case SendOutcome.Rejected(var reason) -> refused(parcel, job, reason);
      };
    }

    private Duration shown(
        Parcel parcel, JobReport job, OutboundMessage result, Optional<String> file) {
      remember(parcel, result, file);
      log.atInfo()
          .addKeyValue("job", job.code())
          .addKeyValue("platform", platform.name())
          .log("delivered");
      boolean lookedAway = job.created().plus(LONG).isBefore(time.instant());
      boolean silent = lookedAway && !platform.limits(parcel.conversation()).editsRing();
      store.move(id, silent ? Parcel.State.NOTICE : Parcel.State.DONE);
      return silent ? SOON : OVER;
    }

    /// Not repeated when nothing tells whether it arrived: what it is about was shown.
    private Duration announce(Parcel parcel, JobReport job) throws InterruptedException {
      Outcome outcome = job.outcome().orElseThrow();
      Optional<OutboundMessage> notice =
          cards.notice(result(parcel, job), outcome, parcel.language());
      if (notice.isEmpty()) {
        return over(parcel, Parcel.State.DONE);
      }
      MessageRef card = message(parcel, parcel.placeholder().orElse(parcel.replyTo().message()));
      return platform.send(parcel.conversation(), notice.get().inReplyTo(card))
              instanceof SendOutcome.Later(var pause)
          ? again(pause)
          : over(parcel, Parcel.State.DONE);
    }

    /// The platform does not take the video: say so instead of staying silent.
    private Duration refused(Parcel parcel, JobReport job, String reason)
        throws InterruptedException {
      log.atError()
          .addKeyValue("job", job.code())
          .addKeyValue("platform", platform.name())
          .log("a result was refused: {}", reason);
      MessageRef card = message(parcel, parcel.placeholder().orElseThrow());
      OutboundMessage text = cards.refused(job, parcel.language());
      return switch (platform.edit(card, fitted(parcel, text))) {
        case SendOutcome.Later(var pause) -> again(pause);
        case SendOutcome.Unsure _ -> again(UNSURE);
        case SendOutcome.Sent _,
            SendOutcome.MessageGone _,
            SendOutcome.ConversationGone _,
            SendOutcome.Rejected _ ->
            over(parcel, Parcel.State.DONE);
      };
    }

    private OutboundMessage fitted(Parcel parcel, OutboundMessage message) {
      return Pages.cut(message.inReplyTo(parcel.replyTo()), platform.limits(parcel.conversation()));
    }

    private OutboundMessage result(Parcel parcel, JobReport job) {
      Outcome outcome = job.outcome().orElseThrow();
      Optional<Artifact> made = Artifact.find(job.artifacts(), Artifact.VIDEO);
      Optional<Video> video = made.flatMap(artifact -> video(job, artifact));
      if (made.isEmpty() || video.isEmpty()) {
        return cards.ended(job, outcome, parcel.language());
      }
      long limit = platform.limits(parcel.conversation()).uploadBytes();
      if (made.get().bytes() > limit && video.get().platformFile().isEmpty()) {
        return cards.tooLarge(job, made.get().bytes(), limit, parcel.language());
      }
      return cards.made(job, made.get(), parcel.language()).with(video.get());
    }

    private Optional<Video> video(JobReport job, Artifact video) {
      Optional<Path> file = files.find(video.content());
      Optional<Path> cover = file(job, Artifact.COVER);
      Optional<Path> thumbnail = file(job, Artifact.THUMBNAIL);
      if (file.isEmpty() || cover.isEmpty() || thumbnail.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Video(
              video.content(),
              file.get(),
              cover.get(),
              thumbnail.get(),
              video.width(),
              video.height(),
              Duration.ofMillis(video.millis()),
              store.platformFile(platform.name(), video.content()),
              captions(job)));
    }

    private Optional<Video.Captions> captions(JobReport job) {
      return Artifact.find(job.artifacts(), Artifact.CAPTIONS)
          .flatMap(made ->
              files
                  .find(made.content())
                  .map(file ->
                      new Video.Captions(
                          made.content(),
                          file,
                          made.mediaType().equals("text/vtt") ? "vtt" : "srt")));
    }

    private Optional<Path> file(JobReport job, String role) {
      return Artifact.find(job.artifacts(), role).flatMap(made -> files.find(made.content()));
    }

    private void remember(Parcel parcel, OutboundMessage result, Optional<String> file) {
      if (result.video().isPresent() && file.isPresent()) {
        Video video = result.video().get();
        if (!file.equals(video.platformFile())) {
          store.rememberFile(
              parcel.conversation().platform(), video.content(), file.get(), time.instant());
        }
      }
    }

    /// The next one is sent when there is a result to show.
    private Duration forgetCard(Parcel parcel) {
      if (++losses == MOST_LOSSES) {
        log.atError()
            .addKeyValue("platform", platform.name())
            .log("a chat takes no card; given up");
        return over(parcel, Parcel.State.GONE);
      }
      store.lost(parcel.id());
      cardGone = true;
      return again(SOON);
    }

    private Duration over(Parcel parcel, Parcel.State state) {
      store.move(parcel.id(), state);
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

    private MessageRef message(Parcel parcel, String message) {
      return new MessageRef(parcel.conversation(), message);
    }
  }
}
