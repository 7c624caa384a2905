package app.photoplay.storage.local;

import app.photoplay.job.StoredFile;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.Lease;
import app.photoplay.storage.PrivateFiles;
import app.photoplay.storage.Shelf;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Artifacts as files `ab/abcdef..` below one folder, written by flush, rename and flush of the
/// folder, so that a file with its final name is always whole.
public final class LocalArtifactStore implements ArtifactStore {
  private static final Pattern CONTENT = Pattern.compile("[0-9a-f]{64}");

  private final Path folder;
  private final Path scratch;
  private final InstantSource time;
  private final OpenLeases leases = new OpenLeases();
  private final AtomicLong names = new AtomicLong();

  /// A store below a folder, which is created when missing. Deletes temporary files of a previous
  /// run.
  public LocalArtifactStore(Path folder, InstantSource time) {
    this(folder, folder.resolve("scratch"), time);
  }

  /// The same with another folder for temporary files, on the same file system and used by this
  /// program alone.
  public LocalArtifactStore(Path folder, Path scratch, InstantSource time) {
    this.folder = folder;
    this.scratch = scratch;
    this.time = time;
    try {
      PrivateFiles.folder(folder);
      PrivateFiles.folder(scratch);
      empty(scratch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public StoredFile put(Path file) throws IOException {
    try {
      String content = hash(file);
      long bytes = Files.size(file);
      Path target = path(content);
      if (!usedAgain(target, Files.getLastModifiedTime(file))) {
        flush(file, StandardOpenOption.WRITE);
        PrivateFiles.close(file);
        PrivateFiles.folder(parent(target));
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        flush(parent(target), StandardOpenOption.READ);
        flush(folder, StandardOpenOption.READ);
      }
      return new StoredFile(content, bytes);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public boolean exists(String content) {
    return CONTENT.matcher(content).matches() && Files.isRegularFile(path(content));
  }

  /// The file itself is leased. Sweeps of this program know its leases; those of other programs see
  /// that it was used just now.
  @Override
  public Optional<Lease> open(String content) throws IOException {
    if (!CONTENT.matcher(content).matches()) {
      return Optional.empty();
    }
    Path path = path(content);
    synchronized (leases) {
      return usedAgain(path, FileTime.from(time.instant()))
          ? Optional.of(leases.begin(content, path))
          : Optional.empty();
    }
  }

  @Override
  public Optional<URI> link(String content, Duration ttl, String name) {
    return Optional.empty();
  }

  @Override
  public Shelf shelf() {
    return new FolderShelf(folder, CONTENT, leases);
  }

  @Override
  public Path scratch(String suffix) {
    return scratch.resolve(ProcessHandle.current().pid() + "-" + names.incrementAndGet() + suffix);
  }

  /// Whether a file is there, which the sweep leaves alone from now on. One that it has just set
  /// aside is not there.
  private static boolean usedAgain(Path target, FileTime time) throws IOException {
    try {
      Files.setLastModifiedTime(target, time);
      return Files.exists(target);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private Path path(String content) {
    return folder.resolve(content.substring(0, 2)).resolve(content);
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("no folder: " + file);
    }
    return parent;
  }

  private static void flush(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  private static String hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
