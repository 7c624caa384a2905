package app.photoplay.media.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.photoplay.media.Size;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.media.tool.ToolProcess;
import app.photoplay.testkit.PhotoFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the programs of Debian's `libheif-examples`; skipped where they are not installed.
class HeifReaderTest {
  @TempDir Path folder;
  @TempDir Path work;
  private HeifReader reader;

  @BeforeEach
  void needsTheConverter() {
    reader = HeifReader.on(System.getenv("PATH"), work);
    assumeThat(reader.program()).as("libheif-examples is not installed").isPresent();
  }

  @Test
  void readsAPhonesPhoto() throws Exception {
    Picture photo = decoded(heic(PhotoFiles.portrait()));

    assertThat(photo.size()).isEqualTo(new Size(512, 512));
    assertThat(new FaceFinder().find(photo)).hasSize(1);
  }

  @Test
  void refusesOneThatEndsTooEarly() throws Exception {
    byte[] whole = heic(PhotoFiles.portrait());

    assertThat(problem(Arrays.copyOf(whole, whole.length / 2))).isEqualTo(PhotoProblem.BROKEN);
    assertThat(problem(Arrays.copyOf(whole, 60))).isEqualTo(PhotoProblem.BROKEN);
  }

  @Test
  void refusesOneThatClaimsTooManyPixelsBeforeAnythingDecodesIt() throws Exception {
    byte[] file = heic(PhotoFiles.portrait());
    int at = indexOf(file, "ispe");
    for (int i = 0; i < 8; i += 4) {
      file[at + 8 + i] = 0;
      file[at + 9 + i] = 0;
      file[at + 10 + i] = (byte) 0x75;
      file[at + 11 + i] = 0x30; // 30,000
    }

    assertThat(problem(file)).isEqualTo(PhotoProblem.TOO_MANY_PIXELS);
  }

  @Test
  void doesNotBlameThePhotoWhenTheDiskIsFull() throws Exception {
    // what the converter prints then, and its status, are those of version 1.15
    Path converter = folder.resolve("heif-dec");
    Files.writeString(
        converter,
        """
        #!/bin/sh
        printf half > "$4"
        echo 'Output file write error --- out of disk space?'
        echo 'could not write image'
        """);
    assertThat(converter.toFile().setExecutable(true)).isTrue();
    byte[] photo = heic(PhotoFiles.portrait());
    reader = HeifReader.on(folder.toString(), work);

    assertThatThrownBy(() -> read(photo))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("heif-dec could not write: no space left on device");
    assertThat(work).isEmptyDirectory();
  }

  @Test
  void doesNotBlameThePhotoWhenTheConverterIsKilled() throws Exception {
    Path converter = folder.resolve("heif-dec");
    Files.writeString(converter, "#!/bin/sh\nkill -9 $$\n");
    assertThat(converter.toFile().setExecutable(true)).isTrue();
    byte[] photo = heic(PhotoFiles.portrait());
    reader = HeifReader.on(folder.toString(), work);

    assertThatThrownBy(() -> read(photo)).isInstanceOf(ToolFailed.class);
    assertThat(work).isEmptyDirectory();
  }

  @Test
  void leavesNothingBehind() throws Exception {
    var _ = decoded(heic(PhotoFiles.portrait()));

    assertThat(work).isEmptyDirectory();
  }

  private static int indexOf(byte[] file, String type) {
    return new String(file, StandardCharsets.ISO_8859_1).indexOf(type);
  }

  private byte[] heic(byte[] jpeg) throws Exception {
    Path from = Files.write(folder.resolve("photo.jpg"), jpeg);
    Path to = folder.resolve("photo.heic");
    Path encoder = reader.program().orElseThrow().resolveSibling("heif-enc");
    var _ =
        ToolProcess.run(
            encoder,
            List.of("-q", "60", from.toString(), "-o", to.toString()),
            Duration.ofSeconds(60));
    return Files.readAllBytes(to);
  }

  private Picture decoded(byte[] file) throws IOException {
    return ((PictureAnswer.Decoded) read(file)).picture();
  }

  private PhotoProblem problem(byte[] file) throws IOException {
    return ((PictureAnswer.Unreadable) read(file)).problem();
  }

  private PictureAnswer read(byte[] file) throws IOException {
    return new Pictures(reader).read(Files.write(folder.resolve("sent"), file));
  }
}
