package app.photoplay.provider.openai;

import app.photoplay.budget.Money;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.http.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What errors mean: `{"error": {"message", "type", "code", "metadata": {"error_type"}}}`, where
/// OpenRouter's `code` is a status of HTTP, and other servers may have a mere text for it all.
final class OpenAiFaults {
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(15);

  private static final Set<String> POLICY =
      Set.of("content_policy_violation", "moderation_blocked", "content_filter", "refusal");
  private static final Set<String> CREDIT =
      Set.of("insufficient_quota", "billing_hard_limit_reached", "payment_required");
  private static final Set<String> KEY =
      Set.of("authentication", "invalid_api_key", "permission_denied");
  private static final Set<String> LARGE =
      Set.of(
          "context_length_exceeded",
          "token_limit_exceeded",
          "max_tokens_exceeded",
          "string_too_long",
          "payload_too_large",
          "image_too_large");
  private static final Set<String> BUSY =
      Set.of("rate_limit_exceeded", "provider_overloaded", "provider_unavailable");
  private static final Set<String> INPUT =
      Set.of(
          "invalid_request",
          "invalid_prompt",
          "unprocessable",
          "invalid_image",
          "image_too_small",
          "unsupported_image_format",
          "image_not_found",
          "image_download_failed");

  /// What refusals speak of where they have no code.
  private static final List<String> POLICY_WORDS =
      List.of("content policy", "content_policy", "moderation", "flagged", "guardrail", "safety");

  private OpenAiFaults() {}

  /// Of an order. What is not found then is no work, but the model.
  static Fault ofOrder(Reply reply, Instant now) {
    Fault fault = ofQuestion(reply, now);
    return fault instanceof Fault.Gone gone ? new Fault.Broken(gone.detail()) : fault;
  }

  /// Of a question.
  static Fault ofQuestion(Reply reply, Instant now) {
    Said said = Said.of(reply.json());
    Optional<Duration> pause = reply.pause(now);
    if (reply.status() == 402 && pause.isPresent()) {
      return new Fault.Busy(said.text(), pause.get()); // too much of the credit is in use
    }
    if (reply.status() == 403 && said.speaksOf(List.of("limit exceeded", "credits"))) {
      return new Fault.Credit(said.text());
    }
    return named(said, Money.ZERO, pause.orElse(USUAL_PAUSE))
        .or(() ->
            reply.status() == 403 && said.isForbidden()
                ? Optional.of(new Fault.Policy(said.text()))
                : Optional.empty())
        .orElseGet(() -> reply.fault(said.text(), now));
  }

  /// Of an answer that came as a success: the work had begun, and what it cost is told.
  static Optional<Fault> inside(JsonNode answer, Money charged) {
    JsonNode error = answer.path("error");
    if (error.isMissingNode() || error.isNull()) {
      return Optional.empty();
    }
    Said said = Said.of(answer);
    return named(said, charged, USUAL_PAUSE).or(() -> Optional.of(coded(said, charged)));
  }

  private static Fault coded(Said said, Money charged) {
    String text = said.text();
    return switch (said.code()) {
      case 401 -> new Fault.Key(text);
      case 402 -> new Fault.Credit(text);
      case 403 -> said.isForbidden() ? new Fault.Policy(text, charged) : new Fault.Key(text);
      case 400, 422 -> new Fault.Input(text, charged);
      case 408 -> new Fault.Late(text);
      case 413 -> new Fault.Large(text);
      case 429, 503 -> new Fault.Busy(text, USUAL_PAUSE);
      default -> new Fault.Broken(text, charged);
    };
  }

  /// Of work that was taken and came to nothing.
  ///
  /// @param error a text, or an object as above
  static Fault failed(JsonNode error, Money charged) {
    Said said = Said.of(error);
    boolean policy = said.isAny(POLICY) || said.speaksOf(POLICY_WORDS);
    return policy ? new Fault.Policy(said.text(), charged) : new Fault.Broken(said.text(), charged);
  }

  private static Optional<Fault> named(Said said, Money charged, Duration pause) {
    String text = said.text();
    Fault fault = null;
    if (said.isAny(POLICY)) {
      fault = new Fault.Policy(text, charged);
    } else if (said.isAny(CREDIT)) {
      fault = new Fault.Credit(text);
    } else if (said.isAny(KEY)) {
      fault = new Fault.Key(text);
    } else if (said.isAny(LARGE)) {
      fault = new Fault.Large(text);
    } else if (said.isAny(BUSY)) {
      fault = new Fault.Busy(text, pause);
    } else if (said.isAny(INPUT)) {
      fault = new Fault.Input(text, charged);
    }
    return Optional.ofNullable(fault);
  }

  /// What an error says.
  ///
  /// @param names that it is called by
  /// @param code a status of HTTP, or 0
  /// @param reasons whether it says why something is forbidden
  private record Said(Set<String> names, int code, boolean reasons, String text) {

    /// Reads an answer with an error in it, or the error itself.
    static Said of(JsonNode answer) {
      JsonNode error = answer.path("error").isMissingNode() ? answer : answer.path("error");
      JsonNode more = error.path("metadata");
      Set<String> names =
          Stream.of(error.path("code"), error.path("type"), more.path("error_type"))
              .map(JsonNode::asText)
              .filter(it -> !it.isEmpty() && !it.equals("null"))
              .collect(Collectors.toUnmodifiableSet());
      String message = error.isTextual() ? error.asText() : error.path("message").asText();
      boolean reasons = more.has("reasons") || more.has("flagged_input");
      String text = names.stream().sorted().collect(Collectors.joining(" ")) + " " + message;
      return new Said(names, error.path("code").asInt(), reasons, text.strip());
    }

    boolean isAny(Set<String> known) {
      return names.stream().anyMatch(known::contains);
    }

    boolean speaksOf(List<String> words) {
      String lower = text.toLowerCase(Locale.ROOT);
      return words.stream().anyMatch(lower::contains);
    }

    boolean isForbidden() {
      return reasons || speaksOf(POLICY_WORDS);
    }
  }
}
