package app.photoplay.provider.google;

import app.photoplay.provider.google.Clients.Exchange;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Remote;
import com.google.auth.Retryable;
import com.google.common.base.Throwables;
import com.google.genai.errors.ApiException;
import com.google.genai.gaos.models.errors.GaosClientException;
import com.google.genai.gaos.models.errors.GaosServerException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Google's answers mean: by its own words first, then by status.
final class GoogleFaults {
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(15);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private static final Pattern BAD_KEY =
      words("api[ _]key[ _](not valid|invalid|expired|not found)|reported as leaked");
  private static final Pattern NO_CREDIT =
      words("credits? (are|is) depleted|prepay|billing (is|has been|to be) (disabled|enabled)");
  private static final Pattern FORBIDDEN =
      words(
          "support codes?|safety|violat|prohibited|blocked|sensitive|responsible ai|usage"
              + " guidelines|content polic|recitation");
  private static final Pattern WHERE = words("location is not supported|failed_precondition");
  private static final Pattern UNKNOWN = words("invalid interaction name");
  private static final Pattern PER_DAY = words("per ?day");
  private static final Pattern PAUSE =
      Pattern.compile("\"?retryDelay\"?\\s*[:=]\\s*\"?(\\d{1,6}(?:\\.\\d{1,9})?)s");
  private static final Pattern SUPPORT_CODE = Pattern.compile("\\b\\d{8}\\b");

  /// Why something was filtered, as Google lists it for its video models.
  private static final Map<String, String> SUPPORT_CODES = supportCodes();

  private GoogleFaults() {}

  private static Pattern words(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }

  private static Map<String, String> supportCodes() {
    Map<String, String> reasons =
        Map.ofEntries(
            Map.entry("child", "58061214 17301594"),
            Map.entry("celebrity", "29310472 15236754"),
            Map.entry("unsafe video", "64151117 42237218"),
            Map.entry("dangerous", "62263041"),
            Map.entry("hate", "57734940 22137204"),
            Map.entry("face", "39322892"),
            Map.entry("personal information", "92201652"),
            Map.entry("prohibited", "89371032 49114662 63429089 72817394 60599140"),
            Map.entry("sexual", "90789179 43188360"),
            Map.entry("somebody else's content", "35561574 35561575"),
            Map.entry("toxic", "78610348"),
            Map.entry("violence", "61493863 56562880"),
            Map.entry("vulgar", "32635315"),
            Map.entry("other", "74803281 29578790 42876398"));
    Map<String, String> byCode = new HashMap<>();
    reasons.forEach((reason, codes) -> {
      for (String code : codes.split(" ", -1)) {
        byCode.put(code, reason);
      }
    });
    return Map.copyOf(byCode);
  }

  /// What an exception of the library means.
  ///
  /// @param exchange what else is known of the request
  static IOException of(RuntimeException e, Exchange exchange) {
    boolean sent = exchange.sent();
    if (e instanceof ApiException refused) {
      // a status of success tells that the answer could not be read
      String words = refused.status() + " " + said(refused);
      return refused.code() >= 400
          ? fault(refused.code(), words, exchange.pause()).thrown()
          : new IOException("an answer that cannot be read, status " + refused.code());
    }
    for (Throwable cause : Throwables.getCausalChain(e)) {
      if (cause instanceof Retryable login && !login.isRetryable()) {
        return new Fault.Key("no access to Google Cloud: " + cause.getMessage()).thrown();
      }
      if (cause instanceof IOException broken) {
        return sent ? broken : new Remote.NotSent(broken);
      }
    }
    return sent
        ? new IOException("an answer that cannot be read: " + e.getClass().getSimpleName(), e)
        : new Fault.Broken("the library refuses: " + e.getMessage()).thrown();
  }

  private static String said(ApiException e) {
    return switch (e) {
      case GaosClientException client -> client.bodyAsString().orElse("");
      case GaosServerException server -> server.bodyAsString().orElse("");
      default -> String.valueOf(e.message());
    };
  }

  /// What a status of HTTP means together with Google's words.
  ///
  /// @param asked the pause that the answer's head asks for
  static Fault fault(int status, String words, Optional<Duration> asked) {
    String detail = status + " " + explained(words);
    if (BAD_KEY.matcher(words).find()) {
      return new Fault.Key(detail);
    }
    if (NO_CREDIT.matcher(words).find()) {
      return new Fault.Credit(detail);
    }
    return switch (status) {
      case 401, 403 -> new Fault.Key(detail);
      case 402 -> new Fault.Credit(detail);
      case 404 -> new Fault.Gone(detail);
      case 413 -> new Fault.Large(detail);
      case 429 -> new Fault.Busy(detail, asked.orElseGet(() -> pause(words)));
      // only Google's own word for it is proof that nothing was taken; a gateway's page is not
      case 503 ->
          asked.isPresent() || words.startsWith("UNAVAILABLE")
              ? new Fault.Busy(detail, asked.orElseGet(() -> pause(words)))
              : new Fault.Unclear(detail);
      case 400, 422 -> refusal(detail, words);
      default ->
          status == 408 || status == 499 || status >= 500
              ? new Fault.Unclear(detail)
              : new Fault.Input(detail);
    };
  }

  private static Fault refusal(String detail, String words) {
    if (WHERE.matcher(words).find()) {
      return new Fault.Key(detail);
    }
    if (UNKNOWN.matcher(words).find()) {
      return new Fault.Gone(detail);
    }
    return FORBIDDEN.matcher(words).find() ? new Fault.Policy(detail) : new Fault.Input(detail);
  }

  /// What the end of work means that Google had taken.
  ///
  /// @param code as gRPC counts
  static Fault ended(int code, String words) {
    String detail = "ended with " + code + " " + explained(words);
    return switch (code) {
      case 3, 9, 11 -> refusal(detail, words);
      case 5 -> new Fault.Gone(detail);
      case 7, 16 -> new Fault.Key(detail);
      default ->
          FORBIDDEN.matcher(words).find() ? new Fault.Policy(detail) : new Fault.Broken(detail);
    };
  }

  /// Google's words with the reasons that its support codes stand for.
  static String explained(String words) {
    Set<String> reasons = new LinkedHashSet<>();
    Matcher codes = SUPPORT_CODE.matcher(words);
    while (codes.find()) {
      String reason = SUPPORT_CODES.get(codes.group());
      if (reason != null) {
        reasons.add(reason);
      }
    }
    return reasons.isEmpty() ? words : "(" + String.join(", ", reasons) + ") " + words;
  }

  private static Duration pause(String words) {
    Matcher stated = PAUSE.matcher(words);
    if (stated.find()) {
      double seconds = Double.parseDouble(stated.group(1));
      return Duration.ofMillis(
          Math.clamp(Math.round(seconds * 1000), 1000, LONGEST_PAUSE.toMillis()));
    }
    return PER_DAY.matcher(words).find() ? LONGEST_PAUSE : USUAL_PAUSE;
  }
}
