package app.photoplay.delivery;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.retry.Backoff;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Says what was written down to be said: within a conversation one after another, conversations
/// side by side. Thread-safe.
///
/// An answer is said at least once: it is tried until the platform has taken it or refuses it for
/// good, for a day at most. When nothing tells whether it arrived, or the program ends before that
/// was noted, it is said again, because a sentence twice does less harm than none. What makes or
/// costs something is not said here but shown by the [Courier].
public final class Outbox {
  private static final Logger log = LoggerFactory.getLogger(Outbox.class);
  private static final Duration WORTH_SAYING = Duration.ofDays(1);
  private static final Duration NOT_ALLOWED = Duration.ofMillis(500);

  /// After silence it has most likely arrived, so that it is repeated more seldom.
  private static final Backoff AFTER_SILENCE =
      new Backoff(Duration.ofSeconds(4), Duration.ofMinutes(5));

  private final AnswerStore store;
  private final Map<String, ChatPlatform> platforms;
  private final BooleanSupplier allowed;
  private final Backoff backoff;
  private final InstantSource time;
  private final SerialQueues<Conversation, Answer> queues =
      new SerialQueues<>("answers", this::say);

  /// An outbox.
  ///
  /// @param platforms by name
  /// @param allowed whether this program may send at the moment
  /// @param backoff between two tries
  public Outbox(
      AnswerStore store,
      Map<String, ChatPlatform> platforms,
      BooleanSupplier allowed,
      Backoff backoff,
      InstantSource time) {
    this.store = store;
    this.platforms = Map.copyOf(platforms);
    this.allowed = allowed;
    this.backoff = backoff;
    this.time = time;
  }

  /// Takes up what an earlier run, or another program, left.
  public void refresh() {
    if (!queues.stopping()) {
      store.take(platforms.keySet()).forEach(this::post);
    }
  }

  /// Says answers that this program has written down.
  public void post(List<Answer> answers) {
    answers.forEach(this::post);
  }

  /// How many answers wait for others of their conversation; those that wait for their turn in a
  /// platform's rates are counted there.
  public int waiting() {
    return queues.size();
  }

  /// Begins nothing new; waits so long for what is being sent. The rest is said after the next
  /// start.
  public void stop(Duration grace) throws InterruptedException {
    queues.stop(grace);
  }

  private void post(Answer answer) {
    queues.add(answer.reply().to(), answer);
  }

  private void say(Answer answer) throws InterruptedException {
    ChatPlatform platform = platforms.get(answer.reply().to().platform());
    if (platform == null) {
      throw new IllegalArgumentException("no platform for " + answer.reply().to());
    }
    Saying saying = new Saying(answer, platform);
    Duration pause = saying.go();
    while (!pause.isZero() && queues.pause(pause)) {
      pause = saying.go();
    }
  }

  /// One answer, tried again and again by one thread.
  private final class Saying {
    private final Answer answer;
    private final ChatPlatform platform;
    private int failures;
    private int silences;
    private boolean over;

    private Saying(Answer answer, ChatPlatform platform) {
      this.answer = answer;
      this.platform = platform;
    }

    /// Does what is to be done now.
    ///
    /// @return the pause before the next try, zero when there is none
    private Duration go() throws InterruptedException {
      if (!allowed.getAsBoolean()) {
        return NOT_ALLOWED;
      }
      try {
        if (!store.open(answer)) {
          return Duration.ZERO;
        }
        Duration pause = over ? Duration.ZERO : again();
        if (pause.isZero()) {
          over = true;
          store.done(answer);
        }
        return pause;
      } catch (RuntimeException e) {
        log.atLevel(queues.stopping() ? Level.DEBUG : Level.ERROR)
            .addKeyValue("platform", platform.name())
            .addKeyValue("sent", over)
            .setCause(e)
            .log("an answer is not done with; trying again");
        return backoff.pause(++failures);
      }
    }

    private Duration again() throws InterruptedException {
      return switch (show()) {
        case SendOutcome.Sent _ -> Duration.ZERO;
        case SendOutcome.Later(var pause) -> worth(longer(backoff.pause(++failures), pause));
        case SendOutcome.Unsure(_, var answered) ->
            worth(answered ? backoff.pause(++failures) : AFTER_SILENCE.pause(++silences));
        case SendOutcome.MessageGone _ -> notShown("the message is gone");
        case SendOutcome.ConversationGone _ -> notShown("the conversation is gone");
        case SendOutcome.Rejected(var reason) -> notShown(reason);
      };
    }

    /// A message that cannot be replaced any more is said again.
    private SendOutcome show() throws InterruptedException {
      Conversation to = answer.reply().to();
      OutboundMessage message = answer.reply().message();
      if (answer.reply().replaces().isPresent()) {
        MessageRef old = new MessageRef(to, answer.reply().replaces().get());
        SendOutcome outcome = platform.edit(old, message);
        if (!(outcome instanceof SendOutcome.MessageGone)) {
          return outcome;
        }
      }
      return platform.send(to, message.keyed(key()));
    }

    /// Names this answer in all tries, also those after a restart.
    private String key() {
      String name = answer.reply().to() + " " + answer.update() + " " + answer.part();
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      return "a" + UUID.nameUUIDFromBytes(bytes).toString().replace("-", "").substring(0, 24);
    }

    private static Duration longer(Duration one, Duration other) {
      return one.compareTo(other) < 0 ? other : one;
    }

    private Duration worth(Duration pause) {
      boolean late = answer.since().plus(WORTH_SAYING).isBefore(time.instant());
      return late ? notShown("it is a day old") : pause;
    }

    private Duration notShown(String why) {
      log.atWarn().addKeyValue("platform", platform.name()).log("an answer was not shown: {}", why);
      return Duration.ZERO;
    }
  }
}
