package app.photoplay.storage;

import app.photoplay.job.StoredFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Keeps files under the SHA-256 of their content, in lower-case hex, on this machine or elsewhere.
/// Thread-safe. What is no such name is never there.
///
/// A file is read through a lease: nobody keeps its path for longer.
public interface ArtifactStore extends Lease.Source {

  /// Takes a file over: it is stored durably under its content's name before this returns, and the
  /// given file is gone. Putting the same content again uses it and changes nothing else.
  ///
  /// @throws IOException when the store does not take it; the given file is then deleted
  StoredFile put(Path file) throws IOException;

  /// Whether there is a file of that content, which a sweep may delete at any time. Where that
  /// cannot be said now, whether it could be opened all the same.
  boolean exists(String content);

  /// Whether it is certain that there is none. What neither exists nor is gone may be opened later.
  default boolean gone(String content) {
    return !exists(content);
  }

  /// An address at which everybody can fetch the file for a while, or empty where files are not
  /// served by the store itself.
  ///
  /// @param name under which browsers save it
  Optional<URI> link(String content, Duration ttl, String name);

  /// All files as they are stored, for the sweep.
  Shelf shelf();

  /// What the operator should know though all works, as a plain sentence; empty when all is well.
  default String trouble() {
    return "";
  }

  /// A new name for a temporary file, from where [#put] takes it quickly. What a previous run of
  /// the program left there is deleted at the start.
  Path scratch(String suffix);
}
