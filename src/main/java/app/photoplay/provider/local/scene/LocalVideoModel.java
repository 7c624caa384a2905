package app.photoplay.provider.local.scene;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Failure;
import app.photoplay.job.Lane;
import app.photoplay.media.Size;
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
import app.photoplay.provider.recording.Recorder;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.provider.video.VideoPrompt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// The embedded renderer of shots: a scene painted from the words, or a camera over a photo. The
/// camera moves, rain falls and water glints; people and animals do not act. Free of charge, no
/// network. Thread-safe; each shot uses as many threads as it was given.
public final class LocalVideoModel implements VideoModel, Work.Local<VideoPrompt, Render> {
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
    this.recorder = new Recorder(ffmpeg, work, threads, VideoEncoder.Effort.LITTLE);
  }

  /// What is filmed.
  private record Shot(VideoEncoder.Planes frames, Ambience sound) {}

  @Override
  public String provider() {
    return "local";
  }

  @Override
  public Lane lane() {
    return Lane.CPU;
  }

  @Override
  public boolean understands(String words) {
    return SceneWords.anyIn(words);
  }

  @Override
  public List<String> unseen(String words) {
    return SceneWords.unknown(words);
  }

  @Override
  public Optional<Money> price(ShotNeed need, PriceBook prices) {
    return need.firstFrame() || understands(need.text())
        ? Optional.of(prices.price(provider(), "clip-" + need.quality().label(), need.millis()))
        : Optional.empty();
  }

  @Override
  public Work<VideoPrompt, Render> work() {
    return this;
  }

  @Override
  public Result<Render> make(VideoPrompt prompt, DoubleConsumer progress)
      throws InterruptedException {
    if (prompt.text().isBlank() && prompt.firstFrame().isEmpty()) {
      return new Result.Refused<>(Failure.Code.NO_WORDS);
    }
    try {
      Optional<Picture> first = prompt.firstFrame().flatMap(this::picture);
      Optional<Picture> last = prompt.lastFrame().flatMap(this::picture);
      if (first.isPresent() != prompt.firstFrame().isPresent()
          || last.isPresent() != prompt.lastFrame().isPresent()) {
        return new Result.Refused<>(Failure.Code.BAD_PHOTO);
      }
      return new Result.Ready<>(render(prompt, first, last, progress));
    } catch (ToolFailed | UncheckedIOException | IOException e) {
      return new Result.Broken<>(e);
    }
  }

  private Optional<Picture> picture(Path photo) {
    return pictures.read(photo) instanceof PictureAnswer.Decoded(Picture picture)
        ? Optional.of(picture)
        : Optional.empty();
  }

  private Render render(
      VideoPrompt prompt, Optional<Picture> first, Optional<Picture> last, DoubleConsumer progress)
      throws InterruptedException, IOException {
    Size canvas = prompt.shape().canvas(first.map(Picture::size).orElse(WIDE), prompt.quality());
    int framesPerSecond = prompt.quality().framesPerSecond();
    int frames = Math.max(1, (int) Math.round(prompt.seconds() * framesPerSecond));
    Optional<Path> sound = Optional.empty();
    try {
      Shot shot = shot(prompt, first, last, canvas, frames);
      if (!shot.sound().silent()) {
        sound = Optional.of(recorder.file(".wav"));
        shot.sound().write((double) frames / framesPerSecond, prompt.seed(), sound.get());
      }
      VideoEncoder.Order order =
          new VideoEncoder.Order(
              canvas, framesPerSecond, frames, prompt.quality().bitsPerSecond(), sound);
      return recorder.record(order, shot.frames(), frames / 4, progress);
    } finally {
      if (sound.isPresent()) {
        Files.deleteIfExists(sound.get());
      }
    }
  }

  private Shot shot(
      VideoPrompt prompt, Optional<Picture> first, Optional<Picture> last, Size canvas, int frames)
      throws IOException {
    double rate = prompt.quality().framesPerSecond();
    SceneIdea idea = SceneIdea.of(prompt.text(), prompt.style(), prompt.shot(), prompt.seed());
    Optional<Scene> scene = scene(prompt, idea, first, canvas);
    VideoEncoder.Planes shot =
        scene.isPresent()
            ? new SceneShot(scene.get(), canvas, prompt.camera(), frames, rate)
            : over(first.orElseThrow(), prompt.camera(), canvas, frames, rate);
    if (last.isPresent()) {
      shot =
          new Morph(shot, over(last.get(), prompt.camera(), canvas, frames, rate), canvas, frames);
    }
    return new Shot(shot, scene.isPresent() ? Ambience.of(idea) : Ambience.NONE);
  }

  /// The painted scene, when there is no first picture, or when it is our own painting of it: then
  /// the camera moves between its layers instead of over a flat picture.
  private static Optional<Scene> scene(
      VideoPrompt prompt, SceneIdea idea, Optional<Picture> first, Size canvas) throws IOException {
    if (first.isEmpty()) {
      return Optional.of(Places.paint(idea, Plates.size(canvas)));
    }
    if (PhotoShot.cutsOff(first.get().size(), canvas)
        || !PaintedMark.on(prompt.firstFrame().orElseThrow(), idea)) {
      return Optional.empty();
    }
    Scene scene = Places.paint(idea, Plates.size(canvas));
    // somebody may have painted over it and kept the mark
    return Plates.alike(LocalImageModel.picture(scene, canvas), first.get())
        ? Optional.of(scene)
        : Optional.empty();
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
