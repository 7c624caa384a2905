package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.Answer;
import app.photoplay.provider.CameraMove;
import app.photoplay.provider.RequestKey;
import app.photoplay.provider.image.GeneratedImage;
import app.photoplay.provider.image.ImageModel;
import app.photoplay.provider.image.ImagePrompt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Paints scenes from single words of the prompt. A reference picture is not looked at. The same
/// prompt and seed give the same picture. Thread-safe; takes some tenths of a second.
public final class LocalImageModel implements ImageModel {
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
  public Answer<GeneratedImage> draw(ImagePrompt prompt, RequestKey key) {
    if (prompt.text().isBlank()) {
      return new Answer.Refused<>(Answer.Reason.NO_WORDS, false);
    }
    SceneIdea idea = SceneIdea.of(prompt.text(), prompt.style(), prompt.shot(), prompt.seed());
    try {
      Files.createDirectories(work);
      Path file = Files.createTempFile(work, "picture", ".jpg");
      Pictures.writeJpeg(picture(idea, prompt.size()), file, JPEG_QUALITY);
      return new Answer.Ok<>(new GeneratedImage(file, prompt.size()));
    } catch (IOException | UncheckedIOException e) {
      return new Answer.Broken<>(e, true);
    }
  }

  /// The first picture of a shot in which the camera stands still.
  static Picture picture(SceneIdea idea, Size size) {
    Size plate = Plates.size(size);
    SceneShot shot = new SceneShot(Places.paint(idea, plate), size, CameraMove.STATIC_SHOT, 1, 1);
    return Plates.frame(shot, 0, size);
  }
}
