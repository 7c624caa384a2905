package app.photoplay.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private final Failures failures = new Failures(IllegalStateException.class::isInstance);

  @Test
  void knowsAFullDiskFromEverySide() {
    assertThat(failures.refusal(new IOException("No space left on device"), true).status)
        .isEqualTo(507);
    assertThat(
            failures.refusal(new FileSystemException("f", null, "Disk quota exceeded"), true)
                .status)
        .isEqualTo(507);
    assertThat(failures.refusal(new RuntimeException(new IllegalStateException()), true).status)
        .isEqualTo(507);
  }

  @Test
  void tellsWhatTheClientDidFromWhatIsOurFault() {
    assertThat(failures.refusal(new IOException(new TimeoutException()), true).status)
        .isEqualTo(408);
    assertThat(
            failures.refusal(
                    new IOException(new HttpException.RuntimeException(400, "chunk")), true)
                .status)
        .isEqualTo(400);
    assertThat(failures.refusal(new RuntimeException("a bug"), true).status).isEqualTo(503);
    assertThat(failures.refusal(new RuntimeException("a bug"), false).status).isEqualTo(500);
  }
}
