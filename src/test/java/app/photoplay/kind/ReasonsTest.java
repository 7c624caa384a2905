package app.photoplay.kind;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.job.Failure;
import app.photoplay.job.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonsTest {
  private static final Progress.Failed<String> BROKEN =
      new Progress.Failed<>(new Failure(Failure.Code.PROVIDER_BROKEN));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ffmpeg ended with status 1: av_interleaved_write_frame(): No space left on device",
        "ffmpeg ended with status 1: Error writing trailer: File too large",
        "ffmpeg ended with status 153",
        "Disk quota exceeded"
      })
  void callsAFullDiskByItsName(String said) {
    assertThat(ProviderFailures.<String>again(new IllegalStateException(said), 3, BROKEN))
        .isEqualTo(new Progress.Failed<String>(new Failure(Failure.Code.DISK_FULL)));
  }

  @Test
  void findsTheFullDiskBelowOtherErrors() {
    IOException full = new FileSystemException("talk.mp4", null, "No space left on device");

    assertThat(
            ProviderFailures.<String>again(
                new UncheckedIOException("cannot write", full), 3, BROKEN))
        .isEqualTo(new Progress.Failed<String>(new Failure(Failure.Code.DISK_FULL)));
  }

  @Test
  void triesTwiceMoreBeforeItGivesUpOnAFullDisk() {
    Progress<String> first =
        ProviderFailures.again(new IOException("No space left on device"), 1, BROKEN);

    assertThat(first)
        .isInstanceOfSatisfying(
            Progress.Retry.class,
            retry ->
                assertThat(((Progress.Failed<?>) retry.exhausted()).failure().code())
                    .isEqualTo(Failure.Code.DISK_FULL));
  }

  @Test
  void keepsOtherFailuresTheProviders() {
    Progress<String> broken =
        ProviderFailures.again(new IOException("ffmpeg ended with status 1"), 3, BROKEN);

    assertThat(broken)
        .isInstanceOfSatisfying(
            Progress.Retry.class,
            retry ->
                assertThat(((Progress.Failed<?>) retry.exhausted()).failure().code())
                    .isEqualTo(Failure.Code.PROVIDER_BROKEN));
  }
}
