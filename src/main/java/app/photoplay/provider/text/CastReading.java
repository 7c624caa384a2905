package app.photoplay.provider.text;

import app.photoplay.provider.text.Storyboard.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who may be seen and speak: the people that the prompt names, as it names them, and others that
/// the answer adds.
final class CastReading {
  private static final Set<String> NARRATOR =
      Set.of(
          "narrator",
          "narration",
          "the narrator",
          "voice over",
          "voiceover",
          "voice-over",
          "vo",
          "v.o.",
          "off",
          "none",
          "nobody",
          "no one",
          "-",
          "–",
          "—");

  private static final String[] LOOKS = {
    "looks", "look", "description", "appearance", "visualdescription"
  };

  private final Map<String, Role> roles = new LinkedHashMap<>();
  private final Faults faults;

  CastReading(List<Role> given, Faults faults) {
    this.faults = faults;
    given.forEach(role -> roles.putIfAbsent(key(role.name()), role));
  }

  /// Adds those of the answer.
  void read(AnswerFields board) {
    int places = roles.size() + StoryboardLimits.MOST_ROLES;
    for (JsonNode each : board.items("cast", "characters", "roles", "characterbible")) {
      AnswerFields fields = AnswerFields.of(each);
      String name = each.isObject() ? fields.text("name", "role", "id") : AnswerFields.text(each);
      String looks = fields.text(LOOKS);
      if (!name.isEmpty()) {
        add(name, looks);
      }
    }
    if (board.values().get("cast") instanceof ObjectNode named) {
      named.propertyStream().limit(places).forEach(this::add);
    }
    if (roles.size() > places) {
      faults.add("The cast is larger than " + StoryboardLimits.MOST_ROLES + ".");
    }
  }

  /// A member whose name is the field's: `"Anna": "tall"`, or an object that says more.
  private void add(Map.Entry<String, JsonNode> field) {
    JsonNode value = field.getValue();
    String looks = value.isObject() ? AnswerFields.of(value).text(LOOKS) : AnswerFields.text(value);
    String name = PlainText.of(field.getKey());
    if (!name.isEmpty()) {
      add(name, looks);
    }
  }

  /// Those that the prompt names are as it says, however much that is.
  private void add(String name, String looks) {
    Role known = roles.get(key(name));
    if (known != null && !known.looks().isBlank()) {
      return;
    }
    if (known == null && PlainText.cut(name, StoryboardLimits.NAME).length() < name.length()) {
      faults.add("A name in the cast is too long: " + Faults.quoted(name) + ".");
    } else if (PlainText.cut(looks, StoryboardLimits.LOOKS).length() < looks.length()) {
      faults.add(
          "The looks of " + name + " are longer than " + StoryboardLimits.LOOKS + " characters.");
    } else {
      roles.put(key(name), new Role(known == null ? name : known.name(), looks));
    }
  }

  /// The member of that name, as the cast writes it.
  Optional<String> named(String written) {
    return Optional.ofNullable(roles.get(key(written))).map(Role::name);
  }

  /// Whether it is the voice of nobody who is seen.
  boolean isNarrator(String written) {
    return named(written).isEmpty()
        && (written.isEmpty() || NARRATOR.contains(written.toLowerCase(Locale.ROOT)));
  }

  List<Role> roles() {
    return List.copyOf(roles.values());
  }

  /// For a fault.
  String names() {
    return roles.isEmpty()
        ? "nobody"
        : roles.values().stream().map(Role::name).limit(20).collect(Collectors.joining(", "));
  }

  private static String key(String name) {
    return PlainText.of(name).toLowerCase(Locale.ROOT);
  }

  /// A name that stands before what somebody says, with a colon, and what is said.
  record Prefix(String name, String words) {}

  Optional<Prefix> prefix(String words) {
    List<Integer> colons = new ArrayList<>();
    for (String colon : List.of(":", "：")) {
      int at = words.indexOf(colon);
      if (at > 0 && at <= StoryboardLimits.NAME) {
        colons.add(at);
      }
    }
    return colons.stream()
        .min(Integer::compare)
        .flatMap(at ->
            named(words.substring(0, at))
                .map(name -> new Prefix(name, words.substring(at + 1).strip())));
  }
}
