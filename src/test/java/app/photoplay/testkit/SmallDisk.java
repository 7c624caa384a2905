package app.photoplay.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A real file system of a few kilobytes, where the system lets us have one; else the test that
/// wants it is skipped.
public final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /// Mounts one in memory.
  public static SmallDisk of(Path folder, int kilobytes) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    String size = "size=" + kilobytes + "k";
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder.toString()),
        "only root on Linux may mount a small disk");
    return new SmallDisk(folder);
  }

  /// Its only folder.
  public Path folder() {
    return folder;
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      if (!run("umount", folder.toString())) {
        throw new IllegalStateException("cannot unmount " + folder);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while unmounting " + folder, e);
    }
  }
}
