package app.photoplay.provider.openai;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Failure;
import app.photoplay.provider.Result;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.remote.http.Reply;
import app.photoplay.provider.remote.speech.CardVoices;
import app.photoplay.provider.remote.speech.ReceivedSpeech;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechNeed;
import app.photoplay.provider.speech.SpeechPrompt;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Speaks. The answer to an order is the sound itself, so it is kept until it is asked for. MP3,
/// for the length that is stated in WAV as it is sent is that of an endless file.
final class VoiceModel extends OpenAiModel<SpeechNeed, SpeechInput, GeneratedSpeech>
    implements SpeechModel {
  private static final Duration LONGEST = Duration.ofSeconds(90);

  /// A file may be a little longer than what is spoken in it.
  private static final double MORE_SECONDS = 2;

  private final CardVoices cardVoices;
  private final ReceivedSpeech received;

  VoiceModel(OpenAiAccount account, ModelCard card, Workshop workshop) {
    super(account, card, workshop);
    this.cardVoices = CardVoices.of(card);
    this.received = new ReceivedSpeech(workshop.scratch());
  }

  @Override
  public List<Voice> voices() {
    return cardVoices.voices();
  }

  @Override
  public SpeechCheck check(SpeechPrompt prompt) {
    return cardVoices.check(prompt);
  }

  @Override
  public Optional<Money> price(SpeechNeed need, PriceBook prices) {
    return cardVoices.price(need, prices);
  }

  @Override
  Duration longest() {
    return LONGEST;
  }

  @Override
  ObjectNode body(SpeechInput input) throws Fault.Thrown {
    if (!(input instanceof SpeechPrompt prompt)) {
      throw new Fault.Input("a recording").thrown();
    }
    String voice =
        cardVoices
            .find(prompt.voice())
            .orElseThrow(() -> new Fault.Input("no voice " + prompt.voice()).thrown())
            .id();
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("model", card.id())
            .put("input", cardVoices.text(prompt))
            .put("voice", voice)
            .put("response_format", "mp3");
    double speed = speed(prompt.manner().speed());
    return speed == 1 ? body : body.put("speed", speed);
  }

  /// As fast as the model can: `speeds=0.7-1.2`.
  private double speed(double wanted) {
    String[] bounds = card.more("speeds").orElse("0.25-4").split("-", 2);
    return Math.clamp(wanted, Double.parseDouble(bounds[0]), Double.parseDouble(bounds[1]));
  }

  @Override
  String sent(JsonNode body, String key) throws IOException {
    Reply reply = account.order("/audio/speech", body, LONGEST);
    JsonNode json = reply.json();
    Optional<Fault> fault = OpenAiFaults.inside(json, Money.ZERO);
    if (fault.isPresent()) {
      throw fault.get().thrown();
    }
    String type = String.valueOf(reply.headers().get("Content-Type")).toLowerCase(Locale.ROOT);
    if (type.startsWith("application/json") || type.startsWith("text/")) {
      throw new IOException("an answer that is no sound");
    }
    return kept("", reply.body(), ".sound", Optional.empty());
  }

  @Override
  public Result<GeneratedSpeech> poll(String operation, Supplier<Optional<SpeechInput>> prompt)
      throws InterruptedException {
    return account.remote().result(() -> made(Operation.parse(operation), prompt.get()));
  }

  private Result<GeneratedSpeech> made(Operation work, Optional<SpeechInput> input)
      throws IOException, InterruptedException {
    byte[] kept = workshop.kept().bytes(work.more().getOrDefault("file", ""));
    if (!(input.orElse(null) instanceof SpeechPrompt prompt)) {
      return new Result.Refused<>(Failure.Code.FILE_GONE);
    }
    String language =
        cardVoices.find(prompt.voice()).map(it -> it.voice().language()).orElse("und");
    Path sound = Files.write(workshop.file(".sound"), kept);
    double most = card.lengths().longest() + MORE_SECONDS;
    return new Result.Ready<>(
        received.made(sound, new ReceivedSpeech.Said(prompt.words(), language, List.of(), most)));
  }
}
