package app.photoplay.provider.minimax;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.budget.price.Unit;
import app.photoplay.job.Failure;
import app.photoplay.job.PaidCall;
import app.photoplay.provider.Result;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.Remote;
import app.photoplay.provider.remote.RemoteModel;
import app.photoplay.provider.remote.file.Kept;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.remote.http.Fetcher;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Speech. The order waits until it is spoken, and is answered with an address to fetch it from, or
/// with the sound itself, in hexadecimal digits.
record MiniMaxSpeechModel(
    ModelCard card,
    MiniMaxAccount owner,
    Workshop workshop,
    Fetcher fetcher,
    CardVoices cardVoices,
    ReceivedSpeech received,
    Kept kept)
    implements RemoteModel<SpeechNeed, SpeechInput, GeneratedSpeech>, SpeechModel {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Duration ORDER = Duration.ofSeconds(90);
  private static final int RATE = 44_100;
  private static final int BITRATE = 128_000;

  /// Of an address within an operation, which has to be short; a longer one is kept in a file.
  private static final int LONGEST_ADDRESS = 1000;

  private static final String ADDRESS = ".address";
  private static final long MOST_BYTES = 20_000_000;

  /// A file may be a little longer than what is spoken in it.
  private static final double MARGIN = 2;

  MiniMaxSpeechModel(ModelCard card, MiniMaxAccount owner, Workshop workshop, Fetcher fetcher) {
    this(
        card,
        owner,
        workshop,
        fetcher,
        CardVoices.of(card),
        new ReceivedSpeech(workshop.scratch()),
        workshop.kept());
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
  public Remote remote() {
    return owner.remote();
  }

  @Override
  public PaidCall order(SpeechInput input, Uploads uploads, Money estimate) {
    return owner
        .remote()
        .call(
            estimate,
            ORDER.plusSeconds(1),
            _ -> {
              if (!(input instanceof SpeechPrompt prompt)) {
                throw new Fault.Input("a recording").thrown();
              }
              return operation(owner.order("/v1/t2a_v2", body(prompt), ORDER)).toString();
            });
  }

  private ObjectNode body(SpeechPrompt prompt) throws Fault.Thrown {
    String voice =
        cardVoices
            .find(prompt.voice())
            .orElseThrow(() -> new Fault.Input("no voice " + prompt.voice()).thrown())
            .id();
    ObjectNode body = NODES.objectNode().put("model", card.id());
    // <#1.5#> would be a pause
    body.put("text", cardVoices.text(prompt).replace("<#", "< #")).put("stream", false);
    body.putObject("voice_setting")
        .put("voice_id", voice)
        .put("speed", prompt.manner().speed())
        .put("vol", 1)
        .put("pitch", (int) Math.round(prompt.manner().semitones()));
    body.putObject("audio_setting")
        .put("sample_rate", RATE)
        .put("bitrate", BITRATE)
        .put("format", "mp3")
        .put("channel", 1);
    return body.put("language_boost", "auto").put("output_format", "url");
  }

  private Operation operation(JsonNode answer) throws IOException {
    String audio = answer.path("data").path("audio").asText("");
    if (audio.isEmpty()) {
      throw new IOException("speech without sound");
    }
    Map<String, String> more = new HashMap<>();
    if (!audio.startsWith("http")) {
      more.put("kept", kept.put(bytes(audio), ".mp3"));
    } else if (audio.length() > LONGEST_ADDRESS) {
      more.put("kept", kept.put(audio.getBytes(StandardCharsets.UTF_8), ADDRESS));
    } else {
      more.put("address", audio);
    }
    JsonNode characters = answer.path("extra_info").path("usage_characters");
    if (characters.canConvertToInt()) {
      more.put("characters", characters.asText());
    }
    String trace = answer.path("trace_id").asText("speech");
    return new Operation(trace, owner.remote().now().toEpochMilli(), more);
  }

  private static byte[] bytes(String digits) throws IOException {
    try {
      return HexFormat.of().parseHex(digits);
    } catch (IllegalArgumentException e) {
      throw new IOException("speech that is neither an address nor digits", e);
    }
  }

  @Override
  public Result<GeneratedSpeech> poll(String operation, Supplier<Optional<SpeechInput>> prompt)
      throws InterruptedException {
    Operation spoken = Operation.parse(operation);
    return owner.remote().result(() -> taken(spoken, prompt.get()));
  }

  private Result<GeneratedSpeech> taken(Operation spoken, Optional<SpeechInput> input)
      throws IOException, InterruptedException {
    if (!(input.orElse(null) instanceof SpeechPrompt prompt)) {
      return new Result.Refused<>(Failure.Code.FILE_GONE);
    }
    String language =
        cardVoices.find(prompt.voice()).map(it -> it.voice().language()).orElse("und");
    double most = card.lengths().longest() + MARGIN;
    GeneratedSpeech speech =
        received.made(
            fetched(spoken), new ReceivedSpeech.Said(prompt.words(), language, List.of(), most));
    return charged(spoken)
        .<Result<GeneratedSpeech>>map(amount -> new Result.Charged<>(speech, amount))
        .orElseGet(() -> new Result.Ready<>(speech));
  }

  private Path fetched(Operation spoken) throws IOException {
    String name = spoken.more().getOrDefault("kept", "");
    String address = spoken.more().getOrDefault("address", "");
    if (!name.isEmpty() && !name.endsWith(ADDRESS)) {
      return Files.write(workshop.file(".mp3"), kept.bytes(name));
    }
    String at = name.isEmpty() ? address : new String(kept.bytes(name), StandardCharsets.UTF_8);
    Path sound = workshop.file(".mp3");
    fetcher.fetch(at, Map.of(), sound, Fetcher.Media.SOUND, MOST_BYTES);
    return sound;
  }

  /// By the letters that were counted there.
  private Optional<Money> charged(Operation spoken) {
    return Optional.ofNullable(spoken.more().get("characters"))
        .filter(_ -> card.price().per() == Unit.CHARACTER)
        .map(Long::parseLong)
        .filter(it -> it > 0)
        .map(it -> Money.ofMicroUsd(Math.multiplyExact(card.price().amount().microUsd(), it)));
  }
}
