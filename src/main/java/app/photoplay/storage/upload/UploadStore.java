package app.photoplay.storage.upload;

import app.photoplay.storage.Lease;
import app.photoplay.storage.Shelf;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Files that people sent, each of one owner, to whom alone it is given. Until a message names a
/// file it may be discarded; then it is swept away like all files, so any may be gone. Owners and
/// ids are 32 lower-case hex digits; no other has a file. Thread-safe.
public interface UploadStore {

  /// A new name for a file, from where [#put] takes it quickly.
  Path scratch() throws IOException;

  /// Takes a file over under an id that nobody used: it is stored durably before this returns, and
  /// the given file is gone.
  void put(String owner, String id, Path file) throws IOException;

  /// Makes an upload part of a message; empty when this owner has none of that id. How long it is
  /// kept counts from now.
  Optional<Lease> keep(String owner, String id) throws IOException;

  /// The file, if it is part of a message.
  Optional<Lease> open(String owner, String id) throws IOException;

  /// Deletes an upload, unless a message names it.
  void discard(String owner, String id) throws IOException;

  /// Deletes what was uploaded before `before` and is not named by a message.
  void discardUnsent(Instant before) throws IOException;

  /// All files as they are stored, for the sweep.
  Shelf shelf();
}
