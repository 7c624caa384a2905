package app.photoplay.provider.local.scene;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Failure;
import app.photoplay.job.Lane;
import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.image.GeneratedImage;
import app.photoplay.provider.image.ImageModel;
import app.photoplay.provider.image.ImagePrompt;
import app.photoplay.provider.video.CameraMove;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// Paints scenes from single words of the prompt. A reference picture is not looked at. The same
/// prompt and seed give the same picture. Thread-safe; takes some tenths of a second.
public final class LocalImageModel implements ImageModel, Work.Local<ImagePrompt, GeneratedImage> {
  private static final double JPEG_QUALITY = 0.92;

  private final Path work;

  /// A painter.
  ///
  /// @param work folder for pictures until the caller takes them; made when missing
  public LocalImageModel(Path work) {
    this.work = work;
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
  public Optional<Money> price(ImagePrompt need, PriceBook prices) {
    return Optional.of(Money.ZERO);
  }

  @Override
  public Work<ImagePrompt, GeneratedImage> work() {
    return this;
  }

  @Override
  public Result<GeneratedImage> make(ImagePrompt prompt, DoubleConsumer progress) {
    if (prompt.text().isBlank()) {
      return new Result.Refused<>(Failure.Code.NO_WORDS);
    }
    SceneIdea idea = SceneIdea.of(prompt.text(), prompt.style(), prompt.shot(), prompt.seed());
    try {
      Files.createDirectories(work);
      Path file = Files.createTempFile(work, "picture", ".jpg");
      Pictures.writeJpeg(picture(idea, prompt.size()), file, JPEG_QUALITY);
      PaintedMark.put(idea, file);
      return new Result.Ready<>(new GeneratedImage(file, prompt.size()));
    } catch (IOException | UncheckedIOException e) {
      return new Result.Broken<>(e);
    }
  }

  /// The first picture of a shot in which the camera stands still.
  static Picture picture(SceneIdea idea, Size size) {
    // video has one colour for each four pixels
    Size even = new Size(size.width() + size.width() % 2, size.height() + size.height() % 2);
    Picture picture = picture(Places.paint(idea, Plates.size(even)), even);
    return even.equals(size) ? picture : picture.scaledTo(size);
  }

  /// The same of a scene that is painted already.
  static Picture picture(Scene scene, Size size) {
    return new SceneShot(scene, size, CameraMove.STATIC_SHOT, 1, 1).picture(0, size);
  }
}
