package app.photoplay.command;

import app.photoplay.chat.ChatUpdate;
import app.photoplay.chat.Conversation;
import app.photoplay.chat.UpdateSink;
import app.photoplay.job.Codec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes updates down, then has them handled: one after another within a conversation,
/// conversations side by side. Thread-safe.
///
/// An update that a crash interrupted is handled again after the start; whatever it had ordered is
/// recognised then.
public final class Inbox implements UpdateSink {
  private static final Logger log = LoggerFactory.getLogger(Inbox.class);
  private static final Codec<ChatUpdate> UPDATES = Codec.json(ChatUpdate.class);

  private final InboxStore store;
  private final CommandRouter router;
  private final InstantSource time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private final Map<Conversation, Deque<ChatUpdate>> queues = new HashMap<>();
  private final Set<String> platforms;

  /// What is queued or being handled, by platform and key.
  private final Set<String> taken = new HashSet<>();

  private boolean stopping;

  /// An inbox.
  ///
  /// @param platforms whose updates can be handled here
  public Inbox(InboxStore store, CommandRouter router, Set<String> platforms, InstantSource time) {
    this.store = store;
    this.platforms = Set.copyOf(platforms);
    this.router = router;
    this.time = time;
  }

  /// Handles what a former life did not come to.
  public void start() {
    look();
  }

  /// Handles what another program did not come to.
  public void look() {
    store.take(platforms).stream().map(UPDATES::decode).forEach(this::enqueue);
  }

  @Override
  public void accept(ChatUpdate update) {
    String platform = update.message().conversation().platform();
    if (store.record(platform, key(update), UPDATES.encode(update), time.instant())) {
      enqueue(update);
    }
  }

  /// Handles nothing new; waits so long for what is being handled. The rest is handled after the
  /// next start.
  public void stop(Duration grace) throws InterruptedException {
    lock.lock();
    try {
      stopping = true;
      long left = grace.toNanos();
      while (!queues.isEmpty() && left > 0) {
        left = idle.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private void enqueue(ChatUpdate update) {
    Conversation conversation = update.message().conversation();
    lock.lock();
    try {
      if (!taken.add(name(update))) {
        return;
      }
      Deque<ChatUpdate> queue = queues.get(conversation);
      if (queue != null) {
        queue.add(update);
        return;
      }
      queues.put(conversation, new ArrayDeque<>(List.of(update)));
    } finally {
      lock.unlock();
    }
    Thread.ofVirtual().name("chat").start(() -> drain(conversation));
  }

  private void drain(Conversation conversation) {
    while (true) {
      ChatUpdate update = next(conversation);
      if (update == null) {
        return;
      }
      handle(update);
    }
  }

  private void handle(ChatUpdate update) {
    try {
      router.handle(update);
      store.handled(update.message().conversation().platform(), key(update), time.instant());
    } catch (InterruptedException e) {
      log.atDebug().log("handling was interrupted by the end of the program");
    } catch (RuntimeException e) {
      // It stays unhandled on disk and is tried again after the next start.
      log.atError().setCause(e).log("an update could not be handled");
    } finally {
      forget(update);
    }
  }

  private void forget(ChatUpdate update) {
    lock.lock();
    try {
      taken.remove(name(update));
    } finally {
      lock.unlock();
    }
  }

  private static String name(ChatUpdate update) {
    return update.message().conversation().platform() + " " + key(update);
  }

  /// What tells an update from others. A message is known by itself, because a platform may bring
  /// it again under a new update id.
  private static String key(ChatUpdate update) {
    return switch (update) {
      case ChatUpdate.ButtonPress press -> press.id();
      case ChatUpdate.CommandCall _, ChatUpdate.PlainMessage _ ->
          "m:" + update.message().conversation().chat() + ":" + update.message().message();
    };
  }

  private @Nullable ChatUpdate next(Conversation conversation) {
    lock.lock();
    try {
      Deque<ChatUpdate> queue = queues.get(conversation);
      ChatUpdate update = queue == null || stopping ? null : queue.poll();
      if (update == null) {
        queues.remove(conversation);
        idle.signalAll();
      }
      return update;
    } finally {
      lock.unlock();
    }
  }
}
