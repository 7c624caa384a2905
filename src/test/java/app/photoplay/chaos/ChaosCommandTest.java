package app.photoplay.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.cli.Shell;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChaosCommandTest {
  private final List<ChaosOptions> started = new ArrayList<>();
  private final StringWriter err = new StringWriter();

  @Test
  void passesOnEverythingItIsTold() {
    String words =
        "--kills 7 --seed 5 --break no-fence --workers 3 --database postgres --freezes 1 --cuts 2"
            + " --config c.yaml";

    assertThat(run(words.split(" ", -1))).isZero();

    assertThat(started)
        .containsExactly(
            new ChaosOptions(
                Optional.of(Path.of("c.yaml")),
                Duration.ofMinutes(1),
                Optional.of(7),
                1,
                2,
                true,
                Optional.empty(),
                Optional.of(5L),
                3,
                "no-fence",
                false,
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "--minutes=0,--minutes must be 1 or more",
    "--kills=0,--kills must be 1 or more",
    "--workers=17,--workers must be 1 to 16",
    "--freezes=1,--freezes and --cuts need --database postgres",
    "--cuts=1,--freezes and --cuts need --database postgres",
    "--break=no-fence,--break no-fence shows with --cuts 1 or more",
    "--database=oracle,'oracle is none of sqlite, postgres'",
    "--break=all,all is none of nothing",
    "--store-faults --kills=1,--store-faults goes with --minutes",
    "--server --store-faults,--server goes with --minutes",
    "--server --people=0,--people must be 1 or more",
    "'--server --trouble kill,rain',rain is no kind of trouble",
    "--worker=2,'There is no option --worker, did you mean --workers?'"
  })
  void refusesWhatItCannotDo(String option, String sentence) {
    assertThat(run(option.split(" ", -1))).isEqualTo(2);

    assertThat(err.toString()).contains(sentence).doesNotContain("Exception");
    assertThat(started).isEmpty();
  }

  private int run(String... words) {
    ChaosCommand command =
        new ChaosCommand(options -> {
          started.add(options);
          return 0;
        });
    return Shell.of(command, new PrintWriter(new StringWriter()), new PrintWriter(err, true))
        .run(words);
  }
}
