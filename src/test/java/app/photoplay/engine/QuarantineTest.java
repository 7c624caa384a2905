package app.photoplay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class QuarantineTest {
  private final Quarantine quarantine = new Quarantine();

  @Test
  void letsASuspectRunOnceNothingElseDoesAndKeepsTheRestWaiting() throws Exception {
    long first = quarantine.enter(false);
    long second = quarantine.enter(false);
    Entered suspect = new Entered(true);

    quarantine.leave(first);
    assertThat(suspect.inside()).isFalse();
    quarantine.leave(second);
    suspect.in.get(10, TimeUnit.SECONDS);
    Entered late = new Entered(false);
    assertThat(late.inside()).isFalse();
    suspect.out.countDown();

    late.in.get(10, TimeUnit.SECONDS);
    late.out.countDown();
  }

  @Test
  void doesNotKeepTheStopWaitingForARest() throws Exception {
    quarantine.stop();

    assertThat(quarantine.rests(StepperTest.ended(Quarantine.CONVICTED - 1))).isFalse();
  }

  /// A thread that goes in and stays till it is let out.
  private final class Entered {
    private final CompletableFuture<Boolean> in = new CompletableFuture<>();
    private final CountDownLatch out = new CountDownLatch(1);

    private Entered(boolean alone) {
      Thread thread =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  long stamp = quarantine.enter(alone);
                  in.complete(true);
                  out.await();
                  quarantine.leave(stamp);
                } catch (InterruptedException e) {
                  in.completeExceptionally(e);
                }
              });
      Set<Thread.State> waiting = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);
      while (!waiting.contains(thread.getState()) && !Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
    }

    private boolean inside() {
      return in.isDone();
    }
  }
}
