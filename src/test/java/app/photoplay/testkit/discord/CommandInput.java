package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What a person types behind a command, as far as Discord lets them. Guarded by the state's lock.
final class CommandInput {
  private static final int TEXT = 3;
  private static final int WHOLE = 4;
  private static final int TRUTH = 5;
  private static final int NUMBER = 10;
  private static final int FILE = 11;

  private final DiscordState state;
  private final JsonNode command;

  CommandInput(DiscordState state, JsonNode command) {
    this.state = state;
    this.command = command;
  }

  /// A command without options that need not be registered.
  static ObjectNode named(String name) {
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("id", "1").put("name", name);
    return data.put("type", 1);
  }

  static ObjectNode head(JsonNode command) {
    ObjectNode head = JsonNodeFactory.instance.objectNode();
    head.put("id", command.path("id").asText()).put("name", command.path("name").asText());
    return head.put("type", command.path("type").asInt());
  }

  /// A whole command; fails where Discord would not let it go.
  ObjectNode filled(List<DiscordOption> given) {
    for (JsonNode option : command.path("options")) {
      String name = option.path("name").asText();
      if (option.path("required").asBoolean()
          && given.stream().noneMatch(it -> it.name().equals(name))) {
        throw new AssertionError(name + " is required");
      }
    }
    return data(given, false);
  }

  /// A command that is being written.
  ObjectNode begun(List<DiscordOption> given) {
    DiscordOption last = given.getLast();
    if (!known(last.name()).path("autocomplete").asBoolean()) {
      throw new AssertionError(last.name() + " has no suggestions");
    }
    ObjectNode data = data(given, true);
    ((ObjectNode) data.path("options").path(given.size() - 1)).put("focused", true);
    return data;
  }

  private ObjectNode data(List<DiscordOption> given, boolean begun) {
    ObjectNode data = head(command);
    ArrayNode options = data.putArray("options");
    ObjectNode resolved = JsonNodeFactory.instance.objectNode();
    for (DiscordOption option : given) {
      JsonNode known = known(option.name());
      ObjectNode json = options.addObject().put("name", option.name());
      json.put("type", known.path("type").asInt());
      put(json, known, option.value(), resolved, begun);
    }
    if (!resolved.isEmpty()) {
      data.set("resolved", resolved);
    }
    return data;
  }

  private JsonNode known(String name) {
    for (JsonNode option : command.path("options")) {
      if (option.path("name").asText().equals(name)) {
        return option;
      }
    }
    throw new AssertionError("/%s has no option %s".formatted(command.path("name").asText(), name));
  }

  private void put(
      ObjectNode json, JsonNode known, Object value, ObjectNode resolved, boolean begun) {
    int type = known.path("type").asInt();
    switch (value) {
      case DiscordFile file when type == FILE -> {
        Attachment kept = file.upload(state, FakeDiscord.BOT, true, 0);
        json.put("value", Long.toString(kept.id()));
        resolved.withObject("/attachments").set(Long.toString(kept.id()), state.cdn.json(kept));
      }
      case Boolean truth when type == TRUTH -> json.put("value", truth);
      case Double number when type == NUMBER -> json.put("value", between(known, number));
      case Double number when type == WHOLE -> json.put("value", (long) between(known, number));
      case String text when type == TEXT -> json.put("value", begun ? text : chosen(known, text));
      case String text when begun -> json.put("value", text);
      default -> throw new AssertionError("%s does not take %s".formatted(known, value));
    }
  }

  private static double between(JsonNode known, double number) {
    if (number < known.path("min_value").asDouble(-Double.MAX_VALUE)
        || number > known.path("max_value").asDouble(Double.MAX_VALUE)) {
      throw new AssertionError("%s does not take %s".formatted(known, number));
    }
    return number;
  }

  /// A choice may be named by what it says or by its value.
  private static String chosen(JsonNode known, String text) {
    if (text.length() < known.path("min_length").asInt(0)
        || text.length() > known.path("max_length").asInt(6000)) {
      throw new AssertionError("%s does not take %d letters".formatted(known, text.length()));
    }
    if (known.path("choices").isEmpty()) {
      return text;
    }
    for (JsonNode choice : known.path("choices")) {
      if (choice.path("value").asText().equals(text) || choice.path("name").asText().equals(text)) {
        return choice.path("value").asText();
      }
    }
    throw new AssertionError("%s does not offer %s".formatted(known, text));
  }
}
