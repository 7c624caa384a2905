package app.photoplay.provider.fal;

import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.http.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What fal's errors mean: `{"detail": [{"type": …, "msg": …}]}`, or a text in place of the list.
final class FalFaults {
  private static final Set<String> LARGE = Set.of("image_too_large", "file_too_large");

  /// Beginnings of the types that blame what was sent.
  private static final List<String> INPUT =
      List.of(
          "image_",
          "file_",
          "unsupported_",
          "audio_",
          "video_duration_",
          "face_detection_error",
          "missing",
          "value_error",
          "literal_error",
          "greater_than",
          "less_than",
          "string_",
          "feature_not_supported");

  private FalFaults() {}

  /// Of an order: what the server breaks at is not known to have been taken or not.
  static Fault ofOrder(Reply reply, Instant now) {
    String type = type(reply);
    return reply.status() >= 500 ? reply.fault(said(reply), now) : of(reply, type, now);
  }

  /// Of a question for work that fal has; an error of the work itself has a type.
  static Fault ofQuestion(Reply reply, Instant now) {
    String said = said(reply);
    String type = type(reply);
    boolean late =
        type.equals("generation_timeout")
            || "user".equals(reply.headers().get("X-Fal-Request-Timeout-Type"));
    if (late) {
      return new Fault.Late(said);
    }
    boolean final5xx =
        reply.status() >= 500
            && (!type.isEmpty() || "false".equals(reply.headers().get("X-Fal-Retryable")));
    return final5xx && !isInput(type) && !isPolicy(type)
        ? new Fault.Broken(said)
        : of(reply, type, now);
  }

  private static Fault of(Reply reply, String type, Instant now) {
    String said = said(reply);
    String lower = said.toLowerCase(Locale.ROOT);
    if (isPolicy(type)) {
      return new Fault.Policy(said);
    }
    if (LARGE.contains(type)) {
      return new Fault.Large(said);
    }
    if (isInput(type)) {
      return new Fault.Input(said);
    }
    boolean broke = lower.contains("balance") || lower.contains("locked");
    return reply.status() == 403 && broke ? new Fault.Credit(said) : reply.fault(said, now);
  }

  private static boolean isPolicy(String type) {
    return type.equals("content_policy_violation");
  }

  private static boolean isInput(String type) {
    return INPUT.stream().anyMatch(type::startsWith);
  }

  private static String type(Reply reply) {
    return reply.json().path("detail").path(0).path("type").asText();
  }

  private static String said(Reply reply) {
    JsonNode body = reply.json();
    JsonNode detail = body.path("detail");
    String text = detail.isArray() ? detail.path(0).path("msg").asText() : detail.asText();
    String id = reply.headers().get("X-Fal-Request-Id");
    return String.join(
        " ",
        type(reply),
        text.isEmpty() ? body.path("message").asText() : text,
        id == null ? "" : "(" + id + ")");
  }
}
