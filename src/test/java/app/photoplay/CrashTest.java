package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.command.inbox.InboxStore;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.OrderTrigger;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Stops the bot before and after everything it does, starts it again, and looks at what is left.
final class CrashTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static Thread.UncaughtExceptionHandler usual;

  @TempDir private static Path folder;

  @BeforeAll
  static void lets_halted_threads_die_in_silence() {
    usual = letsHaltedThreadsDieInSilence();
  }

  /// Returns what is to be put back.
  static Thread.UncaughtExceptionHandler letsHaltedThreadsDieInSilence() {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, death) -> {
      if (!(death instanceof CrashPoints.Halted)) {
        thread.getThreadGroup().uncaughtException(thread, death);
      }
    });
    return before;
  }

  @AfterAll
  static void restores_the_usual_handler() {
    Thread.setDefaultUncaughtExceptionHandler(usual);
  }

  /// Every third point: all of them take minutes.
  @TestFactory
  Stream<DynamicContainer> comesToTheSameEndAfterACrash() {
    return all(3);
  }

  @TestFactory
  @Tag("proof")
  Stream<DynamicContainer> comesToTheSameEndWhereverItCrashes() {
    return all(1);
  }

  private static Stream<DynamicContainer> all(int step) {
    return CrashScenarios.ALL.stream()
        .map(it -> DynamicContainer.dynamicContainer(it.name(), tests(it, step)));
  }

  @Test
  void reportsABotThatSendsItsResultAsANewMessage() throws Exception {
    PortDecorator careless =
        replacing(
            ChatPlatform.class,
            "edit",
            (platform, arguments) -> {
              OutboundMessage message = (OutboundMessage) arguments[1];
              return message.video().isEmpty()
                  ? platform.edit((MessageRef) arguments[0], message)
                  : platform.send(((MessageRef) arguments[0]).conversation(), message);
            });

    CrashWorld.Result result = broken("after ChatPlatform.edit#" + lastEdit(careless), careless);

    assertThat(result.complaints()).contains("videos in the chat: 2 instead of 1");
  }

  @Test
  void reportsABotThatDoesNotRecogniseWhatItTookBefore() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    PortDecorator forgetful =
        replacing(
            DeskStore.class,
            "place",
            (desk, arguments) ->
                desk.place(
                    asNew((DeskStore.NewJob) arguments[0], calls.incrementAndGet()),
                    (Instant) arguments[1]));

    CrashWorld.Result result = broken("after DeskStore.place#1", forgetful);

    assertThat(result.complaints()).contains("videos in the chat: 2 instead of 1");
  }

  @Test
  void reportsABotThatForgetsWhatItTook() throws Exception {
    PortDecorator forgetful = replacing(InboxStore.class, "record", (_, _) -> true);

    CrashWorld.Result result = broken("after ChatPlatform.download#1", forgetful);

    assertThat(result.complaints()).contains("jobs that ended well: 0 instead of 1");
  }

  private static DeskStore.NewJob asNew(DeskStore.NewJob job, int number) {
    MessageRef message = job.occasion().message();
    return new DeskStore.NewJob(
        job.account(),
        job.kind(),
        job.request(),
        job.fingerprint(),
        job.offer(),
        job.made(),
        job.inputs(),
        new OrderTrigger(message, "v1:x:" + number, "press" + number, job.occasion().language()),
        job.draft(),
        job.priority(),
        job.limit(),
        job.queue());
  }

  private static CrashWorld.Result broken(String end, PortDecorator around) throws Exception {
    return play(CrashScenarios.PHOTO_WITH_CAPTION, Optional.of(end), around, Duration.ofSeconds(3));
  }

  private static long lastEdit(PortDecorator around) throws Exception {
    return play(CrashScenarios.PHOTO_WITH_CAPTION, Optional.empty(), around, PATIENCE)
        .points()
        .stream()
        .filter(point -> point.startsWith("after ChatPlatform.edit#"))
        .count();
  }

  /// Puts another body in the place of one method of one port.
  private static <P> PortDecorator replacing(Class<P> port, String method, Body<P> body) {
    return new PortDecorator() {
      @Override
      public <T> T port(Class<T> type, T real) {
        if (!type.equals(port)) {
          return real;
        }
        return type.cast(
            Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, called, arguments) ->
                    called.getName().equals(method)
                        ? body.call(port.cast(real), arguments)
                        : called.invoke(real, arguments)));
      }
    };
  }

  private interface Body<P> {
    Object call(P real, Object[] arguments) throws Exception;
  }

  /// @param step one for every point, else each so many-th
  private static Stream<DynamicNode> tests(CrashScenario scenario, int step) {
    try {
      CrashWorld.Result recorded =
          play(scenario, Optional.empty(), PortDecorator.NOTHING, PATIENCE);
      // Between what was done and what comes next nothing changes: once is enough to show that.
      List<String> every =
          recorded.points().stream()
              .filter(point ->
                  scenario.equals(CrashScenarios.PHOTO_WITH_CAPTION) || point.startsWith("after"))
              .toList();
      List<String> points =
          IntStream.iterate(0, i -> i < every.size(), i -> i + step).mapToObj(every::get).toList();
      AtomicInteger died = new AtomicInteger();
      Stream<DynamicNode> first =
          Stream.of(
              DynamicTest.dynamicTest(
                  "without a crash", () -> assertThat(recorded.complaints()).isEmpty()));
      Stream<DynamicNode> each =
          points.stream()
              .map(point ->
                  DynamicTest.dynamicTest(
                      "stopped " + point,
                      () -> {
                        CrashWorld.Result result =
                            play(scenario, Optional.of(point), PortDecorator.NOTHING, PATIENCE);

                        died.addAndGet(result.died() ? 1 : 0);
                        assertThat(result.complaints()).isEmpty();
                      }));
      Stream<DynamicNode> last =
          Stream.of(
              DynamicTest.dynamicTest(
                  "most points were come to",
                  () -> assertThat(died.get()).isGreaterThan(points.size() / 2)));
      return Stream.of(first, each, last).flatMap(tests -> tests);
    } catch (InterruptedException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CrashWorld.Result play(
      CrashScenario scenario, Optional<String> end, PortDecorator around, Duration patience)
      throws InterruptedException, IOException {
    Path own = Files.createTempDirectory(folder, "world");
    try (CrashWorld world = new CrashWorld(scenario, own, around, patience)) {
      return world.play(end);
    }
  }
}
