package app.photoplay.chaos.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chaos.Tally;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A short `./photoplay chaos --server`: every kind of trouble once.
@Tag("proof")
class ServerChaosTest {
  @TempDir private Path work;

  @Test
  void losesAndDoublesNothingAndAnswersEverybodyWhateverHappensOutside() throws Exception {
    Tally tally =
        ServerChaos.run(
            new ServerSettings(
                Duration.ZERO,
                Optional.empty(),
                100,
                EnumSet.allOf(Trouble.class),
                4711,
                work,
                command()));

    assertThat(tally.violations())
        .allSatisfy((name, figure) -> {
          // How fast a busy machine answers is measured by `./photoplay chaos --server`.
          if (!name.equals(Tally.SLOW_HEALTH)) {
            assertThat(figure).as(name).isZero();
          }
        });
  }

  private static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-XX:+UseSerialGC",
        "-Xmx512m",
        "-XX:TieredStopAtLevel=1",
        "-Djava.awt.headless=true",
        "-cp",
        System.getProperty("java.class.path"),
        "app.photoplay.Main");
  }
}
