package app.photoplay.storage.bucket;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The object store did not do what it was asked for.
public final class BucketTrouble extends IOException {
  private static final long serialVersionUID = 1;

  private final Kind kind;

  /// What was wrong.
  public enum Kind {
    UNREACHABLE("cannot be reached"),
    NO_BUCKET("has no bucket of this name"),
    NOT_OURS("does not let these credentials use the bucket: it may belong to somebody else"),
    WRONG_KEY("does not know these credentials"),
    CLOCK("refuses requests because the clock of this machine is wrong"),
    BUSY("has no time at the moment"),
    OTHER("answered with an error");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }
  }

  /// @param detail for the log; without secrets
  public BucketTrouble(Kind kind, String detail, @Nullable Throwable cause) {
    super("The object store " + kind.sentence + " (" + detail + ").", cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /// In a plain sentence without secrets.
  public String sentence() {
    return "The object store " + kind.sentence + ".";
  }
}
