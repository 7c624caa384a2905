package app.photoplay.provider.remote.http;

import app.photoplay.provider.remote.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;

/// An answer, whole.
///
/// @param status of HTTP
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Reply(int status, Headers headers, byte[] body) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(15);
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /// The body as text.
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /// The body as JSON; a missing node when it is none.
  public JsonNode json() {
    try {
      JsonNode node = JSON.readTree(body);
      return node == null ? MissingNode.getInstance() : node;
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  /// The body as the JSON object that a provider promised.
  ///
  /// @throws IOException when it is none, so that nobody knows what became of the request
  public JsonNode object() throws IOException {
    JsonNode node = json();
    if (!node.isObject()) {
      throw new IOException("an answer that is no JSON object, status " + status);
    }
    return node;
  }

  /// The fault that the status alone tells of, as far as providers agree. Whoever knows more from
  /// the body asks that first.
  ///
  /// @param detail see [Fault#detail]
  /// @param now for a pause that ends at a time of day
  public Fault fault(String detail, Instant now) {
    String said = "HTTP " + status + " " + detail;
    return switch (status) {
      case 401, 403 -> new Fault.Key(said);
      case 402 -> new Fault.Credit(said);
      case 404, 410 -> new Fault.Gone(said);
      case 413 -> new Fault.Large(said);
      case 451 -> new Fault.Policy(said);
      case 429 -> new Fault.Busy(said, pause(now).orElse(USUAL_PAUSE));
      case 503 ->
          pause(now)
              .<Fault>map(pause -> new Fault.Busy(said, pause))
              .orElseGet(() -> new Fault.Unclear(said));
      default ->
          status == 408 || status == 425 || status >= 500 || status < 400
              ? new Fault.Unclear(said)
              : new Fault.Input(said);
    };
  }

  /// The pause that the provider asks for: whole or broken seconds, milliseconds, or a time.
  public Optional<Duration> pause(Instant now) {
    return number("retry-after-ms")
        .map(millis -> millis / 1000)
        .or(() -> number("Retry-After"))
        .or(() -> until(now))
        .map(Reply::bounded);
  }

  private Optional<Double> number(String header) {
    return Optional.ofNullable(headers.get(header))
        .map(String::strip)
        .filter(it -> NUMBER.matcher(it).matches())
        .map(Double::valueOf);
  }

  private Optional<Double> until(Instant now) {
    try {
      return Optional.ofNullable(headers.get("Retry-After"))
          .map(it -> ZonedDateTime.parse(it.strip(), DateTimeFormatter.RFC_1123_DATE_TIME))
          .map(it -> Duration.between(now, it.toInstant()).toMillis() / 1000.0);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration bounded(double seconds) {
    long millis = Math.round(seconds * 1000);
    return Duration.ofMillis(Math.clamp(millis, 1000, LONGEST_PAUSE.toMillis()));
  }
}
