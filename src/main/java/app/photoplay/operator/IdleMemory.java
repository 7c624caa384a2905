package app.photoplay.operator;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives back the memory that a burst has left behind. The collector that needs least memory
/// shrinks the heap in a full collection alone, and a program that has nothing to do never makes
/// one: so this asks for it once nothing is going on any more.
public final class IdleMemory {
  private static final Logger log = LoggerFactory.getLogger(IdleMemory.class);
  private static final Duration BETWEEN = Duration.ofSeconds(10);
  private static final long MB = 1L << 20;

  /// A heap of this size is left alone.
  private static final long SMALL = 64 * MB;

  /// What a program that has nothing to do allocates between two looks.
  private static final long QUIET = 2 * MB;

  private final Heap heap;
  private long used;
  private long kept;

  /// The heap, in bytes.
  interface Heap {
    /// What the system has handed over.
    long committed();

    long used();

    void collect();
  }

  IdleMemory(Heap heap) {
    this.heap = heap;
    this.used = heap.used();
  }

  /// Looks every ten seconds from now on, until the program ends.
  public static void watch() {
    IdleMemory memory = new IdleMemory(new OwnHeap());
    Thread.ofVirtual().name("idle-memory").start(memory::run);
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(BETWEEN);
        check();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Collects when nothing has gone on since the last look and the heap has grown by a quarter
  /// since it was collected last.
  void check() {
    long before = used;
    used = heap.used();
    boolean quiet = used >= before && used - before < QUIET;
    long committed = heap.committed();
    if (quiet && committed > SMALL && committed > kept + kept / 4) {
      heap.collect();
      kept = heap.committed();
      used = heap.used();
      log.debug("gave back {} MB", (committed - kept) / MB);
    }
  }

  private static final class OwnHeap implements Heap {
    @Override
    public long committed() {
      return Runtime.getRuntime().totalMemory();
    }

    @Override
    public long used() {
      return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Override
    public void collect() {
      System.gc();
    }
  }
}
