package app.photoplay.operator;

import app.photoplay.database.DatabaseException;
import app.photoplay.database.DatabaseUnusable;
import app.photoplay.database.sqlite.FolderInUse;
import app.photoplay.server.WebServer;
import app.photoplay.storage.bucket.BucketTrouble;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/// What the person at the shell can fix, as a sentence that says how.
public final class UserErrors {
  private final Path data;
  private final Optional<String> server;
  private final String web;

  /// Sentences about a program with these settings.
  ///
  /// @param server address of the database; empty = a file in the data folder
  /// @param web address of the web chat
  public UserErrors(Path data, Optional<String> server, String web) {
    this.data = data;
    this.server = server;
    this.web = web;
  }

  /// Empty when it is our fault.
  public Optional<String> sentence(RuntimeException failure) {
    return switch (failure) {
      case FolderInUse e ->
          Optional.of(
              "Another Photoplay is using the data folder "
                  + e.folder()
                  + ". Use its web chat ("
                  + web
                  + "), or name another folder with --data.");
      case DatabaseUnusable e -> Optional.ofNullable(e.getMessage());
      case DatabaseException e when server.isPresent() ->
          Optional.of(
              "The database "
                  + server.get()
                  + " does not do its work: "
                  + reason(e)
                  + ". Look at that server and its disk, then start again.");
      case DatabaseException e ->
          Optional.of(
              "The data folder "
                  + data
                  + " cannot be used: "
                  + reason(e)
                  + ". Make it writable, free some space, or name another folder with --data.");
      case WebServer.PortRefused e -> Optional.of(refused(e));
      case UncheckedIOException e when e.getCause() instanceof BucketTrouble bucket ->
          Optional.of(bucket.sentence() + " " + bucket.cure());
      case UncheckedIOException e when e.getCause() instanceof FileSystemException file ->
          Optional.of(
              file.getFile()
                  + " cannot be used: "
                  + reason(file)
                  + ". Make it writable, free some space, or name another folder with --data.");
      default -> Optional.empty();
    };
  }

  private static String refused(WebServer.PortRefused refusal) {
    String reason = reason(refusal);
    String place = refusal.host() + ":" + refusal.port();
    String other = "PHOTOPLAY_WEB_PORT=8081 ./photoplay";
    if (reason.contains("in use")) {
      return "Another program is using " + place + ". Stop it, or choose another port: " + other;
    }
    if (reason.contains("denied")) {
      return "This user may not open " + place + ". Choose a port from 1024 up: " + other;
    }
    return "web.host: "
        + refusal.host()
        + " is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for every network.";
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
