package app.photoplay.provider.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The fields of an object in an answer, by any of the names that models have for them.
///
/// @param values by their names in small letters and nothing else
record AnswerFields(Map<String, JsonNode> values) {
  private static final int MOST_FIELDS = 60;
  private static final int MOST_ITEMS = 40;
  private static final int LONGEST_NAME = 60;

  private static final String[] SCENES = {"scenes", "scene", "shots", "storyboard", "frames"};
  static final String[] PICTURE = {
    "picture",
    "pictureprompt",
    "image",
    "imageprompt",
    "visual",
    "visuals",
    "startframe",
    "startframeprompt",
    "description",
    "prompt"
  };

  static AnswerFields of(JsonNode object) {
    Map<String, JsonNode> values = new HashMap<>();
    object.properties().stream()
        .limit(MOST_FIELDS)
        .forEach(field -> values.putIfAbsent(plain(field.getKey()), field.getValue()));
    return new AnswerFields(values);
  }

  /// The scenes of a storyboard; empty when it has none.
  static List<JsonNode> scenes(ObjectNode board) {
    AnswerFields fields = of(board);
    for (String name : SCENES) {
      List<JsonNode> scenes = fields.items(name);
      if (!scenes.isEmpty()) {
        return scenes;
      }
    }
    return List.of();
  }

  /// Whether it is a list of what has pictures.
  static boolean looksLikeScenes(JsonNode list) {
    return list.isArray() && !list.isEmpty() && of(list.get(0)).has(PICTURE);
  }

  boolean has(String... names) {
    for (String name : names) {
      if (values.containsKey(name)) {
        return true;
      }
    }
    return false;
  }

  /// A list, or an object whose values are numbered objects.
  List<JsonNode> items(String... names) {
    for (String name : names) {
      JsonNode value = values.get(name);
      boolean numbered =
          value instanceof ObjectNode object
              && !object.isEmpty()
              && object.valueStream().allMatch(JsonNode::isObject)
              && object.propertyStream().allMatch(it -> it.getKey().matches(".{0,20}\\d"));
      if (value != null && (value.isArray() || numbered)) {
        return list(value);
      }
    }
    return List.of();
  }

  /// The first of the fields that says something, as plain text.
  String text(String... names) {
    return texts(names).stream().findFirst().orElse("");
  }

  /// What the fields say, none twice.
  Set<String> texts(String... names) {
    Set<String> texts = new LinkedHashSet<>();
    for (String name : names) {
      JsonNode value = values.get(name);
      String text = value == null ? "" : text(value);
      if (!text.isEmpty()) {
        texts.add(text);
      }
    }
    return texts;
  }

  /// A text, a number, or a list of them, as plain text.
  static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      list(value).stream().filter(JsonNode::isValueNode).forEach(it -> parts.add(text(it)));
      parts.removeIf(String::isEmpty);
      return PlainText.of(String.join(", ", parts));
    }
    if (value.isNull() || value.isBoolean() || value.isContainerNode()) {
      return "";
    }
    String text = PlainText.of(value.asText());
    return text.equalsIgnoreCase("null") || text.equalsIgnoreCase("n/a") ? "" : text;
  }

  static List<JsonNode> list(JsonNode value) {
    return value.valueStream().limit(MOST_ITEMS).toList();
  }

  private static String plain(String name) {
    return PlainText.cut(name, LONGEST_NAME).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
