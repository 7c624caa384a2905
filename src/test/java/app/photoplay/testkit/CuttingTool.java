package app.photoplay.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A program that does what another one does, then cuts the end off the file that it was to write,
/// the last of its arguments, and says that all went well: so ffmpeg behaves on a full disk.
public final class CuttingTool {
  private CuttingTool() {}

  /// Writes it.
  ///
  /// @param missing how many bytes it cuts off, or all when there are fewer
  public static Path write(Path script, Path real, int missing) throws IOException {
    Files.writeString(
        script,
        """
        #!/bin/sh
        "%s" "$@" || exit $?
        for last; do :; done
        file="${last#file:}"
        if [ -f "$file" ]; then
          size=$(($(wc -c < "$file") - %d))
          [ $size -gt 0 ] || size=0
          head -c $size "$file" > "$file.cut" && cat "$file.cut" > "$file" && rm "$file.cut"
        fi
        exit 0
        """
            .formatted(real.toAbsolutePath(), missing));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script;
  }
}
