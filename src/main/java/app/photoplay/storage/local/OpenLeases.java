package app.photoplay.storage.local;

import app.photoplay.storage.Lease;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// How many leases of which files are open in this program. Thread-safe; who holds its lock sees
/// none begin or end.
final class OpenLeases {
  private final Map<String, Integer> open = new HashMap<>();

  synchronized Lease begin(String name, Path path) {
    open.merge(name, 1, Integer::sum);
    return new Open(name, path);
  }

  synchronized boolean has(String name) {
    return open.containsKey(name);
  }

  private final class Open implements Lease {
    private final String name;
    private final Path path;
    private boolean closed;

    Open(String name, Path path) {
      this.name = name;
      this.path = path;
    }

    @Override
    public Path path() {
      return path;
    }

    @Override
    public void close() {
      synchronized (OpenLeases.this) {
        if (!closed) {
          closed = true;
          open.computeIfPresent(name, (_, leases) -> leases == 1 ? null : leases - 1);
        }
      }
    }
  }
}
