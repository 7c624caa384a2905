package app.photoplay.provider.remote.file;

import app.photoplay.provider.health.Health;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.Remote;
import app.photoplay.provider.remote.hook.Callbacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/// What every adapter is given.
///
/// @param scratch folder for files in the making; made when missing
/// @param kept where results stay that come with the answer to an order
/// @param callbacks where providers may call us
public record Workshop(
    Health health,
    InstantSource time,
    Stills stills,
    Conformer conformer,
    Path scratch,
    Kept kept,
    Callbacks callbacks) {

  /// An account as an adapter uses it.
  public Remote remote(Account account) {
    return new Remote(account, health, time);
  }

  /// A new empty file among those in the making.
  ///
  /// @param ending of its name, with the dot
  public Path file(String ending) throws IOException {
    Files.createDirectories(scratch);
    return Files.createTempFile(scratch, "remote", ending);
  }
}
