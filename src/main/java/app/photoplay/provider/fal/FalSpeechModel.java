package app.photoplay.provider.fal;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Failure;
import app.photoplay.job.JobKind.Cancelling;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.remote.Fault;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A model that speaks.
record FalSpeechModel(FalEndpoint at, CardVoices cardVoices, ReceivedSpeech received)
    implements SpeechModel, Work.Paid<SpeechInput, GeneratedSpeech> {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final long MOST_BYTES = 20_000_000;

  /// A file may be a little longer than what is spoken in it.
  private static final double MARGIN = 2;

  FalSpeechModel(FalEndpoint at) {
    this(at, CardVoices.of(at.card()), new ReceivedSpeech(at.workshop().scratch()));
  }

  @Override
  public String provider() {
    return Fal.NAME;
  }

  @Override
  public String name() {
    return at.card().name();
  }

  @Override
  public String account() {
    return at.account().name();
  }

  @Override
  public Lane lane() {
    return at.lane();
  }

  @Override
  public int simultaneous() {
    return at.simultaneous();
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
  public Work<SpeechInput, GeneratedSpeech> work() {
    return this;
  }

  @Override
  public PaidCall order(SpeechInput input, Uploads uploads, Money estimate) {
    return at.call(
        () ->
            switch (input) {
              case SpeechPrompt words -> body(words);
              case SpeechInput.Recorded _ -> throw new Fault.Input("a recording").thrown();
            },
        estimate);
  }

  private ObjectNode body(SpeechPrompt prompt) throws Fault.Thrown {
    String voice =
        cardVoices
            .find(prompt.voice())
            .orElseThrow(() -> new Fault.Input("no voice " + prompt.voice()).thrown())
            .id();
    ObjectNode body = at.body();
    set(body, "text-field", NODES.textNode(cardVoices.text(prompt)));
    set(body, "voice-field", NODES.textNode(voice));
    set(body, "speed-field", NODES.numberNode(speed(prompt.manner().speed())));
    long semitones = Math.round(prompt.manner().semitones());
    set(body, "pitch-field", NODES.numberNode((int) semitones));
    return body;
  }

  private void set(ObjectNode body, String key, JsonNode value) {
    at.card().more(key).ifPresent(field -> FalEndpoint.set(body, field, value));
  }

  /// As fast as the model can: `speeds=0.7-1.2`.
  private double speed(double wanted) {
    String[] bounds = at.card().more("speeds").orElse("0.5-2").split("-", 2);
    return Math.clamp(wanted, Double.parseDouble(bounds[0]), Double.parseDouble(bounds[1]));
  }

  @Override
  public Result<GeneratedSpeech> poll(String operation, Supplier<Optional<SpeechInput>> prompt)
      throws InterruptedException {
    return at.queue().poll(at.card(), operation, result -> taken(result, prompt.get()));
  }

  private Result<GeneratedSpeech> taken(JsonNode result, Optional<SpeechInput> input)
      throws IOException, InterruptedException {
    String address = FalQueue.file(result, "audio");
    if (!(input.orElse(null) instanceof SpeechPrompt prompt)) {
      return new Result.Refused<>(Failure.Code.FILE_GONE);
    }
    String language =
        cardVoices.find(prompt.voice()).map(it -> it.voice().language()).orElse("und");
    double most = at.card().lengths().longest() + MARGIN;
    Path sound = at.workshop().file(".mp3");
    at.queue().fetcher().fetch(address, Map.of(), sound, Fetcher.Media.SOUND, MOST_BYTES);
    return new Result.Ready<>(
        received.made(sound, new ReceivedSpeech.Said(prompt.words(), language, List.of(), most)));
  }

  @Override
  public Cancelling cancel(String operation) throws InterruptedException {
    return at.queue().cancel(at.card(), operation);
  }
}
