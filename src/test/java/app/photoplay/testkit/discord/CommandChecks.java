package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What Discord demands of commands.
final class CommandChecks {
  private static final Pattern NAME =
      Pattern.compile("^[-_'\\p{L}\\p{N}\\p{sc=Deva}\\p{sc=Thai}]{1,32}$");
  private static final Map<Integer, Integer> MOST = Map.of(1, 100, 2, 15, 3, 15);
  private static final int IN_ALL = 8000;

  private CommandChecks() {}

  static void check(JsonNode commands) {
    if (!commands.isArray()) {
      throw DiscordError.form("_", "LIST_TYPE_CONVERT", "Only iterables may be used");
    }
    Set<String> names = new HashSet<>();
    Map<Integer, Integer> counts = new HashMap<>();
    for (int i = 0; i < commands.size(); i++) {
      JsonNode command = commands.get(i);
      int type = command.path("type").asInt(1);
      if (counts.merge(type, 1, Integer::sum) > MOST.getOrDefault(type, 0)) {
        throw new DiscordError(400, 30_032, "Maximum number of application commands reached");
      }
      if (!names.add(type + command.path("name").asText())) {
        throw DiscordError.form(
            i + ".name",
            "APPLICATION_COMMANDS_DUPLICATE_NAME",
            "Application command names must be unique");
      }
      command(Integer.toString(i), command, type);
    }
  }

  private static void command(String path, JsonNode command, int type) {
    names(path, command, type == 1);
    if (type == 1) {
      text(path + ".description", command.path("description").asText(), 1, 100);
      localized(path, command, "description", 100);
      options(path, command.path("options"));
    } else if (!command.path("description").asText("").isEmpty()
        || !command.path("options").isEmpty()) {
      throw DiscordError.form(
          path + ".description", "APPLICATION_COMMAND_CONTEXT_MENU", "Must be empty");
    }
    if (characters(command) > IN_ALL) {
      throw DiscordError.form(
          path,
          "APPLICATION_COMMAND_TOO_LARGE",
          "Command exceeds maximum size (%d)".formatted(IN_ALL));
    }
  }

  private static void names(String path, JsonNode named, boolean pattern) {
    name(path + ".name", named.path("name").asText(), pattern);
    named
        .path("name_localizations")
        .properties()
        .forEach(it ->
            name(path + ".name_localizations." + it.getKey(), it.getValue().asText(), pattern));
  }

  private static void name(String path, String name, boolean pattern) {
    text(path, name, 1, 32);
    if (pattern && (!NAME.matcher(name).matches() || !name.equals(name.toLowerCase(Locale.ROOT)))) {
      throw DiscordError.form(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }
  }

  private static void localized(String path, JsonNode of, String field, int most) {
    of.path(field + "_localizations")
        .properties()
        .forEach(it ->
            text(
                path + "." + field + "_localizations." + it.getKey(),
                it.getValue().asText(),
                1,
                most));
  }

  private static void options(String path, JsonNode options) {
    if (options.size() > 25) {
      throw DiscordError.tooLong(path + ".options", 25);
    }
    boolean optional = false;
    Set<String> names = new HashSet<>();
    for (int i = 0; i < options.size(); i++) {
      JsonNode option = options.get(i);
      String at = path + ".options." + i;
      names(at, option, true);
      text(at + ".description", option.path("description").asText(), 1, 100);
      localized(at, option, "description", 100);
      if (!names.add(option.path("name").asText())) {
        throw DiscordError.form(
            at, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
      }
      boolean required = option.path("required").asBoolean();
      if (required && optional) {
        throw DiscordError.form(
            at,
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
            "Required options must be placed before non-required options");
      }
      optional = !required;
      choices(at, option);
      lengths(at, option);
      options(at, option.path("options"));
    }
  }

  private static void choices(String path, JsonNode option) {
    JsonNode choices = option.path("choices");
    if (choices.size() > 25) {
      throw DiscordError.tooLong(path + ".choices", 25);
    }
    if (!choices.isEmpty() && option.path("autocomplete").asBoolean()) {
      throw DiscordError.form(
          path + ".autocomplete",
          "APPLICATION_COMMAND_AUTOCOMPLETE",
          "Cannot have both choices and autocomplete");
    }
    for (int i = 0; i < choices.size(); i++) {
      String at = path + ".choices." + i;
      text(at + ".name", choices.get(i).path("name").asText(), 1, 100);
      localized(at, choices.get(i), "name", 100);
      text(at + ".value", choices.get(i).path("value").asText(), 1, 100);
    }
  }

  private static void lengths(String path, JsonNode option) {
    for (String field : new String[] {"min_length", "max_length"}) {
      if (option.path(field).asInt(0) > 6000) {
        throw DiscordError.form(
            path + "." + field,
            "NUMBER_TYPE_MAX",
            "int value should be less than or equal to 6000.");
      }
    }
  }

  private static void text(String path, String text, int least, int most) {
    int length = text.codePointCount(0, text.length());
    if (length < least || length > most) {
      throw DiscordError.length(path, least, most);
    }
  }

  /// Names, descriptions and values, of translations the longest.
  private static int characters(JsonNode of) {
    int sum =
        longest(of, "name") + longest(of, "description") + of.path("value").asText("").length();
    for (String list : new String[] {"options", "choices"}) {
      for (JsonNode part : of.path(list)) {
        sum += characters(part);
      }
    }
    return sum;
  }

  private static int longest(JsonNode of, String field) {
    int longest = of.path(field).asText("").length();
    for (JsonNode translation : of.path(field + "_localizations")) {
      longest = Math.max(longest, translation.asText().length());
    }
    return longest;
  }
}
