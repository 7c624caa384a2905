package app.photoplay.provider.google;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.budget.price.Quantity;
import app.photoplay.provider.Result;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.Remote;
import app.photoplay.provider.text.StoryboardInstructions;
import app.photoplay.provider.text.StoryboardPrompt;
import app.photoplay.provider.text.TextModel;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.genai.JsonSerializable;
import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.Part;
import com.google.genai.types.ThinkingConfig;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/// Writes storyboards. The answer comes at once, so it is kept until it is asked for.
final class GoogleText extends GoogleModel<StoryboardPrompt, StoryboardPrompt, String>
    implements TextModel {
  /// The most tokens of an answer, thoughts among them.
  private static final int MOST_TOKENS = 16_384;

  private static final JsonNode SCHEMA =
      JsonSerializable.stringToJsonNode(StoryboardInstructions.schema());

  private final double share;

  GoogleText(Desk desk, ModelCard card) {
    super(desk, card);
    this.share = card.more("read").map(Double::parseDouble).orElse(1.0);
  }

  /// For an answer of the greatest length, with a token for each letter that it reads: some
  /// languages come to that.
  @Override
  public Optional<Money> price(StoryboardPrompt need, PriceBook prices) {
    int read =
        StoryboardInstructions.system(need).length()
            + StoryboardInstructions.user(need).length()
            + StoryboardInstructions.schema().length();
    return need.idea().length() > card.longestPrompt()
        ? Optional.empty()
        : Optional.of(
            card.cost(prices, Quantity.tokens(MOST_TOKENS + (long) Math.ceil(read * share))));
  }

  @Override
  Remote.Order prepared(StoryboardPrompt prompt) {
    Content task = Content.fromParts(Part.fromText(StoryboardInstructions.user(prompt)));
    GenerateContentConfig.Builder config =
        GenerateContentConfig.builder()
            .systemInstruction(
                Content.fromParts(Part.fromText(StoryboardInstructions.system(prompt))))
            .maxOutputTokens(MOST_TOKENS)
            .responseMimeType("application/json")
            .responseJsonSchema(SCHEMA)
            .httpOptions(Clients.within(LONGEST_ORDER));
    card.more("thinking")
        .ifPresent(it -> config.thinkingConfig(ThinkingConfig.builder().thinkingLevel(it)));
    GenerateContentConfig settled = config.build();
    return _ -> written(task, settled);
  }

  private String written(Content task, GenerateContentConfig config) throws IOException {
    var models = client().models;
    GenerateContentResponse response =
        Clients.call(() -> models.generateContent(card.id(), task, config));
    long tokens = Answer.tokens(response, share);
    Money charged = tokens == 0 ? Money.ZERO : cost(Quantity.tokens(tokens));
    Answer answer = Answer.of(response, charged);
    if (answer.text().isBlank()) {
      throw new Fault.Output("no words, ended with " + answer.end(), charged).thrown();
    }
    return kept(answer, answer.text().getBytes(UTF_8), ".json", charged);
  }

  @Override
  Result<String> asked(Operation operation, Supplier<Optional<StoryboardPrompt>> prompt)
      throws IOException {
    String text = new String(kept(operation), UTF_8);
    Money charged = charged(operation);
    // no tokens are no statement
    return charged.isZero() ? new Result.Ready<>(text) : new Result.Charged<>(text, charged);
  }
}
