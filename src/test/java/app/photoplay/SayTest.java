package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.app.App;
import app.photoplay.cli.Shell;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `say` as it is typed: nothing is made but what was asked for.
class SayTest {
  @TempDir Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Das Ticket kostet 12,50 Euro | de | de",
        "See you at the café in München | en | slt",
        "Спасибо за подарок, бабушка | ru | ru",
        "Дякую за подарунок, бабусю | uk | uk",
        "آپ کیسے ہیں | ur | ur",
        "वाढदिवसाच्या शुभेच्छा | mr | mr"
      })
  void aProgramReadsLanguageVoiceAndWords(String text, String language, String voice)
      throws IOException {
    assertThat(say("--text", text, "--json")).isZero();

    JsonNode line = json().getFirst();
    assertThat(line.get("language").asText()).isEqualTo(language);
    assertThat(line.get("voice").asText()).isEqualTo(voice);
    assertThat(line.get("words").asText()).isNotBlank();
    assertThat(said(err)).isEmpty();
  }

  @Test
  void aPersonReadsTheSame() {
    assertThat(say("--text", "Guten Morgen, liebe Oma", "--explain")).isZero();

    assertThat(said(out))
        .contains("language  de (German)", "voice     de (German)", "Guten Morgen, liebe Oma")
        .contains("or else");
  }

  @Test
  void nothingIsLeftBehind() {
    say("--text", "Guten Morgen");

    assertThat(home).isEmptyDirectory();
  }

  @Test
  void eachLineOfAFileIsJudgedByItself() throws IOException {
    Path file = home.resolve("texts");
    Files.writeString(file, "\uFEFFHola abuela\r\n\r\nBonjour mamie\nGood morning grandma");

    assertThat(say("--text-file", file.toString(), "--json")).isZero();

    assertThat(json())
        .extracting(it -> it.get("language").asText())
        .containsExactly("es", "fr", "en");
  }

  @Test
  void aLineThatNobodySpeaksDoesNotKeepTheOthersBack() throws IOException {
    Path file = home.resolve("texts");
    Files.writeString(file, "สวัสดีครับ\nBonjour mamie\n");

    assertThat(say("--text-file", file.toString(), "--json")).isEqualTo(2);

    assertThat(json()).extracting(it -> it.get("language").asText()).containsExactly("th", "fr");
    assertThat(said(err)).contains("No voice here speaks Thai");
  }

  @Test
  void theVoiceCanBeNamedByItsLanguage() throws IOException {
    assertThat(say("--text", "Bonjour mamie", "--voice", "en", "--json")).isZero();

    assertThat(json().getFirst().get("voice").asText()).isEqualTo("slt");
    assertThat(json().getFirst().get("language").asText()).isEqualTo("fr");
  }

  @ParameterizedTest
  @CsvSource({"da, da", "nb-NO, no"})
  void onesOwnLanguageDecidesWhatTheWordsDoNot(String own, String language) throws IOException {
    say("--text", "Hvor er du", "--language", own, "--json");

    assertThat(json().getFirst().get("language").asText()).isEqualTo(language);
  }

  @Test
  void speechIsWrittenAsTheProductMakesIt() throws IOException, UnsupportedAudioFileException {
    Path target = home.resolve("new/hello.wav");

    assertThat(say("--text", "Hello there", "--out", target.toString())).isZero();

    AudioFileFormat wav = AudioSystem.getAudioFileFormat(target.toFile());
    assertThat(wav.getFormat().getSampleRate()).isEqualTo(48_000);
    assertThat(wav.getFormat().getSampleSizeInBits()).isEqualTo(16);
    assertThat(wav.getFrameLength() / 48_000.0).isCloseTo(1.2, within(0.6));
    try (Stream<Path> left = Files.walk(home)) {
      assertThat(left.filter(Files::isRegularFile).map(Path::toFile).map(File::getName))
          .noneMatch(it -> it.startsWith("speech-"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--text; | --text is empty",
        "--text;   | --text is empty",
        "--text;😀 | nothing to say",
        "--text;hi;--voice;foo | There is no voice foo here. There are: slt",
        "--text;Привет 你好 日本;--voice;ru | The voice cannot say “你好 日本”",
        "--text;hi;--language;klingon | is no language",
        "--text;hi;--out;hi.mp3 | must end with .wav",
        "--text;hi;--text-file;pom.xml | mutually exclusive",
        "--json | Missing required",
        "--text-file;/nowhere/at/all | is no file that can be read",
        "--text-file;src/docs/web-chat.png | is no text in UTF-8",
        "--text-file;pom.xml;--out;x.wav | --out takes the speech of one --text",
        "--text;สวัสดีครับ | No voice here speaks Thai"
      })
  void whatIsWrongIsSaidInOneSentence(String arguments, String sentence) {
    assertThat(say(arguments.split(";", -1))).isEqualTo(2);

    assertThat(said(err).lines()).hasSize(1).first().asString().contains(sentence);
  }

  private int say(String... arguments) {
    String[] all =
        Stream.concat(
                Stream.of("say", "--data", home.resolve("data").toString()), Stream.of(arguments))
            .toArray(String[]::new);
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream wrong = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Shell(
            () -> new App(print, wrong, Map.of()),
            home,
            false,
            new PrintWriter(print, true, StandardCharsets.UTF_8),
            new PrintWriter(wrong, true, StandardCharsets.UTF_8))
        .run(all);
  }

  private List<JsonNode> json() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : said(out).lines().toList()) {
      lines.add(mapper.readTree(line));
    }
    return lines;
  }

  private static String said(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
