package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Stops the bot before and after everything it does, starts it again, and looks at what is left.
final class CrashTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static Thread.UncaughtExceptionHandler usual;

  @TempDir private static Path folder;

  @BeforeAll
  static void lets_halted_threads_die_in_silence() {
    usual = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, death) -> {
      if (!(death instanceof CrashPoints.Halted)) {
        thread.getThreadGroup().uncaughtException(thread, death);
      }
    });
  }

  @AfterAll
  static void restores_the_usual_handler() {
    Thread.setDefaultUncaughtExceptionHandler(usual);
  }

  @TestFactory
  Stream<DynamicContainer> comesToTheSameEndAfterACrash() {
    return CrashScenarios.ALL.stream()
        .map(scenario -> DynamicContainer.dynamicContainer(scenario.name(), tests(scenario)));
  }

  private static Stream<DynamicNode> tests(CrashScenario scenario) {
    try {
      CrashWorld.Result recorded = play(scenario, Optional.empty(), Around.NOTHING, PATIENCE);
      AtomicInteger died = new AtomicInteger();
      Stream<DynamicNode> first =
          Stream.of(
              DynamicTest.dynamicTest(
                  "without a crash", () -> assertThat(recorded.complaints()).isEmpty()));
      Stream<DynamicNode> each =
          recorded.points().stream()
              .map(point ->
                  DynamicTest.dynamicTest(
                      "stopped " + point,
                      () -> {
                        CrashWorld.Result result =
                            play(scenario, Optional.of(point), Around.NOTHING, PATIENCE);

                        died.addAndGet(result.died() ? 1 : 0);
                        assertThat(result.complaints()).isEmpty();
                      }));
      Stream<DynamicNode> last =
          Stream.of(
              DynamicTest.dynamicTest(
                  "nearly every point was come to",
                  () -> assertThat(died.get()).isGreaterThan(recorded.points().size() * 8 / 10)));
      return Stream.of(first, each, last).flatMap(tests -> tests);
    } catch (InterruptedException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CrashWorld.Result play(
      CrashScenario scenario, Optional<String> end, Around around, Duration patience)
      throws InterruptedException, IOException {
    Path own = Files.createTempDirectory(folder, "world");
    try (CrashWorld world = new CrashWorld(scenario, own, around, patience)) {
      return world.play(end);
    }
  }
}
