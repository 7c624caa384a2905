package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// A refusal with Discord's status and code.
final class DiscordError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient DiscordReply.Answer answer;

  DiscordError(String message, DiscordReply.Answer answer) {
    super(message);
    this.answer = answer;
  }

  DiscordError(int status, int code, String message) {
    this("%d/%d %s".formatted(status, code, message), DiscordReply.error(status, code, message));
  }

  /// Something in the body is wrong.
  ///
  /// @param path to the field, its parts separated by dots
  static DiscordError form(String path, String code, String message) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("message", "Invalid Form Body").put("code", 50_035);
    ObjectNode at = json.putObject("errors");
    for (String part : path.split("\\.", -1)) {
      at = at.putObject(part);
    }
    at.putArray("_errors").addObject().put("code", code).put("message", message);
    return new DiscordError(
        "400/50035 %s: %s".formatted(path, message), DiscordReply.json(400, json.toString()));
  }

  static DiscordError tooLong(String path, int most) {
    return form(path, "BASE_TYPE_MAX_LENGTH", "Must be %d or fewer in length.".formatted(most));
  }

  static DiscordError length(String path, int least, int most) {
    return form(
        path,
        "BASE_TYPE_BAD_LENGTH",
        "Must be between %d and %d in length.".formatted(least, most));
  }

  static DiscordError choice(String path, String message) {
    return form(path, "BASE_TYPE_CHOICES", message);
  }

  static DiscordError required(String path) {
    return form(path, "BASE_TYPE_REQUIRED", "This field is required");
  }

  static DiscordError unknownChannel() {
    return new DiscordError(404, 10_003, "Unknown Channel");
  }

  static DiscordError unknownMessage() {
    return new DiscordError(404, 10_008, "Unknown Message");
  }

  static DiscordError unknownInteraction() {
    return new DiscordError(404, 10_062, "Unknown interaction");
  }

  static DiscordError missingAccess() {
    return new DiscordError(403, 50_001, "Missing Access");
  }

  static DiscordError missingPermissions() {
    return new DiscordError(403, 50_013, "Missing Permissions");
  }

  static DiscordError tooLarge() {
    return new DiscordError(413, 40_005, "Request entity too large");
  }

  DiscordError with(Map<String, String> headers) {
    return new DiscordError(String.valueOf(getMessage()), answer.with(headers));
  }

  DiscordReply.Answer answer() {
    return answer;
  }
}
