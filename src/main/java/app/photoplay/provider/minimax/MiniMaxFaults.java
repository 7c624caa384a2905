package app.photoplay.provider.minimax;

import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.http.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// What the numbers mean that MiniMax's answers carry in their body.
final class MiniMaxFaults {
  private static final Duration PAUSE = Duration.ofSeconds(15);

  private MiniMaxFaults() {}

  /// Whether an answer says that all is well: its HTTP status alone does not.
  static boolean isGood(Reply reply) {
    return reply.ok() && code(reply.json()) == 0;
  }

  private static int code(JsonNode body) {
    return body.path("base_resp").path("status_code").asInt(0);
  }

  /// Of an answer that is not good.
  static Fault of(Reply reply, Instant now) {
    JsonNode body = reply.json();
    String trace = reply.headers().get("trace-id");
    String text =
        body.path("base_resp").path("status_msg").asText("") + body.path("message").asText("");
    String said = text + (trace == null ? "" : " (trace " + trace + ")");
    return code(body) == 0
        ? reply.fault(said, now)
        : of(code(body), text, said, reply.pause(now).orElse(PAUSE));
  }

  private static Fault of(int code, String text, String detail, Duration pause) {
    String said = code + " " + detail;
    // The vendor's own client takes 1002 and 1039 for forbidden content, its documentation for too
    // many requests: the text decides.
    if (isForbidden(text)) {
      return new Fault.Policy(said);
    }
    return switch (code) {
      case 1026, 1027 -> new Fault.Policy(said);
      case 1002, 1039, 1041, 2045 -> new Fault.Busy(said, pause);
      case 1004, 2049 -> new Fault.Key(said);
      // 2056 is a limit that lasts for hours
      case 1008, 1028, 1030, 2056, 2061 -> new Fault.Credit(said);
      // 2042 is a voice of somebody else's: no reason to leave the whole account alone
      case 1042, 1043, 1044, 2013, 2037, 2039, 2042, 20132 -> new Fault.Input(said);
      // it says itself that it failed, before there was a task
      case 1000, 1013, 1024, 1033 -> new Fault.Passing(said);
      default -> new Fault.Unclear(said);
    };
  }

  /// Of a task that failed; nothing is charged for those.
  static Fault failed(String text) {
    return isForbidden(text) ? new Fault.Policy(text) : new Fault.Broken(text);
  }

  private static boolean isForbidden(String text) {
    return text.toLowerCase(Locale.ROOT).contains("sensitive");
  }
}
