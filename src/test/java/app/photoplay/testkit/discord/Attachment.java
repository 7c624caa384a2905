package app.photoplay.testkit.discord;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// A file on Discord's servers.
///
/// @param ephemeral whether it came with an option or a modal and belongs to no message
/// @param seconds of a voice message, else 0
record Attachment(
    long id,
    long channel,
    String name,
    String contentType,
    String description,
    Path file,
    long bytes,
    String sha256,
    boolean ephemeral,
    double seconds) {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("mp4", "video/mp4"),
          Map.entry("webm", "video/webm"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("png", "image/png"),
          Map.entry("webp", "image/webp"),
          Map.entry("gif", "image/gif"),
          Map.entry("heic", "image/heic"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("wav", "audio/x-wav"),
          Map.entry("srt", "application/x-subrip"),
          Map.entry("vtt", "text/vtt; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  /// What Discord makes of a file's name; it does not look into the file.
  static String typeOf(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }
}
