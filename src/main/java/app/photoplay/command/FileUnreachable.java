package app.photoplay.command;

import app.photoplay.wording.Phrase;

/// A file that a person sent cannot be fetched now. The [CommandRouter] has the whole update
/// handled again.
final class FileUnreachable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Phrase otherwise;

  FileUnreachable(Throwable cause, Phrase otherwise) {
    super("a file cannot be fetched", cause);
    this.otherwise = otherwise;
  }

  /// What is said when it stays so.
  Phrase otherwise() {
    return otherwise;
  }
}
