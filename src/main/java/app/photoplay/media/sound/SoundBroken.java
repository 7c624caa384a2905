package app.photoplay.media.sound;

/// A recording that is not what its kind of file must be.
final class SoundBroken extends RuntimeException {
  SoundBroken(String what) {
    super(what);
  }
}
