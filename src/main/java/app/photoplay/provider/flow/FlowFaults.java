package app.photoplay.provider.flow;

import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.http.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// What the gateway's errors mean: `{"detail": …}`, or `{"error": {"message", "status_code"}}`,
/// also within an answer that began as a success.
final class FlowFaults {
  /// No account of the gateway's is free.
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private static final List<String> POLICY = List.of("safety", "policy", "public_error_");

  private FlowFaults() {}

  /// Of a request.
  static Fault ofOrder(Reply reply, Instant now) {
    JsonNode body = reply.json();
    String said = said(body);
    if (reply.status() == 404 || reply.status() == 405) {
      return new Fault.Broken("no such gateway: HTTP " + reply.status() + " " + said);
    }
    boolean told = body.path("error").isObject();
    return told ? of(reply.status(), said) : reply.fault(said, now);
  }

  /// Of an event: the gateway took the work and is through with it.
  static Fault inside(JsonNode event) {
    int status = event.path("error").path("status_code").asInt(500);
    return of(status, said(event));
  }

  private static Fault of(int status, String said) {
    String lower = said.toLowerCase(Locale.ROOT);
    if (POLICY.stream().anyMatch(lower::contains)) {
      return new Fault.Policy(said);
    }
    return switch (status) {
      case 400, 422 -> new Fault.Input(said);
      case 401, 403 -> new Fault.Key(said);
      case 413 -> new Fault.Large(said);
      case 429, 503 -> new Fault.Busy(said, PAUSE);
      case 504 -> new Fault.Late(said);
      default -> new Fault.Broken(said);
    };
  }

  private static String said(JsonNode body) {
    JsonNode error = body.path("error");
    return error.isObject()
        ? error.path("code").asText() + " " + error.path("message").asText()
        : body.path("detail").asText();
  }
}
