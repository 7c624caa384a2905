package app.photoplay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainStartTest {
  private static final Path HOME = Path.of("/home");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "serve",
        "--data|d",
        "serve|--data|/srv/my photos|--config|c.yaml",
        "--config|c.yaml|serve|--data|d",
      })
  void takesAPlainStart(String args) {
    assertThat(PlainStart.of(HOME, false, words(args))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "--version",
        "talk",
        "serve|now",
        "serve|serve",
        "--data",
        "--data|--config",
        "--data|d|--data|e",
        "--data=d",
        "--dta|d",
        "--data|'d'",
        "--data|@file",
        "serve|--help",
      })
  void leavesEverythingElseToTheShell(String args) {
    assertThat(PlainStart.of(HOME, false, words(args))).isEmpty();
  }

  private static String[] words(String args) {
    return args.isEmpty() ? new String[0] : args.split("\\|");
  }
}
