package app.photoplay.testkit.discord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that a person has.
///
/// @param contentType what Discord says it is, whatever it is; may be empty
public record DiscordFile(String name, String contentType, Path file) {

  /// A file under its own name.
  public static DiscordFile of(Path file) {
    return named(String.valueOf(file.getFileName()), file);
  }

  /// A file under any name, from which Discord tells its type.
  public static DiscordFile named(String name, Path file) {
    return new DiscordFile(name, Attachment.typeOf(name), file);
  }

  Attachment upload(DiscordState state, long place, boolean ephemeral, double seconds) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      var kept =
          new Attachment(
              state.ids.next(),
              place,
              name,
              contentType,
              "",
              file,
              bytes.length,
              Cdn.sha256(bytes),
              ephemeral,
              seconds);
      state.cdn.keep(kept);
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
