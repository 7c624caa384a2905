package app.photoplay.storage.bucket;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The object store did not do what it was asked for.
public final class BucketTrouble extends IOException {
  private static final long serialVersionUID = 1;

  private final Kind kind;

  /// What was wrong, and what helps.
  public enum Kind {
    UNREACHABLE(
        "cannot be reached",
        "Look at the network of this machine, and at storage.s3.endpoint or storage.gcs.base-url."),
    NO_BUCKET("has no bucket of this name", "Make it, or correct storage.bucket."),
    NOT_OURS(
        "does not let these credentials use the bucket",
        "It may belong to somebody else: name a bucket of your own, or let these credentials list,"
            + " read, write and delete in it."),
    NO_CREDENTIALS(
        "cannot be asked without credentials",
        "Name a service account's file in GOOGLE_APPLICATION_CREDENTIALS."),
    WRONG_KEY(
        "does not know these credentials",
        "Correct S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, or the file that"
            + " GOOGLE_APPLICATION_CREDENTIALS names."),
    CLOCK(
        "refuses requests because the clock of this machine is wrong",
        "Set the clock of this machine, best by NTP."),
    BUSY("has no time at the moment", "Try again later."),
    OTHER("answered with an error", "See the log.");

    private final String sentence;
    private final String cure;

    Kind(String sentence, String cure) {
      this.sentence = sentence;
      this.cure = cure;
    }
  }

  /// Says what was wrong.
  ///
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

  /// What helps, in a sentence.
  public String cure() {
    return kind.cure;
  }
}
