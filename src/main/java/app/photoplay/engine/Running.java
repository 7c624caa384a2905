package app.photoplay.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A job that this program has, and the thread of its step. While it is parked until its next look
/// at a provider it has a timer instead: a thread and its buffers would hold some 20 kB for every
/// operation. Thread-safe.
final class Running implements Stepper.Watch {
  private final boolean heavy;
  private final Consumer<Running> body;
  private volatile Claim claim;
  private volatile double fraction = -1;
  private volatile Stepper.@Nullable Read read;
  private @Nullable Thread thread; // guarded by this
  private @Nullable Future<?> timer; // guarded by this, only while parked
  private volatile @Nullable Instant due; // from parking to the next look
  private boolean seized; // guarded by this
  private boolean hurried; // guarded by this, since the last look began

  /// Not started yet.
  ///
  /// @param heavy whether it keeps a core busy, so that it needs a platform thread
  /// @param body what it does each time it begins and after it was parked
  Running(Claim claim, boolean heavy, Consumer<Running> body) {
    this.claim = claim;
    this.heavy = heavy;
    this.body = body;
  }

  synchronized void start() {
    timer = null;
    Thread.Builder builder = heavy ? Thread.ofPlatform().daemon(true) : Thread.ofVirtual();
    thread = builder.name("job-" + claim.code()).start(() -> body.accept(this));
  }

  /// Lets the body run again after that delay. The calling thread, which is the body's, must end
  /// now.
  ///
  /// @param at the same by the clock on the wall, see [#due()]
  /// @return false when it was interrupted before: then it goes on
  synchronized boolean park(ScheduledExecutorService timers, Instant at, Duration delay) {
    if (Thread.interrupted()) {
      return false;
    }
    thread = null;
    due = at;
    long nanos = hurried ? 0 : delay.toNanos();
    timer = timers.schedule(this::start, nanos, TimeUnit.NANOSECONDS);
    return true;
  }

  Claim claim() {
    return claim;
  }

  /// When a parked one is to look again, until it does.
  Optional<Instant> due() {
    return Optional.ofNullable(due);
  }

  /// The look that was waited for begins.
  synchronized void looks() {
    due = null;
    hurried = false;
  }

  /// Lets a parked one look now, and one that is just looking look once more right after.
  synchronized void hurry() {
    hurried = true;
    wake();
  }

  /// The next step begins.
  void onward(Claim next) {
    claim = next;
    fraction = -1;
  }

  OptionalDouble fraction() {
    double far = fraction;
    return far < 0 ? OptionalDouble.empty() : OptionalDouble.of(far);
  }

  /// Interrupts the step, unless it costs money just now; a parked one is begun for that.
  synchronized void interrupt() {
    wake();
    if (!seized && thread != null) {
      thread.interrupt();
    }
  }

  /// Begins a parked one now.
  synchronized void wake() {
    if (timer != null && timer.cancel(false)) {
      start();
    }
  }

  /// Forgets a parked one.
  ///
  /// @return false when it is not parked
  synchronized boolean unpark() {
    if (timer == null || !timer.cancel(false)) {
      return false;
    }
    timer = null;
    return true;
  }

  @Override
  public Optional<Stepper.Read> read() {
    return Optional.ofNullable(read);
  }

  @Override
  public void keep(Stepper.Read now) {
    read = now;
  }

  @Override
  public void report(double far) {
    fraction = far;
  }

  @Override
  public synchronized void seize() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    seized = true;
  }

  @Override
  public synchronized void release() {
    seized = false;
  }
}
