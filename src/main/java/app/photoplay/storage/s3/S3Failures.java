package app.photoplay.storage.s3;

import app.photoplay.storage.bucket.BucketTrouble;
import app.photoplay.storage.bucket.BucketTrouble.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What the library throws, in our words.
final class S3Failures {
  private static final int MOVED = 301;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int SERVER = 500;

  IOException of(SdkException failed) {
    if (failed instanceof AbortedException) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(failed);
      return interrupted;
    }
    if (failed instanceof S3Exception answered) {
      return of(answered);
    }
    return new BucketTrouble(Kind.UNREACHABLE, innermost(failed), failed);
  }

  private static IOException of(S3Exception answered) {
    AwsErrorDetails details = answered.awsErrorDetails();
    String code = details == null ? "" : String.valueOf(details.errorCode());
    if (code.equals("NoSuchKey")) {
      return new NoSuchFileException("object");
    }
    return new BucketTrouble(
        kind(answered.statusCode(), code), answered.statusCode() + " " + code, answered);
  }

  private static Kind kind(int status, String code) {
    return switch (code) {
      case "NoSuchBucket" -> Kind.NO_BUCKET;
      case "InvalidAccessKeyId", "SignatureDoesNotMatch" -> Kind.WRONG_KEY;
      case "RequestTimeTooSkewed", "RequestExpired" -> Kind.CLOCK;
      default ->
          switch (status) {
            case MOVED, FORBIDDEN -> Kind.NOT_OURS;
            case BAD_REQUEST ->
                code.equals("AuthorizationHeaderMalformed") ? Kind.NOT_OURS : Kind.OTHER;
            case UNAUTHORIZED -> Kind.WRONG_KEY;
            case NOT_FOUND -> Kind.NO_BUCKET;
            case TOO_MANY -> Kind.BUSY;
            default -> status >= SERVER ? Kind.BUSY : Kind.OTHER;
          };
    };
  }

  private static String innermost(Throwable failed) {
    Throwable at = failed;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    return at.getClass().getSimpleName() + ": " + at.getMessage();
  }
}
