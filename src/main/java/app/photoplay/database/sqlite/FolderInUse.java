package app.photoplay.database.sqlite;

import java.nio.file.Path;

/// Another running program has locked the data folder.
public final class FolderInUse extends RuntimeException {
  private final Path folder;

  FolderInUse(Path folder) {
    super("in use: " + folder);
    this.folder = folder;
  }

  public Path folder() {
    return folder;
  }
}
