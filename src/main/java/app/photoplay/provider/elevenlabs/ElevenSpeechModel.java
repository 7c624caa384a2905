package app.photoplay.provider.elevenlabs;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.file.Kept;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.remote.http.Fetcher;
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
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A model that speaks. The answer to an order is the speech, so it is kept until it is asked for;
/// when it is lost by then, it is fetched out of the account's history, without its times.
final class ElevenSpeechModel implements SpeechModel, Work.Paid<SpeechInput, GeneratedSpeech> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ENDING = ".elevenlabs.json";
  private static final String FORMAT = "mp3_44100_128";
  private static final Duration MARGIN = Duration.ofSeconds(2);
  private static final double SLOWEST = 0.7;
  private static final double FASTEST = 1.2;
  private static final long MOST_BYTES = 20_000_000;

  /// A file may be a little longer than what is spoken in it.
  private static final double MORE_SECONDS = 2;

  private final ModelCard card;
  private final ElevenAccount account;
  private final Fetcher fetcher;
  private final Workshop workshop;
  private final Kept kept;
  private final ReceivedSpeech received;

  ElevenSpeechModel(ModelCard card, ElevenAccount account, Fetcher fetcher, Workshop workshop) {
    this.card = card;
    this.account = account;
    this.fetcher = fetcher;
    this.workshop = workshop;
    this.kept = workshop.kept();
    this.received = new ReceivedSpeech(workshop.scratch());
  }

  @Override
  public String provider() {
    return ElevenLabs.NAME;
  }

  @Override
  public String name() {
    return card.name();
  }

  @Override
  public String account() {
    return account.remote().account().name();
  }

  @Override
  public Lane lane() {
    return card.lane(account());
  }

  @Override
  public int simultaneous() {
    return Math.min(card.simultaneous(), account.remote().account().simultaneous());
  }

  @Override
  public List<Voice> voices() {
    return account.voices(card).voices();
  }

  @Override
  public SpeechCheck check(SpeechPrompt prompt) {
    return account.voices(card).check(prompt);
  }

  @Override
  public Optional<Money> price(SpeechNeed need, PriceBook prices) {
    return account.voices(card).price(need, prices);
  }

  @Override
  public Work<SpeechInput, GeneratedSpeech> work() {
    return this;
  }

  @Override
  public PaidCall order(SpeechInput input, Uploads uploads, Money estimate) {
    return account.remote().call(estimate, ElevenAccount.ORDER.plus(MARGIN), _ -> ordered(input));
  }

  private String ordered(SpeechInput input) throws IOException {
    if (!(input instanceof SpeechPrompt prompt)) {
      throw new Fault.Input("a recording").thrown();
    }
    CardVoices.Named voice =
        account
            .voices(card)
            .find(prompt.voice())
            .orElseThrow(() -> new Fault.Input("no voice " + prompt.voice()).thrown());
    Reply reply = account.speak(voice.id(), card.more("format").orElse(FORMAT), body(prompt));
    if (reply.object().path("audio_base64").asText().isEmpty()) {
      throw new IOException("an answer without sound");
    }
    String item = reply.headers().get("history-item-id");
    return new Operation(
            kept.put(reply.body(), ENDING),
            account.remote().now().toEpochMilli(),
            Map.of("item", item == null ? "" : item, "language", voice.voice().language()))
        .toString();
  }

  private ObjectNode body(SpeechPrompt prompt) {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("text", prompt.words())
            .put("model_id", card.id());
    double speed = Math.clamp(prompt.manner().speed(), SLOWEST, FASTEST);
    if (speed != 1) {
      body.putObject("voice_settings").put("speed", speed);
    }
    return body;
  }

  @Override
  public Result<GeneratedSpeech> poll(String operation, Supplier<Optional<SpeechInput>> prompt)
      throws InterruptedException {
    Operation work = Operation.parse(operation);
    return account
        .remote()
        .result(() -> {
          Optional<byte[]> answer = answer(work);
          return new Result.Ready<>(
              answer.isPresent()
                  ? taken(JSON.readTree(answer.get()), work, prompt)
                  : fromHistory(work, prompt));
        });
  }

  /// Empty when it is not there any more.
  private Optional<byte[]> answer(Operation work) throws IOException {
    try {
      return Optional.of(kept.bytes(work.id()));
    } catch (Fault.Thrown _) {
      return Optional.empty();
    }
  }

  private GeneratedSpeech taken(
      JsonNode answer, Operation work, Supplier<Optional<SpeechInput>> prompt)
      throws IOException, InterruptedException {
    byte[] sound;
    try {
      sound = Base64.getDecoder().decode(answer.path("audio_base64").asText());
    } catch (IllegalArgumentException e) {
      throw new Fault.Output("sound that is no Base64").thrown();
    }
    LetterTimes letters = LetterTimes.of(answer.path("alignment"));
    String script = letters.words().isEmpty() ? script(prompt) : letters.text();
    Path file = Files.write(workshop.file(".sound"), sound);
    return made(file, script, letters, work);
  }

  private GeneratedSpeech fromHistory(Operation work, Supplier<Optional<SpeechInput>> prompt)
      throws IOException, InterruptedException {
    // a person who has found it there knows nothing else of it
    String item = work.more().getOrDefault("item", work.since() == 0 ? work.id() : "");
    if (!item.matches("[A-Za-z0-9_-]+")) {
      throw new Fault.Gone("the speech is no longer here").thrown();
    }
    Path file = workshop.file(".sound");
    String address = account.base() + "/v1/history/" + item + "/audio";
    Map<String, String> key = Map.of(ElevenAccount.KEY, account.remote().account().key().value());
    fetcher.fetch(address, key, file, Fetcher.Media.SOUND, MOST_BYTES);
    return made(file, script(prompt), new LetterTimes("", List.of()), work);
  }

  private static String script(Supplier<Optional<SpeechInput>> prompt) {
    return prompt.get().orElse(null) instanceof SpeechPrompt words ? words.words() : "";
  }

  private GeneratedSpeech made(Path file, String script, LetterTimes letters, Operation work)
      throws IOException, InterruptedException {
    return received.made(
        file,
        new ReceivedSpeech.Said(
            script,
            work.more().getOrDefault("language", "und"),
            letters.words(),
            card.lengths().longest() + MORE_SECONDS));
  }
}
