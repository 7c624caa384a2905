package app.photoplay.provider.local;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Failure;
import app.photoplay.job.Lane;
import app.photoplay.media.Size;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.caption.Overlay;
import app.photoplay.media.face.Face;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.media.video.VideoEncoder;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.recording.BurnedText;
import app.photoplay.provider.recording.Recorder;
import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.provider.talk.Motion;
import app.photoplay.provider.talk.TalkNeed;
import app.photoplay.provider.talk.TalkPrompt;
import app.photoplay.provider.talk.TalkingModel;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// The embedded renderer: a face found in the photo speaks, or the camera goes slowly into it. Free
/// of charge, no network. Thread-safe; each video uses as many threads as it was given, so callers
/// should make few at once.
public final class LocalTalkingModel implements TalkingModel, Work.Local<TalkPrompt, Render> {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Mouth at rest, eyes open, since no blink comes in the first second.
  private static final int COVER = 0;

  private final Pictures pictures;
  private final FaceFinder faces;
  private final Recorder recorder;
  private final Lettering lettering;

  /// A renderer.
  ///
  /// @param lettering for captions and the label
  /// @param work folder for files in the making and until the caller takes them; made when missing
  /// @param threads that draw at once
  public LocalTalkingModel(
      Ffmpeg ffmpeg,
      Pictures pictures,
      FaceFinder faces,
      Lettering lettering,
      Path work,
      int threads) {
    this.pictures = pictures;
    this.faces = faces;
    this.lettering = lettering;
    this.recorder = new Recorder(ffmpeg, work, threads, VideoEncoder.Effort.USUAL);
  }

  @Override
  public String provider() {
    return "local";
  }

  @Override
  public Lane lane() {
    return Lane.CPU;
  }

  @Override
  public Optional<Money> price(TalkNeed need, PriceBook prices) {
    return Optional.of(prices.price(provider(), "talk-" + need.quality().label(), need.millis()));
  }

  @Override
  public Work<TalkPrompt, Render> work() {
    return this;
  }

  @Override
  public Result<Render> make(TalkPrompt prompt, DoubleConsumer progress)
      throws InterruptedException {
    try {
      if (!(pictures.read(prompt.photo()) instanceof PictureAnswer.Decoded(Picture photo))) {
        return new Result.Refused<>(Failure.Code.BAD_PHOTO);
      }
      List<Face> found = faces.find(photo);
      if (found.isEmpty() && prompt.motion() == Motion.TALK) {
        return new Result.Refused<>(Failure.Code.NO_FACE);
      }
      return new Result.Ready<>(render(prompt, photo, found, progress));
    } catch (ToolFailed | UncheckedIOException | IOException e) {
      return new Result.Broken<>(e);
    }
  }

  private Render render(TalkPrompt prompt, Picture photo, List<Face> found, DoubleConsumer progress)
      throws InterruptedException, IOException {
    Envelope envelope = Envelope.of(prompt.speech());
    Size canvas = prompt.shape().canvas(photo.size(), prompt.quality());
    int framesPerSecond = prompt.quality().framesPerSecond();
    VideoEncoder.Order order =
        new VideoEncoder.Order(
            canvas,
            framesPerSecond,
            VideoEncoder.Order.framesFor(envelope.duration(), framesPerSecond),
            prompt.quality().bitsPerSecond(),
            Optional.of(prompt.speech()));
    PhotoFrames frames = frames(prompt, photo, found.stream().findFirst(), order, envelope);
    Overlay text =
        BurnedText.of(
            prompt.captions(),
            Optional.of(prompt.timings()),
            prompt.label(),
            order,
            lettering,
            frames.behind(found));
    return recorder.record(order, text.over(frames), COVER, progress);
  }

  private static PhotoFrames frames(
      TalkPrompt prompt,
      Picture photo,
      Optional<Face> face,
      VideoEncoder.Order order,
      Envelope envelope)
      throws IOException {
    if (prompt.motion() == Motion.ZOOM || face.isEmpty()) {
      return new ZoomedPhoto(photo, face, order);
    }
    String written = Files.readString(prompt.timings());
    SpeechTimings timings = JSON.readValue(written, SpeechTimings.class);
    // The same photo and words always move alike, until another take is wanted.
    long seed =
        31L * Arrays.hashCode(photo.pixels())
            + written.hashCode()
            + prompt.take() * 0x9E3779B97F4A7C15L;
    return new TalkingFace(
        photo, face.get(), prompt.shape(), order, timings, envelope, prompt.style(), seed);
  }
}
