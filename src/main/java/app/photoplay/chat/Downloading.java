package app.photoplay.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes what a platform sends into a file, never more than is wanted.
public final class Downloading {
  private static final int BUFFER = 64 * 1024;

  private Downloading() {}

  /// Reads all of a stream, which stays the caller's to close. Nothing is left in the file unless
  /// all of it came.
  ///
  /// @throws IOException when the stream breaks or the file cannot be written
  public static Download.Settled into(Path target, InputStream in, long most) throws IOException {
    boolean whole = false;
    try {
      whole = copy(in, target, most);
    } finally {
      if (!whole) {
        Files.deleteIfExists(target);
      }
    }
    return whole ? new Download.Fetched(target) : new Download.TooLarge(most);
  }

  private static boolean copy(InputStream in, Path target, long most) throws IOException {
    try (OutputStream out = Files.newOutputStream(target)) {
      byte[] buffer = new byte[BUFFER];
      long all = 0;
      int read = in.read(buffer);
      while (read >= 0) {
        all += read;
        if (all > most) {
          return false;
        }
        out.write(buffer, 0, read);
        read = in.read(buffer);
      }
      return true;
    }
  }
}
