package app.photoplay.chat.update;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.Person;
import app.photoplay.chat.update.NotRecorded.Why;
import app.photoplay.testkit.Inbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IntakeTest {
  private final Intake intake = new Intake("fake", Duration.ofMinutes(1));
  private final Inbox inbox = new Inbox();

  private static ChatUpdate said(String words) {
    var in = new Conversation("fake", "1", "", false);
    return new ChatUpdate.PlainMessage(
        words,
        new Person("fake", "7", "", ""),
        new MessageRef(in, words),
        words,
        Map.of(),
        List.of(),
        Optional.empty());
  }

  private static UpdateSink sink(Consumer<ChatUpdate> accept) {
    return accept::accept;
  }

  private static NotRecorded not(Why why) {
    return new NotRecorded(why, new IllegalStateException("a test says so"));
  }

  @Test
  void hasWrittenDownAllThatCameWhenItIsStopped() {
    List<String> written = new CopyOnWriteArrayList<>();
    CountDownLatch gate = new CountDownLatch(1);
    intake.start(
        sink(update -> {
          awaited(gate);
          written.add(update.id());
        }));
    IntStream.range(0, 100).forEach(i -> intake.add(said("m" + i)));
    CompletableFuture<Void> opening = CompletableFuture.runAsync(gate::countDown);

    intake.stop();

    opening.join();
    assertThat(written).hasSize(100).startsWith("m0", "m1").endsWith("m99");
  }

  @Test
  void triesWhatCannotBeWrittenDownUntilItCanAlsoWhenItIsStopped() {
    List<String> written = new CopyOnWriteArrayList<>();
    CountDownLatch failures = new CountDownLatch(2);
    intake.start(
        sink(update -> {
          failures.countDown();
          if (failures.getCount() > 0) {
            throw not(Why.UNAVAILABLE);
          }
          written.add(update.id());
        }));
    intake.add(said("one"));
    intake.add(said("two"));

    intake.stop();

    assertThat(written).containsExactly("one", "two");
  }

  @Test
  void leavesWhatItCannotWriteDownInTimeToTheNextStart() throws Exception {
    Intake hurried = new Intake("fake", Duration.ofMillis(1));
    CountDownLatch tried = new CountDownLatch(1);
    hurried.start(
        sink(_ -> {
          tried.countDown();
          throw not(Why.UNAVAILABLE);
        }));
    hurried.add(said("one"));
    hurried.add(said("two"));
    tried.await();

    hurried.stop();
    hurried.start(inbox);

    List<String> written = List.of(inbox.message().id(), inbox.message().id());
    assertThat(written).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void isNotStoppedByAStopWithoutAStart() throws Exception {
    intake.stop();
    intake.start(inbox);
    intake.add(said("one"));

    assertThat(inbox.message().id()).isEqualTo("one");
  }

  @Test
  void putsAsideWhatIsRefusedAndGoesOn() throws Exception {
    List<RejectedUpdate> aside = new CopyOnWriteArrayList<>();
    intake.start(
        new UpdateSink() {
          @Override
          public void accept(ChatUpdate update) {
            if (update.id().equals("bad")) {
              throw not(Why.REFUSED);
            }
            inbox.accept(update);
          }

          @Override
          public void putAside(RejectedUpdate update) {
            aside.add(update);
          }
        });
    intake.add(said("bad"));
    intake.add(said("good"));

    assertThat(inbox.message().id()).isEqualTo("good");
    assertThat(aside).hasSize(1);
    assertThat(intake.trouble()).isEmpty();
  }

  @Test
  void saysThatNothingIsWrittenDown() throws Exception {
    CountDownLatch tries = new CountDownLatch(2);
    intake.start(
        sink(_ -> {
          tries.countDown();
          throw not(Why.NO_ROOM);
        }));
    intake.add(said("one"));
    tries.await();

    assertThat(intake.trouble()).contains("cannot be stored");
  }

  private static void awaited(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("it must not be interrupted while it writes", e);
    }
  }
}
