package app.photoplay.storage.bucket;

import java.util.Map;

/// Media types by the ends of names.
final class MediaTypes {
  private static final Map<String, String> BY_ENDING =
      Map.ofEntries(
          Map.entry("mp4", "video/mp4"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("png", "image/png"),
          Map.entry("webp", "image/webp"),
          Map.entry("gif", "image/gif"),
          Map.entry("wav", "audio/wav"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("m4a", "audio/mp4"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("json", "application/json"),
          Map.entry("zip", "application/zip"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("vtt", "text/vtt; charset=utf-8"),
          Map.entry("srt", "application/x-subrip; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private MediaTypes() {}

  static String of(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return BY_ENDING.getOrDefault(ending, "application/octet-stream");
  }
}
