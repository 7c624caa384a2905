package app.photoplay.kind.talk;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Pictures;
import app.photoplay.testkit.PhotoFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
  private final AtomicInteger searches = new AtomicInteger();
  private final Preflight preflight =
      new Preflight(
          new Pictures(),
          new FaceFinder(),
          task -> {
            searches.incrementAndGet();
            task.run();
          });

  @TempDir Path folder;

  @Test
  void searchesAPhotoOnceHoweverOftenItIsSent() throws IOException {
    Path first = Files.write(folder.resolve("first.jpg"), PhotoFiles.portrait());
    Path again = Files.write(folder.resolve("again.jpg"), PhotoFiles.portrait());

    assertThat(preflight.inspect(first)).isEqualTo(new Preflight.Finding.Fine(List.of()));
    assertThat(preflight.inspect(again)).isEqualTo(new Preflight.Finding.Fine(List.of()));

    assertThat(searches).hasValue(1);
  }

  @Test
  void tellsPhotosApart() throws IOException {
    Path portrait = Files.write(folder.resolve("photo.jpg"), PhotoFiles.portrait());
    assertThat(preflight.inspect(portrait)).isEqualTo(new Preflight.Finding.Fine(List.of()));

    Path replaced = Files.write(portrait, PhotoFiles.named("rocket.jpg"));

    assertThat(preflight.inspect(replaced)).isEqualTo(new Preflight.Finding.NoFace());
    assertThat(searches).hasValue(2);
  }
}
