package app.photoplay.provider.elevenlabs;

import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.http.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.stream.Stream;

/// What the errors of ElevenLabs mean: `{"detail": {"status": …, "message": …}}`, a text in its
/// place, or a list of fields that are wrong.
final class ElevenFaults {
  private ElevenFaults() {}

  static Fault of(Reply reply, Instant now) {
    JsonNode detail = reply.json().path("detail");
    String code = text(detail, "status", "code");
    String said = code + " " + (detail.isTextual() ? detail.asText() : text(detail, "message"));
    if (isAny(code, "quota_exceeded", "payment")) {
      return new Fault.Credit(said);
    }
    if (isAny(code, "policy", "moderation", "voice_not_allowed")) {
      return new Fault.Policy(said);
    }
    if (isAny(code, "max_character_limit", "text_too_long")) {
      return new Fault.Large(said);
    }
    // only a voice or a model can be unknown
    return reply.status() == 404 ? new Fault.Input(said) : reply.fault(said, now);
  }

  private static String text(JsonNode detail, String... fields) {
    JsonNode from = detail.isArray() ? detail.path(0) : detail;
    return Stream.concat(Stream.of(fields), Stream.of("msg"))
        .map(field -> from.path(field).asText())
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static boolean isAny(String code, String... parts) {
    return Stream.of(parts).anyMatch(code::contains);
  }
}
