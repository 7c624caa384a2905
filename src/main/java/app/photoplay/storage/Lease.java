package app.photoplay.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The right to read a stored file on this machine until it is closed. Closing again does nothing.
public interface Lease extends AutoCloseable {

  /// Where the file can be read, and never written, until the lease ends.
  Path path();

  @Override
  void close();

  /// Where leases come from.
  @FunctionalInterface
  interface Source {

    /// Opens the file of that content for as long as it is used, or empty when there is none. To
    /// open it is a use: no sweep deletes it because it was not used before, and none before the
    /// lease ends.
    ///
    /// @throws IOException when the file cannot be brought here
    Optional<Lease> open(String content) throws IOException;
  }

  /// A lease of a file that no store keeps and that nobody deletes meanwhile.
  static Lease of(Path path) {
    return new Lease() {
      @Override
      public Path path() {
        return path;
      }

      @Override
      public void close() {}
    };
  }
}
