package app.photoplay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.chat.terminal.TerminalChat;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Captions from the wish to the file.
class CaptionsTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int talk(String words, Map<String, String> options) throws InterruptedException {
    TerminalChat terminal =
        new TerminalChat(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            folder.resolve("hello.mp4"));
    TestBot bot =
        new TestBot(folder.resolve("data"), List.of(terminal), TestBot.FREE, PortDecorator.NOTHING)
            .start();
    Map<String, String> chosen = new HashMap<>(options);
    chosen.put("photo", "sample");
    terminal.post(Optional.empty(), Optional.empty(), words, chosen);
    int code = terminal.await();
    bot.stop();
    return code;
  }

  @Test
  void areWrittenBesideTheVideo() throws Exception {
    int code = talk("Good morning, world.", Map.of("captions", "srt"));

    assertThat(code).isZero();
    assertThat(folder.resolve("hello.mp4")).exists();
    assertThat(folder.resolve("hello.srt"))
        .hasContent("1\n00:00:00,000 --> 00:00:03,000\nGood morning, world.\n\n");
  }

  @Test
  void areAnotherWishThanTheSameWithoutThem() throws Exception {
    talk("Good morning, world.", Map.of());
    assertThat(folder.resolve("hello.vtt")).doesNotExist();

    talk("Good morning, world.", Map.of("captions", "vtt"));

    assertThat(folder.resolve("hello.vtt")).exists();
  }

  /// Garay is in Unicode since 2024, and hardly any font has it.
  @Test
  void areRefusedWhenNoFontHasTheirLetters() throws Exception {
    int code = talk("Hi, 𐵐𐵑𐵒", Map.of("captions", "burned"));

    assertThat(code).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .contains("I have no font with these letters")
        .contains("--captions srt or --captions vtt")
        .contains("fonts-noto-core");
  }
}
