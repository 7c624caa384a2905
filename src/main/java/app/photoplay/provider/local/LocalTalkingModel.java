package app.photoplay.provider.local;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.media.caption.Captions;
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
import app.photoplay.provider.Answer;
import app.photoplay.provider.Motion;
import app.photoplay.provider.Operation;
import app.photoplay.provider.Render;
import app.photoplay.provider.Rendering;
import app.photoplay.provider.RequestKey;
import app.photoplay.provider.Style;
import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.provider.talk.TalkPrompt;
import app.photoplay.provider.talk.TalkingModel;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// The embedded renderer: a face found in the photo speaks, or the camera goes slowly into it. Free
/// of charge, no network. Thread-safe; each poll uses as many threads as it was given, so callers
/// should poll few operations at once.
public final class LocalTalkingModel implements TalkingModel {
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
    this.recorder = new Recorder(ffmpeg, work, threads);
  }

  /// What an operation's id holds.
  private record Stored(
      String photo,
      String speech,
      String timings,
      Shape shape,
      Quality quality,
      Motion motion,
      Style style,
      Captions captions,
      String label) {}

  @Override
  public String provider() {
    return "local";
  }

  @Override
  public Answer<Operation> submit(TalkPrompt prompt, RequestKey key) {
    Stored stored =
        new Stored(
            prompt.photo().toString(),
            prompt.speech().toString(),
            prompt.timings().toString(),
            prompt.shape(),
            prompt.quality(),
            prompt.motion(),
            prompt.style(),
            prompt.captions(),
            prompt.label());
    try {
      return new Answer.Ok<>(new Operation(provider(), JSON.writeValueAsString(stored)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a request", e);
    }
  }

  @Override
  public Answer<Rendering> poll(Operation operation, DoubleConsumer progress)
      throws InterruptedException {
    try {
      Stored stored = JSON.readValue(operation.id(), Stored.class);
      Picture photo;
      switch (pictures.read(Path.of(stored.photo()))) {
        case PictureAnswer.Decoded(Picture picture) -> photo = picture;
        case PictureAnswer.Unreadable _ -> {
          return new Answer.Refused<>(Answer.Reason.BAD_PHOTO, false);
        }
      }
      Optional<Face> face = faces.find(photo).stream().findFirst();
      if (face.isEmpty() && stored.motion() == Motion.TALK) {
        return new Answer.Refused<>(Answer.Reason.NO_FACE, false);
      }
      return new Answer.Ok<>(new Rendering.Finished(render(stored, photo, face, progress)));
    } catch (ToolFailed | UncheckedIOException e) {
      return new Answer.Broken<>(e, true);
    } catch (IOException e) {
      return new Answer.Broken<>(e, true);
    }
  }

  private Render render(Stored stored, Picture photo, Optional<Face> face, DoubleConsumer progress)
      throws InterruptedException, IOException {
    Envelope envelope = Envelope.of(Path.of(stored.speech()));
    Size canvas = stored.shape().canvas(photo.size(), stored.quality());
    int framesPerSecond = stored.quality().framesPerSecond();
    VideoEncoder.Order order =
        new VideoEncoder.Order(
            canvas,
            framesPerSecond,
            VideoEncoder.Order.framesFor(envelope.duration(), framesPerSecond),
            stored.quality().bitsPerSecond(),
            Optional.of(Path.of(stored.speech())));
    VideoEncoder.Planes frames =
        overlay(stored, order).over(frames(stored, photo, face, order, envelope));
    return recorder.record(order, frames, COVER, progress);
  }

  private static VideoEncoder.Planes frames(
      Stored stored,
      Picture photo,
      Optional<Face> face,
      VideoEncoder.Order order,
      Envelope envelope)
      throws IOException {
    if (stored.motion() == Motion.ZOOM || face.isEmpty()) {
      return new ZoomedPhoto(photo, face, order);
    }
    String written = Files.readString(Path.of(stored.timings()));
    SpeechTimings timings = JSON.readValue(written, SpeechTimings.class);
    // The same photo and words always move alike.
    long seed = 31L * Arrays.hashCode(photo.pixels()) + written.hashCode();
    return new TalkingFace(
        photo, face.get(), stored.shape(), order, timings, envelope, stored.style(), seed);
  }

  private Overlay overlay(Stored stored, VideoEncoder.Order order) throws IOException {
    Overlay overlay = Overlay.empty(order.size(), order.framesPerSecond());
    if (stored.captions() == Captions.BURNED) {
      SpeechTimings timings =
          JSON.readValue(Path.of(stored.timings()).toFile(), SpeechTimings.class);
      Locale locale = Locale.forLanguageTag(timings.language());
      overlay = overlay.withCaptions(timings.timedWords(), locale, lettering);
    }
    return stored.label().isEmpty()
        ? overlay
        : overlay.withLabel(stored.label(), Locale.ROOT, lettering);
  }
}
