package app.photoplay.chat.terminal;

import app.photoplay.chat.Download;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Files of the person at the shell, in and out.
final class LocalFiles {
  private LocalFiles() {}

  /// Puts a copy of `source` where `target` says, whole or not at all.
  static void replace(Path source, Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("it is a folder");
    }
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, ".photoplay-", ".part");
    try {
      // Neither the part nor a copy with the source's rights: both are private, this file is not.
      Files.delete(part);
      try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
        Files.copy(source, out);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /// Copies a file in, never more than `limit` bytes. Trouble with `target` is thrown: that is not
  /// the person's file.
  static Download fetch(Path source, Path target, long limit) {
    byte[] buffer = new byte[64 * 1024];
    long bytes = 0;
    try (InputStream in = Files.newInputStream(source);
        OutputStream out = open(target)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (bytes > limit) {
          break;
        }
        write(out, buffer, read);
      }
    } catch (NoSuchFileException _) {
      return new Download.Expired();
    } catch (IOException e) {
      return new Download.Unreachable(e);
    }
    if (bytes > limit) {
      delete(target);
      return new Download.TooLarge(limit);
    }
    return new Download.Fetched(target);
  }

  /// What was wrong, in a few words.
  static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "no permission";
      case FileAlreadyExistsException _ -> "a file stands where a folder should be";
      case FileSystemException system when system.getReason() != null -> system.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  private static OutputStream open(Path target) {
    try {
      return Files.newOutputStream(target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(OutputStream out, byte[] buffer, int count) {
    try {
      out.write(buffer, 0, count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
