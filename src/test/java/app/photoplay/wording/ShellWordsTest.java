package app.photoplay.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/// What people at a shell read.
class ShellWordsTest {
  private static final List<String> CHATTY = List.of("Send ", "reply", "tap", "voice note", " /");

  @Test
  void advisesOptionsAndNothingThatIsDoneInChats() throws IOException {
    assertThat(texts().values())
        .isNotEmpty()
        .allSatisfy(text -> assertThat(text.toString()).doesNotContain(CHATTY).doesNotContain("'"));
  }

  @Test
  void changesOnlyWhatIsThereWithTheSameValues() throws IOException {
    for (String key : texts().stringPropertyNames()) {
      Phrase phrase =
          Arrays.stream(Phrase.values())
              .filter(it -> it.key().equals(key))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no phrase " + key));
      String text = texts().getProperty(key);
      assertThat(phrase.arguments())
          .as(key)
          .allSatisfy(argument -> assertThat(text).containsPattern("\\{" + argument.name()));
    }
  }

  @Test
  void isSpokenAtTheShellAloneAndTheRestIsAsInChats() {
    Wording wording = new Wording("en");
    String shell = wording.language(Wording.SHELL);

    assertThat(wording.say(shell, Phrase.NO_FACE_ASK)).contains("--zoom");
    assertThat(wording.say("en", Phrase.NO_FACE_ASK)).doesNotContain("--");
    assertThat(wording.say(shell, Phrase.RESULT_LABEL))
        .isEqualTo(wording.say("en", Phrase.RESULT_LABEL));
  }

  private static Properties texts() throws IOException {
    Properties all = new Properties();
    try (var in = Files.newBufferedReader(Path.of("src/main/resources/shell/en.properties"))) {
      all.load(in);
    }
    return all;
  }
}
