package app.photoplay.chat.update;

/// An update was not recorded, and why: what a platform does next depends on it.
public final class NotRecorded extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// What stood in the way.
  public enum Why {
    /// What is in the update will never be taken: it is put aside.
    REFUSED,
    /// The disk is full: the person is told, and the update is passed on again later.
    NO_ROOM,
    /// What it is recorded in cannot be reached: the update is passed on again later.
    UNAVAILABLE
  }

  private final Why why;

  public NotRecorded(Why why, Throwable cause) {
    super("an update was not recorded: " + why, cause);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
