package app.photoplay.chat.message;

import app.photoplay.chat.ChatPlatform;

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
    OTHER
  }
}
