package app.photoplay.provider.remote.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.provider.remote.Fault;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.testkit.MemoryArtifactStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptTest {
  @TempDir Path home;
  private ArtifactStore files = new MemoryArtifactStore(Path.of(""));
  private Kept kept = new Kept(() -> files);

  @BeforeEach
  void open() {
    files = new MemoryArtifactStore(home);
    kept = new Kept(() -> files);
  }

  @Test
  void aResultIsThereAsOftenAsItIsAskedFor() throws IOException {
    String name = kept.put("words".getBytes(UTF_8), ".json");

    assertThat(kept.bytes(name)).asString(UTF_8).isEqualTo("words");
    assertThat(kept.bytes(name)).asString(UTF_8).isEqualTo("words");
    assertThat(name).endsWith(".json").hasSizeLessThan(80);
  }

  @Test
  void anotherInstanceWithTheSameFilesHasIt() throws IOException {
    String name = kept.put("words".getBytes(UTF_8), ".json");

    assertThat(new Kept(() -> files).bytes(name)).asString(UTF_8).isEqualTo("words");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../secret", "/etc/hostname", "sub/file", "missing"})
  void nothingElseIsReached(String name) throws IOException {
    Files.writeString(home.resolve("secret"), "not yours");
    kept.put(new byte[1], ".wav");

    assertThatThrownBy(() -> kept.bytes(name))
        .isInstanceOfSatisfying(
            Fault.Thrown.class, it -> assertThat(it.fault()).isInstanceOf(Fault.Gone.class));
  }
}
