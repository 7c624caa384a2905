package app.photoplay.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Several leases that end together. For one thread.
public final class Leases implements AutoCloseable {
  private final Deque<Lease> open = new ArrayDeque<>();

  /// The file of that content, to be read until these leases end; empty when it is no longer
  /// stored.
  public Optional<Path> path(Lease.Source files, String content) throws IOException {
    Optional<Lease> lease = files.open(content);
    lease.ifPresent(open::push);
    return lease.map(Lease::path);
  }

  /// The same.
  public Optional<Path> path(ContentRef file) throws IOException {
    return path(file.files(), file.content());
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
