package app.photoplay.provider.openai;

import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.catalogue.ModelCard.Makes;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Provider.Look;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at an account: whether its key works, what credit is left, and whether the models are what
/// their cards say.
///
/// @param cards of this provider
record AccountLook(OpenAiAccount account, List<ModelCard> cards) {

  Look look() throws IOException {
    Optional<BigDecimal> left = account.isOpenRouter() ? left() : Optional.empty();
    List<String> said = new ArrayList<>();
    said.add(account.label() + " takes this key");
    left.map(it -> it.setScale(2, RoundingMode.FLOOR).toPlainString() + " USD are left")
        .ifPresent(said::add);
    said.addAll(differences());
    boolean good = left.map(it -> it.signum() > 0).orElse(true);
    return new Look(account.remote().account().name(), good, String.join("; ", said) + ".");
  }

  /// The least of what the key may still spend and of what was paid in; empty when neither is told.
  private Optional<BigDecimal> left() throws IOException {
    JsonNode key = account.get("/key").path("data");
    Optional<BigDecimal> limit = number(key.path("limit_remaining"));
    Optional<BigDecimal> credit = credit();
    if (limit.isPresent() && credit.isPresent()) {
      return Optional.of(limit.get().min(credit.get()));
    }
    return limit.or(() -> credit);
  }

  /// Not every key may ask for it.
  private Optional<BigDecimal> credit() throws IOException {
    try {
      JsonNode credits = account.get("/credits").path("data");
      Optional<BigDecimal> used = number(credits.path("total_usage"));
      return number(credits.path("total_credits"))
          .map(it -> it.subtract(used.orElse(BigDecimal.ZERO)));
    } catch (Fault.Thrown _) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> number(JsonNode node) {
    return node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
  }

  private List<String> differences() throws IOException {
    List<String> differences = new ArrayList<>();
    Map<String, JsonNode> models = list("/models");
    Map<String, JsonNode> films =
        account.isOpenRouter() && hasFilms() ? list("/videos/models") : Map.of();
    for (ModelCard card : cards) {
      boolean film = card.makes() == Makes.CLIP;
      // OpenRouter lists no voices there
      boolean listed = !account.isOpenRouter() || card.makes() != Makes.SPEECH;
      Optional<JsonNode> live = Optional.ofNullable((film ? films : models).get(card.id()));
      if (live.isEmpty() && listed) {
        differences.add(card.name() + " is not there (" + card.id() + ")");
      }
      live.ifPresent(it -> LiveModel.differences(card, it).forEach(differences::add));
    }
    return differences;
  }

  private boolean hasFilms() {
    return cards.stream().anyMatch(it -> it.makes() == Makes.CLIP);
  }

  private Map<String, JsonNode> list(String path) throws IOException {
    Map<String, JsonNode> byId = new HashMap<>();
    for (JsonNode model : account.get(path).path("data")) {
      byId.put(model.path("id").asText(), model);
    }
    return byId;
  }
}
