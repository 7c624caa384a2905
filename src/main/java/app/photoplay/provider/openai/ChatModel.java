package app.photoplay.provider.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.budget.price.Quantity;
import app.photoplay.budget.price.Unit;
import app.photoplay.provider.Result;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.text.StoryboardInstructions;
import app.photoplay.provider.text.StoryboardPrompt;
import app.photoplay.provider.text.TextModel;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Writes storyboards. The answer comes at once, so it is kept until it is asked for.
final class ChatModel extends OpenAiModel<StoryboardPrompt, StoryboardPrompt, String>
    implements TextModel {
  /// The most tokens of an answer, thoughts among them.
  private static final int MOST_TOKENS = 16_384;

  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// What a server speaks of that does not take the form of the answer.
  private static final List<String> FORM_WORDS =
      List.of("response_format", "json_schema", "json_object", "structured", "parameters");

  private final double share;
  private final PriceBook prices;
  private volatile Form form;

  ChatModel(OpenAiAccount account, ModelCard card, Workshop workshop) {
    super(account, card, workshop);
    this.share = card.more("read").map(Double::parseDouble).orElse(1.0);
    this.prices = new PriceBook(Map.of(card.provider() + "." + card.name(), card.price()));
    this.form =
        card.more("form").map(it -> Form.valueOf(it.toUpperCase(Locale.ROOT))).orElse(Form.SCHEMA);
  }

  /// How the form of the answer is asked for, the strictest first.
  private enum Form {
    SCHEMA,
    OBJECT,
    TEXT
  }

  /// For an answer of the greatest length, with a token for each letter that it reads: some
  /// languages come to that.
  @Override
  public Optional<Money> price(StoryboardPrompt need, PriceBook prices) {
    if (need.idea().length() > card.longestPrompt()) {
      return Optional.empty();
    }
    int read =
        StoryboardInstructions.system(need).length()
            + StoryboardInstructions.user(need).length()
            + StoryboardInstructions.schema().length();
    Quantity most =
        card.price().per() == Unit.CALL
            ? Quantity.calls(1)
            : Quantity.tokens(MOST_TOKENS + (long) Math.ceil(read * share));
    return Optional.of(card.cost(prices, most));
  }

  @Override
  Duration longest() {
    return LONGEST;
  }

  @Override
  ObjectNode body(StoryboardPrompt prompt) {
    Form asked = form;
    ObjectNode body = NODES.objectNode().put("model", card.id());
    String rules =
        StoryboardInstructions.system(prompt)
            + (asked == Form.SCHEMA
                ? ""
                : "\nThe object has exactly the form of this JSON schema:\n"
                    + StoryboardInstructions.schema());
    body.putArray("messages")
        .add(message("system", rules))
        .add(message("user", StoryboardInstructions.user(prompt)));
    body.put(card.more("tokens-field").orElse("max_completion_tokens"), MOST_TOKENS);
    switch (asked) {
      case SCHEMA -> body.set("response_format", schema());
      case OBJECT -> body.putObject("response_format").put("type", "json_object");
      case TEXT -> {}
    }
    if (account.isOpenRouter()) {
      route(body, asked);
    }
    card.more("effort")
        .ifPresent(it -> {
          if (account.isOpenRouter()) {
            body.putObject("reasoning").put("effort", it);
          } else {
            body.put("reasoning_effort", it);
          }
        });
    return body;
  }

  private static ObjectNode message(String role, String text) {
    return NODES.objectNode().put("role", role).put("content", text);
  }

  private static ObjectNode schema() {
    ObjectNode format = NODES.objectNode().put("type", "json_schema");
    try {
      format
          .putObject("json_schema")
          .put("name", "storyboard")
          .put("strict", true)
          .set("schema", JSON.readTree(StoryboardInstructions.schema()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return format;
  }

  /// Which of the companies that run the model may be asked.
  private void route(ObjectNode body, Form asked) {
    ObjectNode route = NODES.objectNode();
    if (asked == Form.SCHEMA) {
      route.put("require_parameters", true);
    }
    card.more("data-collection").ifPresent(it -> route.put("data_collection", it));
    if (!route.isEmpty()) {
      body.set("provider", route);
    }
  }

  @Override
  String sent(JsonNode body, String key) throws IOException {
    JsonNode answer;
    try {
      answer = account.order("/chat/completions", body, LONGEST).object();
    } catch (Fault.Thrown e) {
      throw withLessForm(body, e.fault()).thrown();
    }
    Optional<Money> charged = charged(answer);
    Money cost = charged.orElse(Money.ZERO);
    JsonNode choice = answer.path("choices").path(0);
    Optional<Fault> fault =
        OpenAiFaults.inside(answer, cost).or(() -> OpenAiFaults.inside(choice, cost));
    if (fault.isPresent()) {
      throw withLessForm(body, fault.get()).thrown();
    }
    String text = text(choice, cost);
    return kept(answer.path("id").asText(), text.getBytes(UTF_8), ".json", charged);
  }

  /// A server that does not take the form of the answer has taken nothing: the next try asks for a
  /// less strict one, and so do all others from then on.
  private Fault withLessForm(JsonNode body, Fault fault) {
    String said = fault.detail().toLowerCase(Locale.ROOT);
    boolean about =
        (fault instanceof Fault.Input || fault instanceof Fault.Broken)
            && FORM_WORDS.stream().anyMatch(said::contains);
    if (!about || !body.has("response_format")) {
      return fault;
    }
    boolean strict = body.path("response_format").path("type").asText().equals("json_schema");
    form = strict ? Form.OBJECT : Form.TEXT;
    return new Fault.Passing("asks for a less strict form from now on: " + fault.detail());
  }

  private Optional<Money> charged(JsonNode answer) {
    Usage usage = new Usage(answer);
    return usage
        .cost()
        .or(() ->
            card.price().per() == Unit.THOUSAND_TOKENS && usage.tokens(share) > 0
                ? Optional.of(card.cost(prices, Quantity.tokens(usage.tokens(share))))
                : Optional.empty());
  }

  /// What was written; cut off where it came to the greatest length.
  private static String text(JsonNode choice, Money charged) throws IOException {
    if (!choice.isObject()) {
      throw new IOException("an answer without a choice");
    }
    JsonNode message = choice.path("message");
    String end = choice.path("finish_reason").asText();
    if (message.hasNonNull("refusal") && !message.path("refusal").asText().isBlank()) {
      throw new Fault.Policy("refused: " + message.path("refusal").asText(), charged).thrown();
    }
    switch (end) {
      case "content_filter" -> throw new Fault.Policy("ended with " + end, charged).thrown();
      case "error" -> throw new Fault.Broken("ended with " + end, charged).thrown();
      default -> {}
    }
    String text = message.path("content").asText();
    if (text.isBlank() || message.path("content").isNull()) {
      throw new Fault.Output("no words, ended with " + end, charged).thrown();
    }
    return text;
  }

  @Override
  public Result<String> poll(String operation, Supplier<Optional<StoryboardPrompt>> prompt)
      throws InterruptedException {
    return account
        .remote()
        .result(() -> {
          Map<String, String> more = Operation.parse(operation).more();
          String text = new String(workshop.kept().bytes(more.getOrDefault("file", "")), UTF_8);
          String charged = more.get("charged");
          return charged == null
              ? new Result.Ready<>(text)
              : new Result.Charged<>(text, Money.ofMicroUsd(Long.parseLong(charged)));
        });
  }
}
