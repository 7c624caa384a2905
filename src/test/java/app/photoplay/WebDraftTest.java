package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.testkit.WebHost;
import app.photoplay.testkit.WebVisitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A photo whose words or options were refused waits for better ones.
class WebDraftTest {
  /// Garay is in Unicode since 2024, and hardly any font has it.
  private static final String NO_FONT = "Hi, 𐵐𐵑𐵒";

  @TempDir Path folder;
  private WebHost host;
  private TestBot bot;
  private WebVisitor visitor;
  private WebVisitor.Window window;

  @BeforeEach
  void open() throws Exception {
    host = WebHost.open(folder);
    bot =
        new TestBot(folder.resolve("data"), List.of(host.chat), TestBot.FREE, PortDecorator.NOTHING)
            .start();
    visitor = WebVisitor.arrive(host);
    window = visitor.live(0);
  }

  @AfterEach
  void close() throws Exception {
    visitor.close();
    bot.stop();
    host.close();
  }

  @Test
  void takesOtherCaptionsForWordsThatCannotBeDrawn() throws Exception {
    JsonNode refusal = answer(NO_FONT, Map.of("photo", "sample", "captions", "burned"), "REFUSAL");

    JsonNode result = answer(NO_FONT, Map.of("captions", "srt"), "RESULT");

    assertThat(refusal.path("text").asText()).startsWith("I have no font with these letters");
    assertThat(result.path("text").asText()).contains("Made by AI with Photoplay");
  }

  @Test
  void doesNotRefuseTheNextTryForAChoiceThatWasTakenBack() throws Exception {
    answer(NO_FONT, Map.of("photo", "sample", "captions", "burned"), "REFUSAL");

    JsonNode result = answer(NO_FONT, Map.of(), "RESULT");

    assertThat(result.path("text").asText()).contains("Made by AI with Photoplay");
  }

  @Test
  void keepsTheOtherChoices() throws Exception {
    answer("...", Map.of("photo", "sample", "captions", "srt"), "REFUSAL");

    JsonNode result = answer("Better words", Map.of(), "RESULT");

    assertThat(result.path("video").path("captions").path("kind").asText()).isEqualTo("srt");
  }

  /// Says it and waits for the bot's next message of that kind.
  private JsonNode answer(String words, Map<String, String> options, String kind) throws Exception {
    ObjectNode message = WebVisitor.message(words).put("language", "en");
    ObjectNode chosen = message.putObject("options");
    options.forEach(chosen::put);
    visitor.say(message);
    while (true) {
      JsonNode content = window.next().path("message").path("content");
      if (content.path("kind").asText().equals(kind)) {
        return content;
      }
      assertThat(content.path("kind").asText("")).isIn("", "PROGRESS", "ANSWER");
    }
  }
}
