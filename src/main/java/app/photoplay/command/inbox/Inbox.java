package app.photoplay.command.inbox;

import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.UpdateSink;
import app.photoplay.command.CommandRouter;
import app.photoplay.command.Handled;
import app.photoplay.delivery.Outbox;
import app.photoplay.delivery.Reply;
import app.photoplay.delivery.SerialQueues;
import app.photoplay.job.Codec;
import app.photoplay.retry.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes updates down, then has them handled: what one person writes in one conversation one after
/// another, and what that person presses there; everything else side by side. Thread-safe.
///
/// An update is handled when what it asks for is on disk: an order, or the answer, which the same
/// transaction hands to the [Outbox]. Until then it is tried again, also after a crash; whatever it
/// had ordered is recognised then.
public final class Inbox implements UpdateSink {
  private static final Logger log = LoggerFactory.getLogger(Inbox.class);
  private static final Codec<ChatUpdate> UPDATES = Codec.json(ChatUpdate.class);

  /// For so long an update is tried that cannot be dealt with for want of the database.
  private static final Duration LONGEST = Duration.ofDays(1);

  private final InboxStore store;
  private final CommandRouter router;
  private final Outbox outbox;
  private final InstantSource time;
  private final Backoff backoff;
  private final Set<String> platforms;
  private final SerialQueues<Turn, Taken> queues = new SerialQueues<>("chat", this::handle);
  private final Said said = new Said();
  private final AtomicLong lastMillis = new AtomicLong();

  /// What is queued or being handled, by platform and key.
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /// An inbox.
  ///
  /// @param outbox says the answers
  /// @param platforms whose updates can be handled here
  /// @param backoff between two tries to handle an update
  public Inbox(
      InboxStore store,
      CommandRouter router,
      Outbox outbox,
      Set<String> platforms,
      Backoff backoff,
      InstantSource time) {
    this.store = store;
    this.router = router;
    this.outbox = outbox;
    this.platforms = Set.copyOf(platforms);
    this.backoff = backoff;
    this.time = time;
  }

  /// What is done one after another. A press needs nothing that was written before it but the
  /// message it is under, so that it does not wait for a photo that is still being fetched.
  private record Turn(Conversation conversation, String person, boolean press) {}

  private record Taken(ChatUpdate update, Instant since) {
    private String platform() {
      return update.message().conversation().platform();
    }
  }

  /// Handles what an earlier run, or another program, did not come to.
  public void refresh() {
    if (!queues.stopping()) {
      store
          .take(platforms)
          .forEach(left -> enqueue(new Taken(UPDATES.decode(left.payload()), left.since())));
    }
  }

  @Override
  public void accept(ChatUpdate update) {
    if (!said.isNew(update)) {
      return;
    }
    Taken taken = new Taken(update, now());
    if (store.record(taken.platform(), key(update), UPDATES.encode(update), taken.since)) {
      enqueue(taken);
    }
  }

  /// Ascends, so that after a restart updates are handled in the order in which they came.
  private Instant now() {
    return Instant.ofEpochMilli(
        lastMillis.updateAndGet(last -> Math.max(last + 1, time.instant().toEpochMilli())));
  }

  /// How many updates wait for others of the same person.
  public int waiting() {
    return queues.size();
  }

  /// Handles nothing new; waits so long for what is being handled. The rest is handled after the
  /// next start.
  public void stop(Duration grace) throws InterruptedException {
    queues.stop(grace);
  }

  private void enqueue(Taken taken) {
    if (known.add(name(taken))) {
      ChatUpdate update = taken.update;
      // at once, and not in turn: what came before may keep the person's queue busy for minutes
      Thread.ofVirtual().name("seen").start(() -> router.greet(update));
      queues.add(
          new Turn(
              update.message().conversation(),
              update.from().id(),
              update instanceof ChatUpdate.ButtonPress),
          taken);
    }
  }

  private void handle(Taken taken) throws InterruptedException {
    try {
      int failures = 0;
      while (!handled(taken, Duration.between(taken.since, time.instant()))
          && queues.pause(backoff.pause(++failures))) {
        // once more
      }
    } finally {
      known.remove(name(taken));
    }
  }

  /// @return whether nothing is left to do
  private boolean handled(Taken taken, Duration age) throws InterruptedException {
    try {
      return switch (router.handle(taken.update)) {
        case Handled.Done(var replies) -> settled(taken, replies);
        case Handled.Again(var cause, var most, var otherwise) -> {
          boolean goesOn = age.compareTo(most) < 0;
          log.atWarn()
              .addKeyValue("platform", taken.platform())
              .setCause(cause)
              .log(
                  goesOn
                      ? "an update cannot be handled yet; it is tried again"
                      : "an update could not be handled in time; the person is told");
          yield !goesOn && settled(taken, otherwise);
        }
      };
    } catch (RuntimeException e) {
      if (queues.stopping()) {
        log.atDebug().setCause(e).log("the end of the program broke off an update");
        return true;
      }
      boolean goesOn = age.compareTo(LONGEST) < 0;
      log.atError()
          .addKeyValue("platform", taken.platform())
          .setCause(e)
          .log(
              goesOn
                  ? "an update could not be noted as handled; it is tried again"
                  : "an update could not be noted as handled for a day; the next start tries again");
      return !goesOn;
    }
  }

  private boolean settled(Taken taken, List<Reply> replies) {
    outbox.post(store.handled(taken.platform(), key(taken.update), replies, now()));
    return true;
  }

  private static String name(Taken taken) {
    return taken.platform() + " " + key(taken.update);
  }

  private static String place(ChatUpdate update) {
    return update.message().conversation().chat() + ":" + update.message().message();
  }

  /// What tells an update from others. A message is known by itself, because a platform may bring
  /// it again under a new update id.
  private static String key(ChatUpdate update) {
    return switch (update) {
      case ChatUpdate.ButtonPress press -> press.id();
      // once, however often it is added
      case ChatUpdate.Joined _ -> "j:" + place(update);
      case ChatUpdate.Edited edited -> "e:" + place(update) + ":" + edited.id();
      case ChatUpdate.CommandCall _, ChatUpdate.PlainMessage _ -> "m:" + place(update);
    };
  }
}
