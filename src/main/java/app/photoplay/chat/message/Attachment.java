package app.photoplay.chat.message;

import app.photoplay.chat.ChatPlatform;
import java.util.List;
import java.util.Locale;

/// A file that came with a message and still lies at the platform.
///
/// @param file what [ChatPlatform#download] needs to fetch it
/// @param name as the person's device called it, may be empty
/// @param mediaType as the platform states it, may be empty, never to be trusted
/// @param bytes size as the platform states it, -1 when it does not
public record Attachment(Kind kind, String file, String name, String mediaType, long bytes) {

  /// What the platform says the file is.
  public enum Kind {
    /// A photo, or a picture sent as a file.
    PHOTO,
    VOICE,
    AUDIO,
    VIDEO,
    /// A moving picture without sound, a sticker.
    ANIMATION,
    OTHER;

    private static final List<String> PICTURES =
        List.of(
            ".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".bmp", ".tif", ".tiff", ".avif");

    /// What a file that is named and labelled so claims to be.
    public static Kind of(String mediaType, String name) {
      String type = mediaType.toLowerCase(Locale.ROOT);
      String ending = name.toLowerCase(Locale.ROOT);
      if (type.startsWith("image/") || PICTURES.stream().anyMatch(ending::endsWith)) {
        return PHOTO;
      }
      if (type.startsWith("audio/")) {
        return AUDIO;
      }
      return type.startsWith("video/") ? VIDEO : OTHER;
    }
  }
}
