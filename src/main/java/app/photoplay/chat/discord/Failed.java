package app.photoplay.chat.discord;

/// A call that failed.
final class Failed extends Exception {
  private static final long serialVersionUID = 1;

  private final Throwable why;
  private final boolean repeatable;

  /// @param repeatable whether to make the call again would change nothing
  Failed(Throwable why, boolean repeatable) {
    super(why);
    this.why = why;
    this.repeatable = repeatable;
  }

  Throwable why() {
    return why;
  }

  boolean repeatable() {
    return repeatable;
  }
}
