package app.photoplay.provider.remote.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.provider.remote.Fault;
import app.photoplay.testkit.SettableTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptTest {
  @TempDir Path home;
  private final SettableTime time = SettableTime.noon();
  private Kept kept = new Kept(Path.of(""), time);

  @BeforeEach
  void open() {
    kept = new Kept(home.resolve("kept"), time);
  }

  @Test
  void aResultIsThereAsOftenAsItIsAskedFor() throws IOException {
    String name = kept.put("words".getBytes(UTF_8), ".json");

    assertThat(kept.file(name)).hasContent("words");
    assertThat(kept.file(name)).hasContent("words");
    assertThat(name).endsWith(".json").hasSizeLessThan(50);
  }

  @Test
  void whatNobodyAskedForIsRemovedAfterDays() throws IOException {
    String old = kept.put(new byte[1], ".wav");
    time.advance(Duration.ofDays(2));
    String next = kept.put(new byte[1], ".wav");
    assertThat(kept.file(old)).exists();

    time.advance(Duration.ofSeconds(1));
    kept.put(new byte[1], ".wav");

    assertThatThrownBy(() -> kept.file(old)).isInstanceOf(Fault.Thrown.class);
    assertThat(kept.file(next)).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../secret", "/etc/hostname", "sub/file", "missing"})
  void nothingElseIsReached(String name) throws IOException {
    Files.writeString(home.resolve("secret"), "not yours");
    kept.put(new byte[1], ".wav");

    assertThatThrownBy(() -> kept.file(name))
        .isInstanceOfSatisfying(
            Fault.Thrown.class, it -> assertThat(it.fault()).isInstanceOf(Fault.Gone.class));
  }
}
