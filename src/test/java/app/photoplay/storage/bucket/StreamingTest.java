package app.photoplay.storage.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.storage.gcs.GcsBucket;
import app.photoplay.testkit.GcsServer;
import app.photoplay.testkit.S3Server;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files go from disk to the store and back piece by piece: however large they are, they take no
/// more than 8 MB of memory for 100 MB, all pieces together.
class StreamingTest {
  private static final int MEGABYTES = 100;
  private static final long MOST = 8L << 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir Path folder;

  private interface Transfer {
    void run() throws IOException;
  }

  @Test
  void s3() throws IOException {
    S3Server server = S3Server.shared();
    try (Bucket bucket = server.open(server.newBucket())) {
      begin(bucket);
      Path large = large();

      long up = allocated(() -> bucket.put("large", large, "video/mp4"));
      long down = allocated(() -> bucket.download("large", folder.resolve("copy")));

      assertThat(folder.resolve("copy")).hasSameBinaryContentAs(large);
      assertThat(up).as("bytes allocated for the upload").isLessThan(MOST);
      assertThat(down).as("bytes allocated for the download").isLessThan(MOST);
    }
  }

  @Test
  void gcs() throws IOException {
    try (GcsServer server = GcsServer.start().withBucket("photos");
        Bucket bucket = GcsBucket.open("photos", server.settings())) {
      begin(bucket);
      Path large = large();

      long up = allocated(() -> bucket.put("large", large, "video/mp4"));
      long down = allocated(() -> bucket.download("large", folder.resolve("copy")));

      assertThat(folder.resolve("copy")).hasSameBinaryContentAs(large);
      assertThat(up).as("bytes allocated for the upload").isLessThan(MOST);
      assertThat(down).as("bytes allocated for the download").isLessThan(MOST);
    }
  }

  /// What the library makes once is no part of a transfer.
  private void begin(Bucket bucket) throws IOException {
    bucket.put("small", Files.writeString(folder.resolve("small"), "hello"), "text/plain");
    bucket.download("small", folder.resolve("small copy"));
  }

  private Path large() throws IOException {
    Path large = folder.resolve("large");
    byte[] megabyte = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(large)) {
      for (int i = 0; i < MEGABYTES; i++) {
        megabyte[i] = (byte) i;
        out.write(megabyte);
      }
    }
    return large;
  }

  private static long allocated(Transfer transfer) throws IOException {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    transfer.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
