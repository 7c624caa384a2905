package app.photoplay.chat.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.outgoing.OutgoingQueue.Rank;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A queue over a clock that stands still until it is moved, and that is about to overflow.
@Timeout(120)
class OutgoingQueueTest {
  private static final Rates RATES =
      new Rates(
          List.of(new Rates.Window(25, 20, Duration.ofSeconds(1))),
          List.of(new Rates.Window(3, 2, Duration.ofSeconds(3))),
          List.of(
              new Rates.Window(3, 2, Duration.ofSeconds(3)),
              new Rates.Window(20, 15, Duration.ofMinutes(1))));

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
  private final OutgoingQueue queue = new OutgoingQueue("test", RATES, now::get);
  private final LinkedBlockingQueue<String> gone = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    queue.close();
  }

  @Test
  void letsEverybodyGoInTheOrderInWhichTheyCame() throws Exception {
    List<String> names = new ArrayList<>();
    for (int person = 0; person < 300; person++) {
      String name = "answer " + person;
      names.add(name);
      calls(name, "chat " + person, Rank.ANSWER);
    }

    // those that go at one time are told by threads of their own, in any order
    for (int second = 0; second < 300 / 25; second++) {
      assertThat(second == 0 ? taken(25) : all(25))
          .containsExactlyInAnyOrderElementsOf(names.subList(second * 25, second * 25 + 25));
    }
    assertThat(queue.waiting()).isZero();
  }

  @Test
  void letsResultsGoBeforeAnswersThatCameEarlier() throws Exception {
    for (int i = 0; i < 25; i++) {
      calls("before " + i, "full " + i, Rank.ANSWER);
      taken(1);
      pass(Duration.ofMillis(30));
    }
    calls("answer", "7", Rank.ANSWER);
    calls("result", "8", Rank.RESULT);

    assertThat(all(2)).containsExactly("result", "answer");
  }

  @Test
  void letsOthersPassWhileAPlaceIsOverItsRate() throws Exception {
    for (int i = 0; i < 5; i++) {
      calls("crowd " + i, "7", Rank.ANSWER);
    }
    calls("other", "8", Rank.ANSWER);

    assertThat(taken(4)).containsExactly("crowd 0", "crowd 1", "crowd 2", "other");
    assertThat(queue.waiting()).isEqualTo(2);
  }

  @Test
  void keepsThePlaceOfACallThatThePlatformFoundTooEarly() throws Exception {
    OutgoingQueue.Ticket early = queue.ticket("7", false, Rank.ANSWER);
    queue.await(early);
    queue.pause("7", false, Duration.ofSeconds(40));
    for (int i = 1; i <= 3; i++) {
      calls("later " + i, "7", Rank.ANSWER);
    }
    awaits("early", early);

    assertThat(taken(0)).isEmpty();
    // three go at one time, in any order
    assertThat(all(3)).containsExactlyInAnyOrder("early", "later 1", "later 2");
    assertThat(all(1)).containsExactly("later 3");
  }

  @Test
  void closesOnePlaceAloneWhenThePlatformFindsItCrowded() throws Exception {
    queue.pause("7", false, Duration.ofSeconds(40));

    assertThat(queue.offer("7", false)).isEqualTo(Duration.ofSeconds(40));
    assertThat(queue.offer("8", false)).isZero();
  }

  @Test
  void closesAllPlacesWhenThePlatformFindsSeveralCrowdedAtATime() throws Exception {
    queue.pause("7", false, Duration.ofSeconds(40));
    queue.pause("8", false, Duration.ofSeconds(5));

    assertThat(queue.offer("9", false)).isEqualTo(Duration.ofSeconds(5));
    pass(Duration.ofSeconds(5));
    assertThat(queue.offer("9", false)).isZero();
    assertThat(queue.offer("7", false)).isEqualTo(Duration.ofSeconds(35));
  }

  @Test
  void keepsAPlaceForAResultFreeOfProgress() throws Exception {
    assertThat(offered("7", false, 10)).isEqualTo(2);

    calls("result", "7", Rank.RESULT);
    assertThat(taken(1)).containsExactly("result");
  }

  @Test
  void holdsAGroupToItsMinuteAndAPersonToNone() throws Exception {
    int group = 0;
    int person = 0;
    for (int second = 0; second < 40; second++) {
      group += offered("-7", true, 1);
      person += offered("7", false, 1);
      pass(Duration.ofSeconds(1));
    }

    assertThat(group).isEqualTo(15);
    assertThat(person).isGreaterThan(25);
  }

  @Test
  void letsNoProgressOutWhileAnswersWait() throws Exception {
    for (int i = 0; i < 100; i++) {
      calls("answer " + i, "chat " + i, Rank.ANSWER);
    }
    taken(25);

    assertThat(queue.offer("elsewhere", false)).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void forgetsNoPauseWhileItForgetsIdlePlaces() throws Exception {
    queue.pause("7", false, Duration.ofHours(1));
    for (int chat = 100; chat < 1000; chat++) {
      pass(Duration.ofSeconds(2));
      var _ = queue.offer(Integer.toString(chat), false);
    }

    assertThat(queue.offer("7", false)).isPositive();
  }

  @Test
  void forgetsAThreadThatDoesNotWaitAnyMore() throws Exception {
    queue.pause("7", false, Duration.ofHours(1));
    Thread waiting = calls("never", "7", Rank.ANSWER);
    waiting.interrupt();
    waiting.join();

    assertThat(queue.waiting()).isZero();
  }

  @Test
  void letsEverybodyGoWhenItIsClosed() throws Exception {
    queue.pause("7", false, Duration.ofHours(1));
    calls("stuck", "7", Rank.ANSWER);

    queue.close();

    assertThat(gone.poll(10, TimeUnit.SECONDS)).isEqualTo("stuck");
  }

  private int offered(String place, boolean group, int tries) {
    int passed = 0;
    for (int i = 0; i < tries; i++) {
      passed += queue.offer(place, group).isZero() ? 1 : 0;
    }
    return passed;
  }

  /// Calls on a thread of its own and returns when it waits or is gone.
  private Thread calls(String name, String place, Rank rank) throws InterruptedException {
    return awaits(name, queue.ticket(place, false, rank));
  }

  private Thread awaits(String name, OutgoingQueue.Ticket ticket) throws InterruptedException {
    Thread thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                queue.await(ticket);
                gone.add(name);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    while (thread.isAlive() && thread.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
    return thread;
  }

  /// Those that are gone without time passing.
  private List<String> taken(int count) throws InterruptedException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(gone.poll(10, TimeUnit.SECONDS));
    }
    return names;
  }

  /// Moves the clock until so many are gone.
  private List<String> all(int count) throws InterruptedException {
    List<String> names = new ArrayList<>();
    while (names.size() < count) {
      int before = queue.waiting();
      pass(Duration.ofMillis(20));
      var _ = queue.offer("nudge", false);
      names.addAll(taken(before - queue.waiting()));
    }
    return names;
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
