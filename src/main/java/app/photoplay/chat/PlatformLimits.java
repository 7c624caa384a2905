package app.photoplay.chat;

import java.time.Duration;

/// What a platform allows in one conversation.
///
/// @param uploadBytes the largest video that may be sent
/// @param editGap the shortest time between two edits of progress
/// @param editsRing whether people notice an edit; where they do not, a result is followed by a
///   short message
public record PlatformLimits(long uploadBytes, Duration editGap, boolean editsRing) {}
