package app.photoplay.chat.update;

/// An update as it came, which could not be read or recorded. It may hold what people wrote.
///
/// @param platform the platform's name
/// @param raw as it came, or its beginning
/// @param bytes that have come of it
/// @param reason the kind of the error, without anything that was in the update
public record RejectedUpdate(String platform, String raw, long bytes, String reason) {

  /// Without what people wrote.
  @Override
  public String toString() {
    return "RejectedUpdate[" + platform + ", " + bytes + " bytes, " + reason + "]";
  }
}
