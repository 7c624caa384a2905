package app.photoplay.media.tool;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.jar.JarEntry;

/// The static ffmpeg that comes as a resource of a jar: unpacked once into a folder, under a name
/// that changes with its content.
final class EmbeddedFfmpeg {
  private static final String FOLDER = "/ws/schild/jave/nativebin/";

  private final Path cache;

  EmbeddedFfmpeg(Path cache) {
    this.cache = cache;
  }

  /// The resource for this machine, as its makers name it.
  String name() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String suffix = system.startsWith("mac") ? "-osx" : system.startsWith("windows") ? ".exe" : "";
    return "ffmpeg-" + System.getProperty("os.arch", "") + suffix;
  }

  /// The file, unpacked if it is not yet there. Several processes may do this at once.
  ///
  /// @throws ToolFailed when there is none for this machine or the folder cannot be written
  Path unpacked() {
    URL resource = EmbeddedFfmpeg.class.getResource(FOLDER + name());
    if (resource == null) {
      throw new ToolFailed("there is no embedded ffmpeg for this system: " + name());
    }
    try {
      URLConnection connection = resource.openConnection();
      connection.setUseCaches(false);
      Files.createDirectories(cache);
      try (InputStream in = connection.getInputStream()) {
        Path target = cache.resolve(key(connection) + "-" + name());
        if (!Files.isExecutable(target)) {
          unpack(in, target);
        }
        return target.toAbsolutePath();
      }
    } catch (IOException e) {
      throw new ToolFailed("cannot unpack the embedded ffmpeg into " + cache + ": " + e, e);
    }
  }

  private void unpack(InputStream in, Path target) throws IOException {
    Path fresh = Files.createTempFile(cache, "ffmpeg", ".part");
    try {
      Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.force(true); // under its name it is taken for whole for ever
      }
      if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx------"));
      }
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// Tells one content from another without reading it: the jar's index holds length and checksum.
  private static String key(URLConnection connection) throws IOException {
    if (connection instanceof JarURLConnection jar) {
      JarEntry entry = jar.getJarEntry();
      return Long.toHexString(entry.getSize()) + "-" + Long.toHexString(entry.getCrc());
    }
    return Long.toHexString(connection.getContentLengthLong());
  }
}
