package app.photoplay.provider.did;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.budget.price.Quantity;
import app.photoplay.job.Failure;
import app.photoplay.job.JobKind.Cancelling;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.PollPlan;
import app.photoplay.provider.remote.file.Wanted;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.remote.http.Fetcher;
import app.photoplay.provider.remote.speech.SentSpeech;
import app.photoplay.provider.talk.Motion;
import app.photoplay.provider.talk.Style;
import app.photoplay.provider.talk.TalkNeed;
import app.photoplay.provider.talk.TalkPrompt;
import app.photoplay.provider.talk.TalkingModel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Talks: the face in a photo speaks, the rest of it stays. The lengths of its card are those that
/// are paid for: a talk costs as much as the next longer one of them.
record DidTalkingModel(ModelCard card, DidAccount did, Fetcher fetcher, Workshop workshop)
    implements TalkingModel, Work.Paid<TalkPrompt, Render> {
  private static final String PHOTO = "photo";
  private static final String SPEECH = "speech";
  private static final Duration MARGIN = Duration.ofSeconds(2);

  /// How soon a talk stands in the list of all, D-ID does not say.
  private static final Duration LISTED = Duration.ofMinutes(2);

  private static final Duration SOON = Duration.ofSeconds(3);
  private static final Duration SELDOM = Duration.ofSeconds(10);
  private static final int LONGEST_SIDE = 2048;
  private static final int SHORTEST_SIDE = 512;
  private static final int MOST_PHOTO_BYTES = 3_500_000;
  private static final int MOST_SPEECH_BYTES = 6_000_000;
  private static final long MOST_VIDEO_BYTES = 500_000_000;

  @Override
  public String provider() {
    return Did.NAME;
  }

  @Override
  public String name() {
    return card.name();
  }

  @Override
  public String account() {
    return did.remote().account().name();
  }

  @Override
  public Lane lane() {
    return card.lane(account());
  }

  @Override
  public int simultaneous() {
    return Math.min(card.simultaneous(), did.remote().account().simultaneous());
  }

  @Override
  public Optional<Money> price(TalkNeed need, PriceBook prices) {
    boolean makes =
        need.motion() == Motion.TALK
            && card.qualities().contains(need.quality())
            && card.makes(need.shape());
    return card.lengths().holding(need.millis()).stream()
        .filter(_ -> makes)
        .mapToObj(seconds -> card.cost(prices, Quantity.millis(seconds * 1000L)))
        .findFirst();
  }

  @Override
  public Work<TalkPrompt, Render> work() {
    return this;
  }

  @Override
  public Result<Uploads> upload(TalkPrompt prompt) throws InterruptedException {
    return did.remote()
        .result(() -> {
          byte[] speech = SentSpeech.wav(prompt.speech(), 0);
          if (speech.length > MOST_SPEECH_BYTES) {
            throw new Fault.Large("speech of " + speech.length + " bytes").thrown();
          }
          byte[] photo =
              workshop
                  .stills()
                  .jpeg(
                      prompt.photo(),
                      prompt.shape(),
                      LONGEST_SIDE,
                      SHORTEST_SIDE,
                      MOST_PHOTO_BYTES);
          return new Result.Ready<>(
              new Uploads(
                  Map.of(
                      PHOTO,
                      did.upload("/images", "image", photo, "photo.jpg", "image/jpeg"),
                      SPEECH,
                      did.upload("/audios", "audio", speech, "speech.wav", "audio/wav"))));
        });
  }

  @Override
  public PaidCall order(TalkPrompt prompt, Uploads uploads, Money estimate) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("source_url", uploads.names().get(PHOTO));
    body.putObject("script").put("type", "audio").put("audio_url", uploads.names().get(SPEECH));
    body.putObject("config").put("stitch", true).put("result_format", "mp4");
    if (prompt.style() == Style.LIVELY) {
      body.put("driver_url", "bank://lively");
    }
    return did.remote()
        .call(
            estimate,
            DidAccount.ORDER.plus(MARGIN),
            key -> {
              ObjectNode named = body.deepCopy().put("user_data", key);
              workshop.callbacks().address(Did.NAME, key).ifPresent(it -> named.put("webhook", it));
              String id = did.talk(named);
              return Operation.of(id, did.remote().now()).toString();
            },
            LISTED,
            new DidSearch(did)::find);
  }

  @Override
  public Result<Render> poll(String operation, Supplier<Optional<TalkPrompt>> prompt)
      throws InterruptedException {
    Operation work = Operation.parse(operation);
    return did.remote()
        .result(() -> {
          JsonNode talk = did.get("/talks/" + work.id());
          return switch (talk.path("status").asText()) {
            case "done" -> taken(talk, prompt.get());
            case "error" -> throw DidFaults.ofTalk(talk.path("error")).thrown();
            case "rejected" -> throw new Fault.Policy("rejected").thrown();
            default ->
                new PollPlan(SOON, SELDOM, card.deadline()).running(work, did.remote().now());
          };
        });
  }

  private Result<Render> taken(JsonNode talk, Optional<TalkPrompt> prompt)
      throws IOException, InterruptedException {
    String address = talk.path("result_url").asText();
    if (address.isEmpty()) {
      throw new Fault.Output("a talk without its video").thrown();
    }
    if (prompt.isEmpty()) {
      return new Result.Refused<>(Failure.Code.FILE_GONE);
    }
    Path file = workshop.file(".mp4");
    fetcher.fetch(address, Map.of(), file, Fetcher.Media.VIDEO, MOST_VIDEO_BYTES);
    return new Result.Ready<>(workshop.conformer().conform(file, Wanted.of(prompt.get())));
  }

  /// Deletes it, with the photo in it; whether that stops what is being made is not known.
  @Override
  public Cancelling cancel(String operation) throws InterruptedException {
    did.remote()
        .result(() -> {
          did.delete(Operation.parse(operation).id());
          return new Result.Ready<>(true);
        });
    return new Cancelling.RunsOut();
  }
}
