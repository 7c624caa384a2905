package app.photoplay.chat;

import java.time.Duration;

/// What a platform allows in one conversation.
///
/// @param uploadBytes the largest video that may be sent
/// @param textUnits the longest text of one message, in UTF-16 units
/// @param captionUnits the longest text under a video or a picture, in UTF-16 units
/// @param editGap the shortest time between two edits of progress
/// @param editsRing whether people notice an edit; where they do not, a result is followed by a
///   short message
/// @param filesLive how long the platform keeps what people sent: for so long a file that cannot be
///   fetched is tried again. Zero where that would not help
public record PlatformLimits(
    long uploadBytes,
    int textUnits,
    int captionUnits,
    Duration editGap,
    boolean editsRing,
    Duration filesLive) {

  /// Where files of any size and texts of any length can be shown, and files are there or are not.
  public static PlatformLimits none(Duration editGap) {
    return new PlatformLimits(
        Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, editGap, true, Duration.ZERO);
  }
}
