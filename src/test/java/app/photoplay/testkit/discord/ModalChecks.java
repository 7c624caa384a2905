package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;

/// What Discord demands of modals.
final class ModalChecks {
  private static final int MOST_TEXT = 4000;

  private ModalChecks() {}

  static void check(JsonNode modal) {
    MessageChecks.custom("data", modal);
    if (modal.path("title").asText("").isEmpty()) {
      throw DiscordError.required("data.title");
    }
    MessageChecks.longest("data.title", modal.path("title"), 45);
    JsonNode parts = modal.path("components");
    if (parts.isEmpty() || parts.size() > 5) {
      throw DiscordError.length("data.components", 1, 5);
    }
    for (int i = 0; i < parts.size(); i++) {
      String at = "data.components." + i;
      switch (parts.get(i).path("type").asInt()) {
        case 18 -> label(at, parts.get(i));
        case 1 -> field(at + ".components.0", parts.get(i).path("components").path(0));
        case 10 -> MessageChecks.longest(at, parts.get(i).path("content"), MOST_TEXT);
        default -> throw DiscordError.choice(at + ".type", "must be one of (1, 10, 18)");
      }
    }
  }

  private static void label(String path, JsonNode label) {
    if (label.path("label").asText("").isEmpty()) {
      throw DiscordError.required(path + ".label");
    }
    MessageChecks.longest(path + ".label", label.path("label"), 45);
    MessageChecks.longest(path + ".description", label.path("description"), 100);
    field(path + ".component", label.path("component"));
  }

  private static void field(String path, JsonNode field) {
    MessageChecks.custom(path, field);
    switch (field.path("type").asInt()) {
      case 3, 5, 6, 7, 8 -> MessageChecks.part(path, field);
      case 4 -> {
        MessageChecks.longest(path + ".placeholder", field.path("placeholder"), 100);
        MessageChecks.longest(path + ".value", field.path("value"), MOST_TEXT);
        if (field.path("max_length").asInt(1) > MOST_TEXT) {
          throw DiscordError.form(path + ".max_length", "NUMBER_TYPE_MAX", "at most " + MOST_TEXT);
        }
      }
      case 19 -> {
        if (field.path("max_values").asInt(1) > 10) {
          throw DiscordError.form(path + ".max_values", "NUMBER_TYPE_MAX", "at most 10");
        }
      }
      case 21, 22, 23 -> {
        // radio groups and check boxes
      }
      default -> throw DiscordError.choice(path + ".type", "no field of a modal");
    }
  }
}
