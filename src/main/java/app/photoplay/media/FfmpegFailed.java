package app.photoplay.media;

import org.jspecify.annotations.Nullable;

/// ffmpeg could not be started, was stopped by its time limit or ended with an error.
public final class FfmpegFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean gaveUp;

  public FfmpegFailed(String message) {
    super(message);
    this.gaveUp = false;
  }

  public FfmpegFailed(String message, Throwable cause) {
    super(message, cause);
    this.gaveUp = false;
  }

  FfmpegFailed(String message, @Nullable Throwable cause, boolean gaveUp) {
    super(message, cause);
    this.gaveUp = gaveUp;
  }

  /// Whether ffmpeg ended by itself, and not for want of room: its input is to blame, and it will
  /// end so again.
  public boolean gaveUp() {
    return gaveUp;
  }
}
