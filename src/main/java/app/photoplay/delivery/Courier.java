package app.photoplay.delivery;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.button.ButtonSigner;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.delivery.fit.Fitting;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReader;
import app.photoplay.job.Kinds;
import app.photoplay.retry.Backoff;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.wording.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings progress and results to the people who wait for them: one virtual thread per open
/// delivery, which edits one message until it has become the result. Thread-safe.
///
/// Editing a known message can be repeated without harm, so a delivery that a crash cut off is
/// simply done again.
public final class Courier {
  private static final Logger log = LoggerFactory.getLogger(Courier.class);

  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1));

  /// An order, or a delivery that was taken over, is on disk although its transaction failed when
  /// only the answer of the database got lost.
  private static final Duration BETWEEN_RECONCILIATIONS = Duration.ofSeconds(5);

  private final DeliveryStore store;
  private final Map<String, ChatPlatform> platforms;
  private final DeliveryLoop loop;
  private final Map<JobId, List<Follower>> followers = new ConcurrentHashMap<>();
  private volatile boolean stopping;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /// A courier.
  ///
  /// @param allowed whether this program may send at the moment
  /// @param free whether nothing costs anything, so that nobody is told of money
  /// @param platforms by name
  /// @param buttons signs the buttons of messages
  /// @param fraction how far a running step is, from the engine's memory
  public Courier(
      DeliveryStore store,
      JobReader jobs,
      Kinds kinds,
      boolean free,
      ResultCards shown,
      ArtifactStore files,
      Fitting fitting,
      Map<String, ChatPlatform> platforms,
      Function<JobId, OptionalDouble> fraction,
      ButtonSigner buttons,
      Wording wording,
      BooleanSupplier allowed,
      InstantSource time) {
    this.store = store;
    this.platforms = Map.copyOf(platforms);
    JobMessages cards = new JobMessages(kinds, free, buttons, wording);
    Results results = new Results(store, files, cards, shown, fitting, time);
    this.loop = new DeliveryLoop(store, jobs, results, cards, fraction, allowed, time);
  }

  /// Takes up every delivery that is not over.
  public void start() {
    refresh();
    Thread.ofVirtual().name("deliveries-reconciled").start(this::reconcileUntilStopped);
  }

  /// Follows what is this program's on disk and nobody follows here.
  void reconcile() {
    store.open().stream()
        .filter(it -> platforms.containsKey(it.conversation().platform()) && !followed(it))
        .forEach(delivery -> {
          log.atWarn()
              .addKeyValue("delivery", delivery.id())
              .log("a delivery of ours that nobody worked on is taken up");
          follow(delivery);
        });
    store.due().forEach(this::changed);
  }

  private boolean followed(Delivery delivery) {
    return followers.getOrDefault(delivery.job(), List.of()).stream()
        .anyMatch(it -> it.delivery == delivery.id());
  }

  private void reconcileUntilStopped() {
    try {
      while (!stopped.await(BETWEEN_RECONCILIATIONS.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          reconcile();
        } catch (RuntimeException e) {
          log.atWarn().setCause(e).log("deliveries were not reconciled; trying again");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Takes up what other programs left, and looks at what has ended in them. Deliveries to
  /// platforms that are not set up stay on disk.
  public void refresh() {
    if (!stopping) {
      store.take(platforms.keySet()).forEach(this::follow);
      store.due().forEach(this::changed);
    }
  }

  /// Takes up the deliveries of a job that has a new subscriber.
  public void follow(JobId job) {
    store.open(job).forEach(this::follow);
  }

  /// Shows a person who has written somewhere the results that could not be shown where they
  /// belong, as far as they may be seen there.
  ///
  /// @param since what was ordered before is not shown any more
  public void showWaiting(AccountId account, MessageRef written, String language, Instant since) {
    if (!store.waits(account)) {
      return;
    }
    Conversation here = written.conversation();
    ChatPlatform platform = platforms.get(here.platform());
    Optional<String> replyTo =
        Optional.of(written.message()).filter(_ -> platform != null && platform.quotable(written));
    store
        .readdress(account, new DeliveryStore.Address(here, replyTo, language), since)
        .forEach(this::follow);
  }

  /// Says that something about a job has changed.
  public void changed(JobId job) {
    followers.getOrDefault(job, List.of()).forEach(Follower::signal);
  }

  /// How many deliveries are open.
  public int open() {
    return followers.values().stream().mapToInt(List::size).sum();
  }

  /// Ends all deliveries where they are; what is not shown is shown after the next start. Waits so
  /// long for sends that are under way.
  public void stop(Duration grace) throws InterruptedException {
    stopping = true;
    stopped.countDown();
    List<Follower> all = followers.values().stream().flatMap(List::stream).toList();
    all.forEach(Follower::signal);
    long deadline = System.nanoTime() + grace.toNanos();
    for (Follower follower : all) {
      follower.end(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }
  }

  private void follow(Delivery delivery) {
    ChatPlatform platform = platforms.get(delivery.conversation().platform());
    if (platform == null) {
      throw new IllegalArgumentException("no platform for " + delivery.conversation());
    }
    Follower follower = new Follower(delivery.id(), platform);
    List<Follower> all =
        followers.compute(
            delivery.job(),
            (_, before) -> {
              List<Follower> list = before == null ? new CopyOnWriteArrayList<>() : before;
              if (list.stream().noneMatch(known -> known.delivery == delivery.id())) {
                list.add(follower);
              }
              return list;
            });
    if (all.contains(follower) && !stopping) {
      follower.start(delivery.job());
    }
  }

  private void leave(JobId job, Follower follower) {
    followers.computeIfPresent(
        job,
        (_, list) -> {
          list.remove(follower);
          return list.isEmpty() ? null : list;
        });
  }

  /// The thread of one delivery.
  private final class Follower {
    private final long delivery;
    private final DeliveryLoop.Round round;
    private final Signal signal = new Signal();
    private volatile @Nullable Thread thread;

    private Follower(long delivery, ChatPlatform platform) {
      this.delivery = delivery;
      this.round = loop.round(delivery, platform);
    }

    private void start(JobId job) {
      thread = Thread.ofVirtual().name("delivery-" + delivery).start(() -> run(job));
    }

    /// Waits so long for the thread to end, then interrupts it.
    private void end(Duration grace) throws InterruptedException {
      Thread started = thread;
      if (started != null && !started.join(grace)) {
        started.interrupt();
      }
    }

    private void signal() {
      signal.raise();
    }

    private void run(JobId job) {
      int failures = 0;
      try {
        while (!stopping) {
          Duration pause;
          try {
            pause = round.go();
            failures = 0;
          } catch (RuntimeException e) {
            failures++;
            pause = BACKOFF.pause(failures);
            log.atError().setCause(e).log("a delivery failed; trying again");
          }
          if (pause.isZero()) {
            return;
          }
          signal.await(pause, round.least());
        }
      } catch (InterruptedException e) {
        log.atDebug().log("a delivery was interrupted by the end of the program");
      } finally {
        leave(job, this);
        if (round.away() && !stopping) {
          // Another program had it, but it may have come back just now.
          store.find(delivery).ifPresent(Courier.this::follow);
        }
      }
    }
  }
}
