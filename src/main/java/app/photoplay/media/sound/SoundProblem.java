package app.photoplay.media.sound;

/// Why a recording cannot be used.
public enum SoundProblem {
  EMPTY,
  /// No kind of file that is known to hold sound.
  NOT_SOUND,
  /// A film without sound.
  NO_SOUND,
  /// It cannot be read to its end, or not at all.
  BROKEN,
  /// Nothing is loud enough to be heard.
  SILENT,
  /// Only a newer ffmpeg than the embedded one may read this kind of file, and there is none.
  NEEDS_FFMPEG
}
