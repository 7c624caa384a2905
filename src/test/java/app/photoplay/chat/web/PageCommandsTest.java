package app.photoplay.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.CommandInfo;
import app.photoplay.kind.OrderOptions;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the page is told that people can choose.
class PageCommandsTest {
  private static JsonNode described() {
    var voice =
        OrderOptions.VOICE.suggesting(
            () -> List.of("slt", "de"), it -> it.equals("slt") ? "Sally, English (US)" : "German");
    var talk =
        new CommandInfo(
            "talk",
            Phrase.COMMAND_TALK,
            List.of(voice, OrderOptions.SPEED, OrderOptions.ASPECT, OrderOptions.SECONDS));
    ObjectNode page = Content.JSON.createObjectNode();
    new PageCommands(List.of(talk), new Wording("en")).describe(page);
    return page.path("choices");
  }

  private static List<String> all(JsonNode values, String field) {
    return values.valueStream().map(it -> it.path(field).asText()).toList();
  }

  @Test
  void voicesHaveTheirNamesAndSpeedsTheirSteps() {
    JsonNode choices = described();

    assertThat(all(choices, "name")).containsExactly("voice", "speed", "aspect");
    assertThat(all(choices.get(0).path("values"), "label"))
        .containsExactly("Sally, English (US)", "German");
    assertThat(all(choices.get(0).path("values"), "value")).containsExactly("slt", "de");
    assertThat(all(choices.get(1).path("values"), "label")).containsExactly("Slower", "Faster");
  }
}
