package app.photoplay.media.tool;

import org.jspecify.annotations.Nullable;

/// A program that reads or writes media could not be started, was stopped by its time limit or
/// ended with an error.
public final class ToolFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean gaveUp;

  public ToolFailed(String message) {
    super(message);
    this.gaveUp = false;
  }

  public ToolFailed(String message, Throwable cause) {
    super(message, cause);
    this.gaveUp = false;
  }

  ToolFailed(String message, @Nullable Throwable cause, boolean gaveUp) {
    super(message, cause);
    this.gaveUp = gaveUp;
  }

  /// Whether the program ended by itself, and not for want of room: its input is to blame, and it
  /// will end so again.
  public boolean gaveUp() {
    return gaveUp;
  }
}
