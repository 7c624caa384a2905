package app.photoplay.storage.local;

import app.photoplay.storage.Lease;
import app.photoplay.storage.PrivateFiles;
import app.photoplay.storage.Shelf;
import app.photoplay.storage.upload.UploadStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Uploads below one folder: `<owner>/new/<id>` until a message names one, then `<owner>/<id>`. Who
/// may use a file is a matter of where it lies.
public final class FolderUploads implements UploadStore {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
  private static final String NEW = "new";
  private static final String PARTS = "parts";

  private final Path folder;
  private final InstantSource time;

  /// Uploads below a folder, which is created when it is needed.
  public FolderUploads(Path folder, InstantSource time) {
    this.folder = folder;
    this.time = time;
  }

  /// Below a folder whose name no owner has.
  @Override
  public Path scratch() throws IOException {
    return PrivateFiles.folder(folder.resolve(PARTS)).resolve(UUID.randomUUID().toString());
  }

  @Override
  public void put(String owner, String id, Path file) throws IOException {
    try {
      if (!ID.matcher(owner).matches() || !ID.matcher(id).matches()) {
        throw new IllegalArgumentException("no such name");
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Path waiting = PrivateFiles.folder(folder.resolve(owner).resolve(NEW));
      Files.move(file, waiting.resolve(id), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public Optional<Lease> keep(String owner, String id) throws IOException {
    if (!ID.matcher(owner).matches() || !ID.matcher(id).matches()) {
      return Optional.empty();
    }
    Path kept = folder.resolve(owner).resolve(id);
    Path waiting = folder.resolve(owner).resolve(NEW).resolve(id);
    try {
      Files.setLastModifiedTime(waiting, FileTime.from(time.instant()));
      Files.move(waiting, kept, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException notNew) {
      return open(owner, id);
    }
    return Optional.of(Lease.of(kept));
  }

  @Override
  public Optional<Lease> open(String owner, String id) {
    if (!ID.matcher(owner).matches() || !ID.matcher(id).matches()) {
      return Optional.empty();
    }
    Path file = folder.resolve(owner).resolve(id);
    return Files.exists(file) ? Optional.of(Lease.of(file)) : Optional.empty();
  }

  @Override
  public void discard(String owner, String id) throws IOException {
    if (ID.matcher(owner).matches() && ID.matcher(id).matches()) {
      Files.deleteIfExists(folder.resolve(owner).resolve(NEW).resolve(id));
    }
  }

  @Override
  public void discardUnsent(Instant before) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts)
              throws IOException {
            Path parent = file.getParent();
            boolean unsent = parent != null && (parent.endsWith(NEW) || parent.endsWith(PARTS));
            if (unsent && facts.lastModifiedTime().toInstant().isBefore(before)) {
              Files.deleteIfExists(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public Shelf shelf() {
    return new FolderShelf(folder, ID);
  }
}
