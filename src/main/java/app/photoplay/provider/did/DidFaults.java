package app.photoplay.provider.did;

import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.http.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

/// What D-ID's errors mean: `{"kind": …, "description": …}`, in an answer or in a talk that failed.
final class DidFaults {
  private DidFaults() {}

  static Fault of(Reply reply, Instant now) {
    JsonNode body = reply.json();
    String said = said(body);
    return switch (kind(body)) {
      case String kind when isCredit(kind) -> new Fault.Credit(said);
      case String kind when isPolicy(kind) -> new Fault.Policy(said);
      default -> reply.fault(said, now);
    };
  }

  /// Of a talk that ended with `error`.
  static Fault ofTalk(JsonNode error) {
    String said = said(error);
    return switch (kind(error)) {
      case String kind when isPolicy(kind) -> new Fault.Policy(said);
      case String kind when isCredit(kind) -> new Fault.Credit(said);
      case String kind when isAny(kind, "face", "validation", "badrequest", "unsupported") ->
          new Fault.Input(said);
      default -> new Fault.Broken(said);
    };
  }

  private static boolean isCredit(String kind) {
    return isAny(kind, "insufficientcredits");
  }

  private static boolean isPolicy(String kind) {
    return isAny(kind, "moderation", "celebrit");
  }

  private static boolean isAny(String kind, String... parts) {
    return Stream.of(parts).anyMatch(kind::contains);
  }

  private static String kind(JsonNode error) {
    return error.path("kind").asText().toLowerCase(Locale.ROOT);
  }

  private static String said(JsonNode error) {
    String text = error.path("description").asText();
    return error.path("kind").asText()
        + " "
        + (text.isEmpty() ? error.path("message").asText() : text);
  }
}
