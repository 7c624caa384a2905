package app.photoplay.media.sound;

/// A recording that is not broken but coded in a way that is not decoded here: another program may
/// know it.
final class SoundUnknown extends RuntimeException {
  private static final long serialVersionUID = 1;

  SoundUnknown(String what) {
    super(what);
  }
}
