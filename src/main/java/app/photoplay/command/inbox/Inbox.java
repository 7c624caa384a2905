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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
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

  /// Those that more may come of, by chat and name.
  private final Map<String, Album<Taken>> albums = new ConcurrentHashMap<>();

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

  /// @param album what it is the first of; null when it came alone
  private record Taken(ChatUpdate update, Instant since, @Nullable Album<Taken> album) {
    private Taken(ChatUpdate update, Instant since) {
      this(update, since, null);
    }

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
      Taken first = taken;
      if (update instanceof ChatUpdate.AlbumItem item) {
        String name = update.message().conversation().chat() + ":" + item.album();
        Album<Taken> album = new Album<>();
        first = new Taken(update, taken.since, album);
        album.add(taken);
        Album<Taken> open =
            albums.merge(name, album, (before, fresh) -> before.add(taken) ? before : fresh);
        if (open != album) {
          first = null;
        }
      }
      // at once, and not in turn: what came before may keep the person's queue busy for minutes
      Thread.ofVirtual().name("seen").start(() -> router.greet(update));
      if (first != null) {
        queues.add(
            new Turn(
                update.message().conversation(),
                update.from().id(),
                update instanceof ChatUpdate.ButtonPress),
            first);
      }
    }
  }

  private void handle(Taken taken) throws InterruptedException {
    List<Taken> parts = taken.album == null ? List.of(taken) : whole(taken.album);
    try {
      int failures = 0;
      while (!parts.isEmpty()
          && !handled(parts, Duration.between(taken.since, time.instant()))
          && queues.pause(backoff.pause(++failures))) {
        // once more
      }
    } finally {
      parts.forEach(it -> known.remove(name(it)));
    }
  }

  /// All that has come of it once nothing more does; nothing when all ends.
  private List<Taken> whole(Album<Taken> album) throws InterruptedException {
    for (Duration left = album.close(); !left.isZero(); left = album.close()) {
      if (!queues.pause(left)) {
        return List.of();
      }
    }
    albums.values().remove(album);
    return album.items();
  }

  private static ChatUpdate together(List<Taken> parts) {
    List<ChatUpdate.AlbumItem> items = new ArrayList<>();
    for (Taken part : parts) {
      if (part.update instanceof ChatUpdate.AlbumItem item) {
        items.add(item);
      }
    }
    return items.isEmpty() ? parts.getFirst().update : Album.of(items);
  }

  /// @return whether nothing is left to do
  private boolean handled(List<Taken> parts, Duration age) throws InterruptedException {
    Taken taken = parts.getFirst();
    try {
      return switch (router.handle(together(parts))) {
        case Handled.Done(var replies) -> settled(parts, replies);
        case Handled.Again(var cause, var most, var otherwise) -> {
          boolean goesOn = age.compareTo(most) < 0;
          log.atWarn()
              .addKeyValue("platform", taken.platform())
              .setCause(cause)
              .log(
                  goesOn
                      ? "an update cannot be handled yet; it is tried again"
                      : "an update could not be handled in time; the person is told");
          yield !goesOn && settled(parts, otherwise);
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

  private boolean settled(List<Taken> parts, List<Reply> replies) {
    Taken taken = parts.getFirst();
    outbox.post(store.handled(taken.platform(), key(taken.update), replies, now()));
    for (Taken other : parts.subList(1, parts.size())) {
      outbox.post(store.handled(other.platform(), key(other.update), List.of(), now()));
    }
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
      case ChatUpdate.CommandCall _, ChatUpdate.PlainMessage _, ChatUpdate.AlbumItem _ ->
          "m:" + place(update);
    };
  }
}
