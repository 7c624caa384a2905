package app.photoplay;

import app.photoplay.config.Config;
import app.photoplay.database.DatabaseException;
import app.photoplay.database.DatabaseUnusable;
import app.photoplay.database.FolderInUse;
import java.nio.file.FileSystemException;
import java.util.Optional;

/// What the person at the shell can mend, as a sentence that says how.
final class Mendable {
  private Mendable() {}

  /// Empty when it is our fault.
  static Optional<String> sentence(RuntimeException failure, Config config) {
    return switch (failure) {
      case FolderInUse e ->
          Optional.of(
              "Another Photoplay is using the data folder "
                  + e.folder()
                  + ". Use its web chat (http://"
                  + config.web().host()
                  + ":"
                  + config.web().port()
                  + "), or name another folder with --data.");
      case DatabaseUnusable e -> Optional.ofNullable(e.getMessage());
      case DatabaseException e when config.database().url().isPresent() ->
          Optional.of(
              "The database "
                  + config.database().url().get()
                  + " does not do its work: "
                  + reason(e)
                  + ". Look at that server and its disk, then start again.");
      case DatabaseException e ->
          Optional.of(
              "The data folder "
                  + config.data()
                  + " cannot be used: "
                  + reason(e)
                  + ". Make it writable, free some space, or name another folder with --data.");
      case WebServer.PortTaken e ->
          Optional.of(
              "Another program is using "
                  + e.getMessage()
                  + ". Stop it, or choose another port: PHOTOPLAY_WEB_PORT=8081 ./photoplay");
      default -> Optional.empty();
    };
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : root.getClass().getSimpleName() + " " + root.getMessage();
  }
}
