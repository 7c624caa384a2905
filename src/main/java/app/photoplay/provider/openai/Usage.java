package app.photoplay.provider.openai;

import app.photoplay.budget.Money;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// What an answer says that it took: `{"usage": {"cost", "prompt_tokens", "completion_tokens"}}`.
final class Usage {
  private static final BigDecimal MOST = new BigDecimal(1_000_000);

  private final JsonNode usage;

  Usage(JsonNode answer) {
    this.usage = answer.path("usage");
  }

  /// The real charge, as OpenRouter tells it. With a key of the operator's own at the model's maker
  /// that is OpenRouter's share alone, and the maker's is told beside it.
  Optional<Money> cost() {
    Optional<BigDecimal> cost = dollars(usage.path("cost"));
    boolean own = usage.path("is_byok").asBoolean();
    BigDecimal maker =
        own
            ? dollars(usage.path("cost_details").path("upstream_inference_cost"))
                .orElse(BigDecimal.ZERO)
            : BigDecimal.ZERO;
    return cost.map(maker::add).map(Usage::money);
  }

  /// Tokens, each that was read counted as a share of one that was written; 0 = not told.
  long tokens(double share) {
    long written = usage.path("completion_tokens").asLong();
    long read = usage.path("prompt_tokens").asLong();
    return Math.max(0, written) + (long) Math.ceil(Math.max(0, read) * share);
  }

  static Money money(BigDecimal dollars) {
    return Money.ofMicroUsd(
        dollars.movePointRight(6).setScale(0, RoundingMode.CEILING).longValueExact());
  }

  /// A number of dollars, also as text; empty for anything else.
  static Optional<BigDecimal> dollars(JsonNode node) {
    try {
      return Optional.of(new BigDecimal(node.asText()))
          .filter(it -> it.signum() >= 0 && it.compareTo(MOST) <= 0);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
