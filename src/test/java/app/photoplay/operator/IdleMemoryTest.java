package app.photoplay.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdleMemoryTest {
  private static final long MB = 1L << 20;

  private final Heap heap = new Heap();
  private final IdleMemory memory = new IdleMemory(heap);

  private static final class Heap implements IdleMemory.Heap {
    long committed = 40 * MB;
    long used = 30 * MB;
    int collections;

    @Override
    public long committed() {
      return committed;
    }

    @Override
    public long used() {
      return used;
    }

    @Override
    public void collect() {
      collections++;
      used = 30 * MB;
      committed = 40 * MB;
    }
  }

  @Test
  void collectsOnceWhenTheBurstIsOver() {
    heap.committed = 200 * MB;
    for (int i = 0; i < 5; i++) {
      heap.used += 20 * MB;
      memory.check();
    }
    assertThat(heap.collections).isZero();

    for (int i = 0; i < 5; i++) {
      heap.used += MB;
      memory.check();
    }

    assertThat(heap.collections).isEqualTo(1);
    assertThat(heap.committed).isEqualTo(40 * MB);
  }

  @Test
  void leavesASmallHeapAlone() {
    for (int i = 0; i < 5; i++) {
      memory.check();
    }

    assertThat(heap.collections).isZero();
  }

  @Test
  void doesNotCollectAgainAndAgainWhatIsReallyNeeded() {
    heap.committed = 200 * MB;
    memory.check();
    heap.committed = 45 * MB;
    memory.check();

    assertThat(heap.collections).isEqualTo(1);
  }
}
