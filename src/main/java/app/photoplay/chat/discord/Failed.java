package app.photoplay.chat.discord;

/// A call that failed.
final class Failed extends Exception {
  private static final long serialVersionUID = 1;

  final transient Throwable why;

  /// Whether to make the call again would change nothing.
  final boolean repeatable;

  Failed(Throwable why, boolean repeatable) {
    super(why);
    this.why = why;
    this.repeatable = repeatable;
  }
}
