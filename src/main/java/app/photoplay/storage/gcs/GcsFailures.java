package app.photoplay.storage.gcs;

import app.photoplay.storage.bucket.BucketTrouble;
import app.photoplay.storage.bucket.BucketTrouble.Kind;
import com.google.cloud.storage.StorageException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/// What the library throws, in our words.
final class GcsFailures {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int SERVER = 500;

  private GcsFailures() {}

  static IOException of(StorageException failed) {
    String said = innermost(failed);
    Kind kind = kind(failed.getCode(), said);
    return failed.getCode() == NOT_FOUND && kind != Kind.NO_BUCKET
        ? new NoSuchFileException("object")
        : new BucketTrouble(kind, failed.getCode() + " " + failed.getReason(), failed);
  }

  private static Kind kind(int status, String said) {
    if (said.contains("short-lived token") || said.contains("reasonable timeframe")) {
      return Kind.CLOCK;
    }
    if (said.contains("invalid_grant") || said.contains("access token")) {
      return Kind.WRONG_KEY;
    }
    return switch (status) {
      case 0 -> Kind.UNREACHABLE;
      case UNAUTHORIZED -> Kind.WRONG_KEY;
      case FORBIDDEN -> Kind.NOT_OURS;
      case NOT_FOUND -> said.contains("bucket does not exist") ? Kind.NO_BUCKET : Kind.OTHER;
      case TOO_MANY -> Kind.BUSY;
      default -> status >= SERVER ? Kind.BUSY : Kind.OTHER;
    };
  }

  private static String innermost(Throwable failed) {
    StringBuilder said = new StringBuilder();
    for (Throwable at = failed; at != null; at = at.getCause()) {
      said.append(at.getMessage()).append(' ');
    }
    return said.toString();
  }
}
