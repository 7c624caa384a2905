package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Discord demands of messages.
final class MessageChecks {
  /// The largest file of a bot, in bytes, where nothing grants more.
  static final long FILE_LIMIT = 10L << 20;

  /// The largest request, where files may not be larger than that.
  private static final long REQUEST_LIMIT = 25L << 20;

  private static final int FILES = 10;
  private static final int CONTENT = 2000;
  private static final int EMBED = 6000;
  private static final int NONCE = 25;
  private static final Pattern ATTACHED = Pattern.compile("\"attachment://([^\"]+)\"");

  private MessageChecks() {}

  static void check(
      JsonNode body, Map<String, DiscordCall.Upload> uploads, long fileLimit, Stored message) {
    sizes(uploads.values(), fileLimit);
    longest("content", body.path("content"), CONTENT);
    longest("nonce", body.path("nonce"), NONCE);
    embeds(body.path("embeds"));
    boolean only =
        (body.path("flags").asLong(0) & Stored.COMPONENTS_ONLY) != 0
            || message.has(Stored.COMPONENTS_ONLY);
    if (only) {
      onlyComponents(body);
    } else {
      rows(body.path("components"));
    }
    ids(body.path("components"), new HashSet<>());
    for (JsonNode file : body.path("attachments")) {
      longest("attachments.description", file.path("description"), 1024);
    }
  }

  private static void sizes(Collection<DiscordCall.Upload> uploads, long fileLimit) {
    long all = uploads.stream().mapToLong(DiscordCall.Upload::bytes).sum();
    if (uploads.stream().anyMatch(it -> it.bytes() > fileLimit)
        || all > Math.max(REQUEST_LIMIT, fileLimit)) {
      throw DiscordError.tooLarge();
    }
  }

  /// A message that is about to be shown.
  static void finished(Stored message) {
    if (message.files.size() > FILES) {
      throw new DiscordError(
          400, 30_015, "Maximum number of attachments in a message reached (10)");
    }
    if (message.content.isBlank()
        && message.embeds.isEmpty()
        && message.files.isEmpty()
        && message.components.isEmpty()) {
      throw new DiscordError(400, 50_006, "Cannot send an empty message");
    }
    if (message.has(Stored.COMPONENTS_ONLY) && !message.content.isEmpty()) {
      throw DiscordError.form(
          "content",
          "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
          "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
    }
    Matcher attached = ATTACHED.matcher(message.components.toString() + message.embeds);
    while (attached.find()) {
      String name = attached.group(1);
      if (message.files.stream().noneMatch(it -> it.name().equals(name))) {
        throw DiscordError.form(
            "components", "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", name);
      }
    }
  }

  private static void embeds(JsonNode embeds) {
    if (embeds.size() > 10) {
      throw DiscordError.tooLong("embeds", 10);
    }
    int all = 0;
    for (int i = 0; i < embeds.size(); i++) {
      JsonNode embed = embeds.get(i);
      String at = "embeds." + i;
      all += longest(at + ".title", embed.path("title"), 256);
      all += longest(at + ".description", embed.path("description"), 4096);
      all += longest(at + ".footer.text", embed.path("footer").path("text"), 2048);
      all += longest(at + ".author.name", embed.path("author").path("name"), 256);
      if (embed.path("fields").size() > 25) {
        throw DiscordError.tooLong(at + ".fields", 25);
      }
      for (JsonNode field : embed.path("fields")) {
        all += longest(at + ".fields.name", field.path("name"), 256);
        all += longest(at + ".fields.value", field.path("value"), 1024);
      }
    }
    if (all > EMBED) {
      throw DiscordError.form(
          "embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of " + EMBED);
    }
  }

  // ---- components

  private static void rows(JsonNode components) {
    if (components.size() > 5) {
      throw DiscordError.length("components", 1, 5);
    }
    for (int i = 0; i < components.size(); i++) {
      JsonNode row = components.get(i);
      if (row.path("type").asInt() != 1) {
        throw DiscordError.choice(
            "components.%d.type".formatted(i), "Value of field \"type\" must be one of (1,).");
      }
      row("components." + i, row);
    }
  }

  private static void row(String path, JsonNode row) {
    JsonNode parts = row.path("components");
    boolean select = parts.path(0).path("type").asInt() != 2;
    if (parts.isEmpty() || parts.size() > (select ? 1 : 5)) {
      throw DiscordError.length(path + ".components", 1, select ? 1 : 5);
    }
    for (int i = 0; i < parts.size(); i++) {
      part("%s.components.%d".formatted(path, i), parts.get(i));
    }
  }

  /// A button or a menu.
  static void part(String path, JsonNode part) {
    int type = part.path("type").asInt();
    if (type == 2) {
      button(path, part);
    } else if (type == 3) {
      select(path, part);
    } else if (type < 5 || type > 8) {
      throw DiscordError.choice(
          path + ".type", "Value of field \"type\" must be one of (2,3,5,..)");
    } else {
      custom(path, part);
    }
  }

  private static void button(String path, JsonNode button) {
    longest(path + ".label", button.path("label"), 80);
    if (button.path("label").asText("").isEmpty() && button.path("emoji").isMissingNode()) {
      throw DiscordError.form(
          path, "BUTTON_COMPONENT_EMPTY", "A button must have a label or an emoji");
    }
    if (button.path("style").asInt() == 5) {
      longest(path + ".url", button.path("url"), 512);
      if (!button.path("url").asText("").matches("(?:https?|discord)://.+")) {
        throw DiscordError.form(path + ".url", "URL_TYPE_INVALID_URL", "Not a well formed URL.");
      }
    } else {
      custom(path, button);
    }
  }

  private static void select(String path, JsonNode select) {
    custom(path, select);
    longest(path + ".placeholder", select.path("placeholder"), 150);
    JsonNode options = select.path("options");
    if (options.isEmpty() || options.size() > 25) {
      throw DiscordError.length(path + ".options", 1, 25);
    }
    Set<String> values = new HashSet<>();
    for (int i = 0; i < options.size(); i++) {
      String at = "%s.options.%d".formatted(path, i);
      longest(at + ".label", options.get(i).path("label"), 100);
      longest(at + ".value", options.get(i).path("value"), 100);
      longest(at + ".description", options.get(i).path("description"), 100);
      if (!values.add(options.get(i).path("value").asText())) {
        throw DiscordError.form(
            at + ".value",
            "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
            "The specified option value is already used");
      }
    }
    if (select.path("max_values").asInt(1) > options.size()) {
      throw DiscordError.form(path + ".max_values", "SELECT_COMPONENT_MAX_VALUES", "Too many");
    }
  }

  static void custom(String path, JsonNode component) {
    int length = component.path("custom_id").asText("").length();
    if (length < 1 || length > 100) {
      throw DiscordError.length(path + ".custom_id", 1, 100);
    }
  }

  private static void ids(JsonNode components, Set<String> seen) {
    for (JsonNode component : components) {
      String id = component.path("custom_id").asText("");
      if (!id.isEmpty() && !seen.add(id)) {
        throw DiscordError.form(
            "components",
            "COMPONENT_CUSTOM_ID_DUPLICATED",
            "Component custom id cannot be duplicated");
      }
      ids(component.path("components"), seen);
      if (component.path("accessory").isObject()) {
        part("components.accessory", component.path("accessory"));
      }
    }
  }

  private static void onlyComponents(JsonNode body) {
    if (body.path("embeds").size() > 0 || body.path("poll").isObject()) {
      throw DiscordError.form(
          "embeds",
          "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
          "The 'embeds' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
    }
    int[] sums = new int[2];
    count("components", body.path("components"), sums);
    if (sums[0] > 40) {
      throw DiscordError.form("components", "COMPONENT_MAX_TOTAL_COMPONENTS", "More than 40");
    }
    if (sums[1] > 4000) {
      throw DiscordError.form("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", "4000");
    }
  }

  private static void count(String path, JsonNode components, int[] sums) {
    for (int i = 0; i < components.size(); i++) {
      JsonNode component = components.get(i);
      String at = path + "." + i;
      sums[0]++;
      sums[1] +=
          component.path("type").asInt() == 10 ? component.path("content").asText().length() : 0;
      if (component.path("type").asInt() == 1) {
        row(at, component);
        sums[0] += component.path("components").size();
      } else {
        count(at + ".components", component.path("components"), sums);
        if (component.path("type").asInt() == 12
            && (component.path("items").isEmpty() || component.path("items").size() > 10)) {
          throw DiscordError.length(at + ".items", 1, 10);
        }
      }
    }
  }

  static int longest(String path, JsonNode text, int most) {
    String words = text.asText("");
    int length = text.isNull() ? 0 : words.codePointCount(0, words.length());
    if (length > most) {
      throw DiscordError.tooLong(path, most);
    }
    return length;
  }
}
