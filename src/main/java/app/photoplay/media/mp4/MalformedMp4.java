package app.photoplay.media.mp4;

/// An MP4 file that is not what ISO/IEC 14496-12 says, ends too early, or asks for something that
/// is not followed here.
public final class MalformedMp4 extends RuntimeException {
  private static final long serialVersionUID = 1;

  MalformedMp4(String what) {
    super(what);
  }

  MalformedMp4(String what, Throwable cause) {
    super(what, cause);
  }
}
