package app.photoplay.conversation;

import java.nio.file.Path;
import java.util.Optional;

/// A message that a person writes.
///
/// @param words may be empty when there is a file
/// @param on the message that this one replies to
record Line(String words, Optional<Path> file, Optional<Said> on) {
  static Line of(String words) {
    return new Line(words, Optional.empty(), Optional.empty());
  }

  static Line of(Path file, String words) {
    return new Line(words, Optional.of(file), Optional.empty());
  }

  Line on(Said message) {
    return new Line(words, file, Optional.of(message));
  }

  @Override
  public String toString() {
    String reply = on.isPresent() ? "(in reply) " : "";
    return (reply + file.map(it -> "[" + it.getFileName() + "] ").orElse("") + words).strip();
  }

  /// What a person's device says the file is.
  static String mediaType(Path file) {
    String name = file.getFileName().toString();
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "jpg" -> "image/jpeg";
      case "ogg" -> "audio/ogg";
      case "mp4" -> "video/mp4";
      case "txt" -> "text/plain";
      default -> "application/octet-stream";
    };
  }
}
