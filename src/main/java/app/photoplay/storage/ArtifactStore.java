package app.photoplay.storage;

import app.photoplay.job.StoredFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Keeps files under the SHA-256 of their content. Thread-safe.
public interface ArtifactStore {

  /// Takes a file over: it is flushed to the disk under its content's name before this returns, and
  /// the given file is gone. Keeping the same content again changes nothing.
  ///
  /// @throws IOException when the disk does not take it; the given file is then deleted
  StoredFile keep(Path file) throws IOException;

  /// The file of that content, or empty when it was deleted or the name is none.
  Optional<Path> find(String content);

  /// All files as they lie on the disk, for the sweep. Keeping the same content again uses a file.
  Shelf shelf();

  /// A new name for a temporary file on the same file system. What a former life of the program
  /// left there is deleted at the start.
  Path scratch(String suffix);
}
