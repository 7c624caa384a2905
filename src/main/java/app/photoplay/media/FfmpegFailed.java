package app.photoplay.media;

/// ffmpeg could not be started, was stopped by its time limit or ended with an error.
public final class FfmpegFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  FfmpegFailed(String message) {
    super(message);
  }

  FfmpegFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
