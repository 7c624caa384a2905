package app.photoplay.provider.fal;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.JobKind.Cancelling;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.remote.file.Wanted;
import app.photoplay.provider.remote.speech.SentSpeech;
import app.photoplay.provider.talk.Motion;
import app.photoplay.provider.talk.Style;
import app.photoplay.provider.talk.TalkNeed;
import app.photoplay.provider.talk.TalkPrompt;
import app.photoplay.provider.talk.TalkingModel;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A model that moves the face of a photo to a sound.
record FalTalkingModel(FalEndpoint at) implements TalkingModel, Work.Paid<TalkPrompt, Render> {
  private static final String PHOTO = "photo";
  private static final String SPEECH = "speech";

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
  public Optional<Money> price(TalkNeed need, PriceBook prices) {
    boolean makes =
        need.motion() == Motion.TALK
            && at.card().qualities().contains(need.quality())
            && at.card().makes(need.shape());
    return makes ? at.price(need.millis(), prices) : Optional.empty();
  }

  @Override
  public Work<TalkPrompt, Render> work() {
    return this;
  }

  @Override
  public Result<Uploads> upload(TalkPrompt prompt) throws InterruptedException {
    Map<String, FalEndpoint.Media> files = new LinkedHashMap<>();
    files.put(PHOTO, photo(prompt));
    files.put(SPEECH, speech(prompt));
    return at.upload(files);
  }

  private FalEndpoint.Media photo(TalkPrompt prompt) {
    return FalEndpoint.Media.jpeg(() -> at.still(prompt.photo(), prompt.shape()));
  }

  private FalEndpoint.Media speech(TalkPrompt prompt) {
    int shortest = at.card().lengths().seconds().getFirst();
    return FalEndpoint.Media.wav(() -> SentSpeech.wav(prompt.speech(), shortest));
  }

  @Override
  public PaidCall order(TalkPrompt prompt, Uploads uploads, Money estimate) {
    return at.call(
        () -> {
          ObjectNode body = at.body();
          body.put(field("image-field", "image_url"), photo(prompt).address(uploads, PHOTO));
          body.put(field("audio-field", "audio_url"), speech(prompt).address(uploads, SPEECH));
          at.card().more("prompt-field").ifPresent(it -> body.put(it, manner(prompt.style())));
          return body;
        },
        estimate);
  }

  private String field(String key, String usual) {
    return at.card().more(key).orElse(usual);
  }

  private static String manner(Style style) {
    return switch (style) {
      case CALM -> "The person speaks calmly to the camera, with small moves of the head.";
      case LIVELY -> "The person speaks lively to the camera, with expressive face and head.";
      case STILL -> "The person speaks to the camera and holds the head still. The camera stands.";
    };
  }

  @Override
  public Result<Render> poll(String operation, Supplier<Optional<TalkPrompt>> prompt)
      throws InterruptedException {
    return at.queue()
        .poll(at.card(), operation, result -> at.video(result, () -> prompt.get().map(Wanted::of)));
  }

  @Override
  public Cancelling cancel(String operation) throws InterruptedException {
    return at.queue().cancel(at.card(), operation);
  }
}
