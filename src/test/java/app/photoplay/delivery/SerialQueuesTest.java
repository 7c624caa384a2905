package app.photoplay.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SerialQueuesTest {
  private final LinkedBlockingQueue<String> done = new LinkedBlockingQueue<>();

  @Test
  void handlesEachQueueInItsOrderHoweverManyThereAre() throws Exception {
    var queues = new SerialQueues<Integer, String>("test", done::add);
    for (int item = 0; item < 20; item++) {
      for (int key = 0; key < 50; key++) {
        queues.add(key, key + ":" + item);
      }
    }

    List<String> all = taken(1000);

    for (int key = 0; key < 50; key++) {
      String own = key + ":";
      List<String> expected = new ArrayList<>();
      for (int item = 0; item < 20; item++) {
        expected.add(own + item);
      }
      assertThat(all.stream().filter(each -> each.startsWith(own))).isEqualTo(expected);
    }
    assertThat(queues.size()).isZero();
  }

  @Test
  void letsOtherQueuesGoOnWhileOneWaits() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    var queues =
        new SerialQueues<String, String>(
            "test",
            item -> {
              if (item.equals("slow")) {
                slow.await();
              }
              done.add(item);
            });

    queues.add("a", "slow");
    queues.add("a", "behind");
    queues.add("b", "quick");

    assertThat(taken(1)).containsExactly("quick");
    slow.countDown();
    assertThat(taken(2)).containsExactly("slow", "behind");
  }

  @Test
  void goesOnWithTheNextItemAfterAnError() throws Exception {
    var queues =
        new SerialQueues<String, String>(
            "test",
            item -> {
              if (item.equals("bad")) {
                Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
                throw new StackOverflowError();
              }
              done.add(item);
            });

    queues.add("a", "bad");
    queues.add("a", "good");

    assertThat(taken(1)).containsExactly("good");
  }

  @Test
  void leavesWhatPausesWhenItStops() throws Exception {
    var queues = new SerialQueues<?, ?>[1];
    var own =
        new SerialQueues<String, String>(
            "test",
            item -> {
              done.add(item);
              done.add("again: " + queues[0].pause(Duration.ofHours(1)));
            });
    queues[0] = own;
    own.add("a", "first");
    own.add("a", "second");
    assertThat(taken(1)).containsExactly("first");

    own.stop(Duration.ofSeconds(30));

    assertThat(taken(1)).containsExactly("again: false");
    assertThat(done).isEmpty();
  }

  private List<String> taken(int count) throws InterruptedException {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(done.poll(30, TimeUnit.SECONDS));
    }
    return items;
  }
}
