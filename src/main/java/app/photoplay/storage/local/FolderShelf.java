package app.photoplay.storage.local;

import app.photoplay.storage.Shelf;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files below a folder that have such names; its parts are the folders in it. A file is used
/// by setting the time of its last change.
public final class FolderShelf implements Shelf {
  private static final String ASIDE = ".going";

  private final Path folder;
  private final Pattern name;
  private final OpenLeases leases;

  /// A shelf; the folder may be missing.
  public FolderShelf(Path folder, Pattern name) {
    this(folder, name, new OpenLeases());
  }

  /// @param leases of files by their names, which are not set aside while they are open
  FolderShelf(Path folder, Pattern name, OpenLeases leases) {
    this.folder = folder;
    this.name = name;
    this.leases = leases;
  }

  @Override
  public List<String> parts() throws IOException {
    try (Stream<Path> parts = Files.list(folder)) {
      return parts.filter(Files::isDirectory).map(it -> String.valueOf(it.getFileName())).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  @Override
  public List<Found> files(String part) throws IOException {
    List<Found> found = new ArrayList<>();
    Files.walkFileTree(
        folder.resolve(part),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts)
              throws IOException {
            String path = folder.relativize(file).toString();
            boolean aside = path.endsWith(ASIDE);
            Path own = Path.of(aside ? path.substring(0, path.length() - ASIDE.length()) : path);
            String called = String.valueOf(own.getFileName());
            if (facts.isRegularFile() && name.matcher(called).matches()) {
              Instant used = facts.lastModifiedTime().toInstant();
              Found one = new Found(own.toString(), called, facts.size(), used);
              if (aside) {
                restore(one);
              }
              found.add(one);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE; // others delete, too
            }
            throw e;
          }
        });
    return found;
  }

  @Override
  public boolean setAside(Found file) throws IOException {
    synchronized (leases) {
      return !leases.has(file.name()) && moveAside(file);
    }
  }

  private boolean moveAside(Found file) throws IOException {
    try {
      Files.move(place(file), aside(file), StandardCopyOption.ATOMIC_MOVE);
      // Looked at now, when nobody can use it any more.
      if (!Files.getLastModifiedTime(aside(file)).toInstant().isAfter(file.used())) {
        return true;
      }
    } catch (NoSuchFileException e) {
      return false;
    }
    restore(file);
    return false;
  }

  @Override
  public void restore(Found file) throws IOException {
    try {
      Files.move(aside(file), place(file), StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      // another program's sweep was faster
    }
  }

  @Override
  public void drop(Found file) throws IOException {
    Files.deleteIfExists(aside(file));
  }

  private Path place(Found file) {
    return folder.resolve(file.path());
  }

  private Path aside(Found file) {
    return folder.resolve(file.path() + ASIDE);
  }
}
