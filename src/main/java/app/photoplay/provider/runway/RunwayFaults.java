package app.photoplay.provider.runway;

import app.photoplay.budget.Money;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.http.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;

/// What Runway's errors mean: those of a request by status and text, those of a task by code.
final class RunwayFaults {
  private RunwayFaults() {}

  /// Of an answer that is no success.
  static Fault of(Reply reply, Instant now) {
    JsonNode body = reply.json();
    String said = body.path("error").asText("") + issues(body);
    String text = said.toLowerCase(Locale.ROOT);
    boolean refused = reply.status() >= 400 && reply.status() < 500;
    if (refused && reply.status() != 401 && text.contains("credit")) {
      return new Fault.Credit("HTTP " + reply.status() + " " + said);
    }
    // the number of works within a day is used up, and that lasts for hours; more at a time than
    // allowed is no error, but waits there
    if (reply.status() == 429 && text.contains("daily") && reply.pause(now).isEmpty()) {
      return new Fault.Credit("HTTP 429 " + said);
    }
    if (reply.status() == 400 && (text.contains("moderation") || text.contains("safety"))) {
      return new Fault.Policy("HTTP 400 " + said);
    }
    return reply.fault(said, now);
  }

  /// The fields that are wrong, never their values: those are people's words.
  private static String issues(JsonNode body) {
    StringBuilder fields = new StringBuilder();
    for (JsonNode issue : body.path("issues")) {
      fields.append(' ').append(issue.path("code").asText("")).append(" at ");
      issue.path("path").forEach(part -> fields.append(part.asText()).append('/'));
    }
    return fields.toString();
  }

  /// Of a task that failed.
  ///
  /// @param code may be empty: some failures have none
  /// @param charged what it costs all the same
  static Fault of(String code, String text, Money charged) {
    String said = code + " " + text;
    if (code.contains("SAFETY")) {
      return new Fault.Policy(said, charged);
    }
    if (code.startsWith("INTERNAL.BAD_OUTPUT")) {
      return new Fault.Output(said, charged);
    }
    if (code.startsWith("ASSET.INVALID") || code.startsWith("THIRD_PARTY.INPUT_VALIDATION")) {
      return new Fault.Input(said, charged);
    }
    return new Fault.Broken(said, charged);
  }
}
