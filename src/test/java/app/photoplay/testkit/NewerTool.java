package app.photoplay.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The embedded ffmpeg, which says that it is a newer one: stands for the one that an operator
/// installs.
public final class NewerTool {
  private NewerTool() {}

  /// Writes it.
  public static Path write(Path script, Path real) throws IOException {
    Files.writeString(
        script,
        """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo "ffmpeg version 5.1.9-0+deb12u1 Copyright (c)"
          exit 0
        fi
        exec "%s" "$@"
        """
            .formatted(real.toAbsolutePath()));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script;
  }
}
