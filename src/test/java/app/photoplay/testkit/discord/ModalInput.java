package app.photoplay.testkit.discord;

import app.photoplay.testkit.discord.DiscordMessage.ShownOption;
import app.photoplay.testkit.discord.DiscordModal.Field;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// Reads forms, and fills them in as far as Discord lets people. Guarded by the state's lock.
final class ModalInput {
  private static final int MENU = 3;
  private static final int TEXT = 4;
  private static final int FILES = 19;

  private final DiscordState state;

  ModalInput(DiscordState state) {
    this.state = state;
  }

  static DiscordModal read(Interaction interaction) {
    JsonNode data = interaction.answered;
    List<Field> fields = new ArrayList<>();
    for (JsonNode part : data.path("components")) {
      switch (part.path("type").asInt()) {
        case 18 -> fields.add(field(part.path("component"), part.path("label").asText(), part));
        case 1 -> {
          JsonNode text = part.path("components").path(0);
          fields.add(field(text, text.path("label").asText(), part));
        }
        default -> {
          // words between the fields
        }
      }
    }
    return new DiscordModal(
        interaction.id,
        data.path("custom_id").asText(),
        data.path("title").asText(),
        List.copyOf(fields));
  }

  private static Field field(JsonNode field, String label, JsonNode around) {
    boolean text = field.path("type").asInt() == TEXT;
    boolean required = field.path("required").asBoolean(true);
    List<ShownOption> options = new ArrayList<>();
    field
        .path("options")
        .forEach(it ->
            options.add(new ShownOption(it.path("label").asText(), it.path("value").asText())));
    int least = field.path(text ? "min_length" : "min_values").asInt(text || !required ? 0 : 1);
    return new Field(
        field.path("custom_id").asText(),
        field.path("type").asInt(),
        label,
        around.path("description").asText(""),
        field.path("placeholder").asText(""),
        required,
        field.path("value").asText(""),
        least,
        field.path(text ? "max_length" : "max_values").asInt(text ? 4000 : 1),
        List.copyOf(options));
  }

  /// What is sent when a form is done; fails where Discord would not let it go.
  ObjectNode filled(DiscordModal modal, List<DiscordOption> values) {
    values.forEach(it -> modal.field(it.name()));
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("custom_id", modal.id());
    ArrayNode components = data.putArray("components");
    ObjectNode resolved = JsonNodeFactory.instance.objectNode();
    int number = 0;
    for (Field field : modal.fields()) {
      ObjectNode label = components.addObject().put("type", 18).put("id", ++number);
      ObjectNode part = label.putObject("component").put("type", field.type());
      part.put("custom_id", field.id()).put("id", ++number);
      List<Object> given =
          values.stream()
              .filter(it -> it.name().equals(field.id()))
              .map(DiscordOption::value)
              .toList();
      put(part, field, given, resolved);
    }
    if (!resolved.isEmpty()) {
      data.set("resolved", resolved);
    }
    return data;
  }

  private void put(ObjectNode part, Field field, List<Object> given, ObjectNode resolved) {
    if (field.type() == TEXT) {
      String text = given.isEmpty() ? field.value() : (String) given.getFirst();
      fits(field, text.length());
      part.put("value", text);
      return;
    }
    fits(field, given.size());
    ArrayNode values = part.putArray("values");
    for (Object one : given) {
      switch (one) {
        case DiscordFile file when field.type() == FILES -> {
          Attachment kept = file.upload(state, FakeDiscord.BOT, true, 0);
          values.add(Long.toString(kept.id()));
          resolved.withObject("/attachments").set(Long.toString(kept.id()), state.cdn.json(kept));
        }
        case String label when field.type() == MENU -> values.add(value(field, label));
        default -> throw new AssertionError("%s does not take %s".formatted(field, one));
      }
    }
  }

  private static void fits(Field field, int size) {
    boolean empty = size == 0 && !field.required();
    if (!empty
        && (size < Math.max(field.least(), field.required() ? 1 : 0) || size > field.most())) {
      throw new AssertionError("%s does not take %d".formatted(field, size));
    }
  }

  private static String value(Field field, String label) {
    return field.options().stream()
        .filter(it -> it.label().equals(label) || it.value().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("%s does not offer %s".formatted(field, label)))
        .value();
  }
}
