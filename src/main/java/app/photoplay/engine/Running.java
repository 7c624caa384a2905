package app.photoplay.engine;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// A job whose step goes on, and its thread. Thread-safe.
final class Running implements Stepper.Watch {
  private final Thread thread;
  private volatile Claim claim;
  private volatile double fraction = -1;
  private boolean seized; // guarded by this

  /// Not started yet.
  ///
  /// @param heavy whether it keeps a core busy, so that it needs a platform thread
  Running(Claim claim, boolean heavy, Consumer<Running> body) {
    this.claim = claim;
    Thread.Builder builder = heavy ? Thread.ofPlatform().daemon(true) : Thread.ofVirtual();
    this.thread = builder.name("job-" + claim.code()).unstarted(() -> body.accept(this));
  }

  void start() {
    thread.start();
  }

  void join(Duration longest) throws InterruptedException {
    thread.join(longest);
  }

  Claim claim() {
    return claim;
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

  /// Interrupts the step, unless it costs money just now.
  synchronized void interrupt() {
    if (!seized) {
      thread.interrupt();
    }
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
