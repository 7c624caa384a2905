package app.photoplay.provider.fal;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.JobKind.Cancelling;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.catalogue.ModelCard.Ability;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.file.Wanted;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.ShotWords;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.provider.video.VideoPrompt;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A model that films, beginning with a picture.
record FalVideoModel(FalEndpoint at) implements VideoModel, Work.Paid<VideoPrompt, Render> {
  private static final String FIRST = "first";
  private static final String LAST = "last";

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
  public boolean understands(String words) {
    return at.card().can(Ability.WORDS);
  }

  @Override
  public Optional<Money> price(ShotNeed need, PriceBook prices) {
    boolean makes =
        at.card().can(need.firstFrame() ? Ability.FIRST_FRAME : Ability.WORDS)
            && (!need.lastFrame() || at.card().can(Ability.LAST_FRAME))
            && at.card().qualities().contains(need.quality())
            && at.card().makes(need.shape());
    return makes ? at.price(need.millis(), prices) : Optional.empty();
  }

  @Override
  public Work<VideoPrompt, Render> work() {
    return this;
  }

  @Override
  public Result<Uploads> upload(VideoPrompt prompt) throws InterruptedException {
    Map<String, FalEndpoint.Media> files = new LinkedHashMap<>();
    prompt.firstFrame().ifPresent(it -> files.put(FIRST, still(it, prompt)));
    prompt.lastFrame().ifPresent(it -> files.put(LAST, still(it, prompt)));
    return at.upload(files);
  }

  private FalEndpoint.Media still(Path frame, VideoPrompt prompt) {
    return FalEndpoint.Media.jpeg(() -> at.still(frame, prompt.shape()));
  }

  @Override
  public PaidCall order(VideoPrompt prompt, Uploads uploads, Money estimate) {
    return at.call(() -> body(prompt, uploads), estimate);
  }

  private ObjectNode body(VideoPrompt prompt, Uploads uploads) throws IOException {
    ObjectNode body = at.body();
    body.put("prompt", ShotWords.of(prompt, at.card().longestPrompt()));
    if (prompt.firstFrame().isPresent()) {
      body.put("image_url", still(prompt.firstFrame().get(), prompt).address(uploads, FIRST));
    }
    if (prompt.lastFrame().isPresent()) {
      String field = at.card().more("end-field").orElse("end_image_url");
      body.put(field, still(prompt.lastFrame().get(), prompt).address(uploads, LAST));
    }
    body.put("duration", seconds(prompt) + at.card().more("seconds-sign").orElse(""));
    if (at.card().can(Ability.SEED)) {
      body.put("seed", prompt.seed() & Integer.MAX_VALUE);
    }
    return body;
  }

  private int seconds(VideoPrompt prompt) throws Fault.Thrown {
    return at.card()
        .lengths()
        .holding(Math.round(prompt.seconds() * 1000))
        .orElseThrow(() -> new Fault.Input("a shot of " + prompt.seconds() + " s").thrown());
  }

  @Override
  public Result<Render> poll(String operation, Supplier<Optional<VideoPrompt>> prompt)
      throws InterruptedException {
    return at.queue()
        .poll(at.card(), operation, result -> at.video(result, () -> prompt.get().map(Wanted::of)));
  }

  @Override
  public Cancelling cancel(String operation) throws InterruptedException {
    return at.queue().cancel(at.card(), operation);
  }
}
