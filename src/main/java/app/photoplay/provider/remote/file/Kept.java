package app.photoplay.provider.remote.file;

import app.photoplay.provider.remote.Fault;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.Lease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Results that come with the answer to an order, kept until they are asked for, and for some time
/// after that: whoever dies before a result is stored asks for it again, on this machine or on
/// another one. They stand among the artifacts without a row, so the sweep takes them after days.
/// An operation names the file; it could not hold it, for databases look operations up by an index,
/// which takes short texts only. Thread-safe.
///
/// @param files where all instances find them
public record Kept(Supplier<ArtifactStore> files) {
  /// Keeps a result.
  ///
  /// @param ending of its name, with the dot
  /// @return its name, for [#bytes], of less than 80 characters
  public String put(byte[] result, String ending) throws IOException {
    Path file = files.get().scratch(ending);
    Files.write(file, result);
    return files.get().put(file).content() + ending;
  }

  /// A result; it stays kept.
  ///
  /// @throws Fault.Thrown when it is not there, or not any more
  /// @throws IOException when it cannot be brought here now
  public byte[] bytes(String name) throws IOException {
    int dot = name.indexOf('.');
    try (Lease lease =
        files
            .get()
            .open(dot < 0 ? name : name.substring(0, dot))
            .orElseThrow(() -> new Fault.Gone("a result that is not kept any more").thrown())) {
      return Files.readAllBytes(lease.path());
    }
  }
}
