package app.photoplay.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files and folders that nobody but this program's user may read: photos, words and what they
/// became are private. On file systems without such rights everything is made and stays as usual.
public final class PrivateFiles {
  private static final Logger log = LoggerFactory.getLogger(PrivateFiles.class);
  private static final Set<PosixFilePermission> OWN =
      Set.copyOf(PosixFilePermissions.fromString("rwx------"));

  /// Said once: it is the same for all files.
  private static final AtomicBoolean REFUSED = new AtomicBoolean();

  private PrivateFiles() {}

  /// Makes a folder and those above it that are missing. One that is there stays as it is.
  public static Path folder(Path folder) throws IOException {
    return Files.createDirectories(folder, rights(folder, "rwx------"));
  }

  /// Makes an empty file, unless it is there.
  public static Path file(Path file) throws IOException {
    try {
      return Files.createFile(file, rights(file, "rw-------"));
    } catch (FileAlreadyExistsException e) {
      return file;
    }
  }

  /// Takes the rights of others away from a file or folder, if that is possible: one that belongs
  /// to somebody else, or lies where there are no rights, stays as it is.
  ///
  /// @return whether anybody had some
  public static boolean close(Path path) {
    if (!posix(path)) {
      return false;
    }
    try {
      Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
      rights.addAll(Files.getPosixFilePermissions(path));
      if (!rights.retainAll(OWN)) {
        return false;
      }
      Files.setPosixFilePermissions(path, rights);
      return true;
    } catch (NoSuchFileException e) {
      return false; // others delete, too
    } catch (IOException e) {
      if (REFUSED.compareAndSet(false, true)) {
        log.atWarn()
            .addKeyValue("error", e.toString())
            .log("files in the data folder stay open to other users of this machine");
      }
      return false;
    }
  }

  /// The same for all that is in a folder, too, as far as that is possible. Links in it are not
  /// followed.
  ///
  /// @return how many were open to others
  public static int closeAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return 0;
    }
    int[] open = {0};
    Files.walkFileTree(
        folder.toRealPath(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path it, BasicFileAttributes facts) {
            return visitFile(it, facts);
          }

          @Override
          public FileVisitResult visitFile(Path it, BasicFileAttributes facts) {
            if (!facts.isSymbolicLink()) {
              open[0] += close(it) ? 1 : 0;
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path it, IOException e) {
            log.atDebug().setCause(e).log("not looked at");
            return FileVisitResult.CONTINUE;
          }
        });
    return open[0];
  }

  private static FileAttribute<?>[] rights(Path path, String rights) {
    return posix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
