package app.photoplay.provider.local.scene;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.media.face.Face;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.media.video.VideoEncoder;
import app.photoplay.provider.Answer;
import app.photoplay.provider.CameraMove;
import app.photoplay.provider.Operation;
import app.photoplay.provider.Render;
import app.photoplay.provider.Rendering;
import app.photoplay.provider.RequestKey;
import app.photoplay.provider.ShotSize;
import app.photoplay.provider.local.Recorder;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.provider.video.VideoPrompt;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// The embedded renderer of shots: a scene painted from the words, or a camera over a photo. The
/// camera moves, rain falls and water glints; people and animals do not act. Free of charge, no
/// network. Thread-safe; each poll uses as many threads as it was given.
public final class LocalVideoModel implements VideoModel {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Size WIDE = new Size(16, 9);

  private final Pictures pictures;
  private final FaceFinder faces;
  private final Recorder recorder;

  /// A renderer.
  ///
  /// @param work folder for files in the making and until the caller takes them; made when missing
  /// @param threads that draw at once
  public LocalVideoModel(
      Ffmpeg ffmpeg, Pictures pictures, FaceFinder faces, Path work, int threads) {
    this.pictures = pictures;
    this.faces = faces;
    this.recorder = new Recorder(ffmpeg, work, threads);
  }

  /// What an operation's id holds; an empty path stands for none.
  private record Stored(
      String text,
      String first,
      String last,
      double seconds,
      Shape shape,
      Quality quality,
      CameraMove camera,
      ShotSize shot,
      long seed) {}

  /// What is filmed.
  private record Shot(VideoEncoder.Planes frames, Ambience sound) {}

  @Override
  public String provider() {
    return "local";
  }

  @Override
  public boolean understands(String words) {
    return SceneWords.anyIn(words);
  }

  @Override
  public Answer<Operation> submit(VideoPrompt prompt, RequestKey key) {
    if (prompt.text().isBlank() && prompt.firstFrame().isEmpty()) {
      return new Answer.Refused<>(Answer.Reason.NO_WORDS, false);
    }
    Stored stored =
        new Stored(
            prompt.text(),
            prompt.firstFrame().map(Path::toString).orElse(""),
            prompt.lastFrame().map(Path::toString).orElse(""),
            prompt.seconds(),
            prompt.shape(),
            prompt.quality(),
            prompt.camera(),
            prompt.shot(),
            prompt.seed());
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
      Optional<Picture> first = picture(stored.first());
      Optional<Picture> last = picture(stored.last());
      if ((first.isEmpty() && !stored.first().isEmpty())
          || (last.isEmpty() && !stored.last().isEmpty())) {
        return new Answer.Refused<>(Answer.Reason.BAD_PHOTO, false);
      }
      return new Answer.Ok<>(new Rendering.Finished(render(stored, first, last, progress)));
    } catch (ToolFailed | UncheckedIOException | IOException e) {
      return new Answer.Broken<>(e, true);
    }
  }

  private Optional<Picture> picture(String path) {
    return !path.isEmpty()
            && pictures.read(Path.of(path)) instanceof PictureAnswer.Decoded(Picture picture)
        ? Optional.of(picture)
        : Optional.empty();
  }

  private Render render(
      Stored stored, Optional<Picture> first, Optional<Picture> last, DoubleConsumer progress)
      throws InterruptedException, IOException {
    Size canvas = stored.shape().canvas(first.map(Picture::size).orElse(WIDE), stored.quality());
    int framesPerSecond = stored.quality().framesPerSecond();
    int frames = Math.max(1, (int) Math.round(stored.seconds() * framesPerSecond));
    Optional<Path> sound = Optional.empty();
    try {
      Shot shot = shot(stored, first, last, canvas, frames);
      if (!shot.sound().silent()) {
        sound = Optional.of(recorder.file(".wav"));
        shot.sound().write((double) frames / framesPerSecond, stored.seed(), sound.get());
      }
      VideoEncoder.Order order =
          new VideoEncoder.Order(
              canvas, framesPerSecond, frames, stored.quality().bitsPerSecond(), sound);
      return recorder.record(order, shot.frames(), frames / 4, progress);
    } finally {
      if (sound.isPresent()) {
        Files.deleteIfExists(sound.get());
      }
    }
  }

  private Shot shot(
      Stored stored, Optional<Picture> first, Optional<Picture> last, Size canvas, int frames) {
    double rate = stored.quality().framesPerSecond();
    if (first.isEmpty()) {
      SceneIdea idea = SceneIdea.of(stored.text(), "", stored.shot(), stored.seed());
      Scene scene = Places.paint(idea, Plates.size(canvas));
      return new Shot(
          new SceneShot(scene, canvas, stored.camera(), frames, rate).planes(canvas),
          Ambience.of(idea));
    }
    VideoEncoder.Planes shot = over(first.get(), stored.camera(), canvas, frames, rate);
    if (last.isPresent()) {
      shot =
          new Morph(shot, over(last.get(), stored.camera(), canvas, frames, rate), canvas, frames);
    }
    return new Shot(shot, Ambience.NONE);
  }

  /// Those that a shot depends on: searching takes as long as drawing it.
  private List<Face> faces(Picture photo, CameraMove camera, Size canvas) {
    if (PhotoShot.cutsOff(photo.size(), canvas)) {
      return faces.find(photo);
    }
    return Pose.parallax(camera) ? faces.findUsual(photo) : List.of();
  }

  private PhotoShot over(
      Picture photo, CameraMove camera, Size canvas, int frames, double framesPerSecond) {
    return new PhotoShot(
        photo, faces(photo, camera, canvas), canvas, camera, frames, framesPerSecond);
  }
}
