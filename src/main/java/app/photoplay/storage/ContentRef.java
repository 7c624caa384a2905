package app.photoplay.storage;

import java.io.IOException;
import java.util.Optional;

/// A stored file by the SHA-256 of its content in lower-case hex, with where it is opened. It may
/// be gone by then.
public record ContentRef(String content, Lease.Source files) {

  /// See [Lease.Source#open].
  public Optional<Lease> open() throws IOException {
    return files.open(content);
  }
}
