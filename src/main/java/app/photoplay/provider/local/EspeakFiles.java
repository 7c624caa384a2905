package app.photoplay.provider.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// The espeak-ng library and its data that come along as resources: unpacked once into a folder
/// under a name that changes with their sizes.
final class EspeakFiles {
  private static final String DATA = "/espeak/espeak-ng-data.zip";

  private final Path cache;

  EspeakFiles(Path cache) {
    this.cache = cache;
  }

  /// What is there once it is unpacked.
  ///
  /// @param data the folder that holds `espeak-ng-data`
  record Unpacked(Path library, Path data) {}

  /// Whether a library for this machine comes along.
  static boolean comeAlong() {
    return library().isPresent() && EspeakFiles.class.getResource(DATA) != null;
  }

  /// The files, unpacked if they are not yet there. Several processes may do this at once.
  Unpacked unpacked() throws IOException {
    URL library =
        library().orElseThrow(() -> new IOException("no espeak-ng comes along for this system"));
    URL data = EspeakFiles.class.getResource(DATA);
    if (data == null) {
      throw new IOException("the data of espeak-ng does not come along");
    }
    Path folder = cache.resolve("espeak-" + Long.toHexString(size(library) * 31 + size(data)));
    if (!Files.isDirectory(folder)) {
      unpack(library, data, folder);
    }
    return new Unpacked(folder.resolve("library").toAbsolutePath(), folder.toAbsolutePath());
  }

  private void unpack(URL library, URL data, Path folder) throws IOException {
    Files.createDirectories(cache);
    Path fresh = Files.createTempDirectory(cache, "espeak-part-");
    try {
      try (InputStream in = stream(library)) {
        Files.copy(in, fresh.resolve("library"));
      }
      try (ZipInputStream zip = new ZipInputStream(stream(data))) {
        unzip(zip, Files.createDirectory(fresh.resolve("espeak-ng-data")));
      }
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
      // another process was quicker
    } finally {
      delete(fresh);
    }
  }

  private static void unzip(ZipInputStream zip, Path folder) throws IOException {
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      Path target = folder.resolve(entry.getName()).normalize();
      if (!target.startsWith(folder)) {
        throw new IOException("a name in the data of espeak-ng leads out of its folder");
      }
      if (entry.isDirectory()) {
        Files.createDirectories(target);
      } else {
        @Nullable Path parent = target.getParent();
        Files.createDirectories(parent == null ? folder : parent);
        Files.copy(zip, target);
      }
    }
  }

  private static Optional<URL> library() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    boolean arm = System.getProperty("os.arch", "").equals("aarch64");
    String name =
        system.startsWith("mac")
            ? (arm ? "macos-arm64" : "macos-amd64") + "/libespeak-ng.1.dylib"
            : (arm ? "debian-arm64" : "debian-amd64") + "/libespeak-ng.so.1";
    return Optional.ofNullable(EspeakFiles.class.getResource("/espeak/" + name));
  }

  private static InputStream stream(URL resource) throws IOException {
    URLConnection connection = resource.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }

  private static long size(URL resource) throws IOException {
    URLConnection connection = resource.openConnection();
    connection.setUseCaches(false);
    connection.getInputStream().close(); // else the jar stays open
    return connection.getContentLengthLong();
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
