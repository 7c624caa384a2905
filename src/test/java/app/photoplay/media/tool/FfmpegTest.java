package app.photoplay.media.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegTest {
  private static final Path CACHE = Path.of("target", "ffmpeg");

  @TempDir Path folder;

  @Test
  void unpacksTheEmbeddedOneOnceWhenThereIsNoOther() throws Exception {
    Ffmpeg.Binary binary = new Ffmpeg(null, "", folder).binary();
    Ffmpeg.Binary again = new Ffmpeg(null, "", folder).binary();

    assertThat(binary.origin()).isEqualTo(Ffmpeg.Origin.EMBEDDED);
    assertThat(binary.version()).startsWith("4.4");
    assertThat(binary.ffprobe()).isEmpty();
    assertThat(again).isEqualTo(binary);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void touchesNothingBeforeItIsAsked() {
    Path cache = folder.resolve("cache");

    assertThat(new Ffmpeg(folder.resolve("none"), "/nowhere", cache)).isNotNull();

    assertThat(cache).doesNotExist();
  }

  @Test
  void passesOverBinariesThatDoNotWorkAndSaysWhy() throws Exception {
    Path failing = script("failing", "echo broken library; exit 3");
    Path poor = script("ffmpeg", "echo ffmpeg version 9.9 Copyright; echo ' A..... aac '");

    Ffmpeg.Found found = new Ffmpeg(failing, folder.toString(), CACHE).find();

    assertThat(found.binary().map(Ffmpeg.Binary::origin)).hasValue(Ffmpeg.Origin.EMBEDDED);
    assertThat(found.rejected())
        .containsExactly(
            new Ffmpeg.Rejected(
                Ffmpeg.Origin.CONFIGURED,
                failing.toString(),
                "failing ended with status 3: broken library"),
            new Ffmpeg.Rejected(Ffmpeg.Origin.PATH, poor.toString(), "has no encoder libx264"));
  }

  @Test
  void takesTheConfiguredOneBeforeTheOneOnThePath() throws Exception {
    String good = "echo ffmpeg version 9.9 Copyright; echo ' V..... libx264 '; echo ' A.. aac '";
    Path configured = script("mine", good);
    script("ffmpeg", good);
    Path ffprobe = script("ffprobe", "true");

    Ffmpeg.Binary binary = new Ffmpeg(configured, folder.toString(), CACHE).binary();

    assertThat(binary)
        .isEqualTo(
            new Ffmpeg.Binary(configured, "9.9", Ffmpeg.Origin.CONFIGURED, Optional.of(ffprobe)));
  }

  @Test
  void stopsAProcessThatHangs() throws Exception {
    Path hanging = script("hanging", "echo waiting; exec sleep 600");

    assertThatThrownBy(() -> ToolProcess.run(hanging, List.of(), Duration.ofMillis(300)))
        .isInstanceOf(ToolFailed.class)
        .hasMessageContaining("was stopped");
  }

  private Path script(String name, String body) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file;
  }
}
