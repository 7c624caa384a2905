package app.photoplay.chat.web;

import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a person hears when a request failed: one sentence for each kind of failure, and a line in
/// the log for what is our fault.
final class Failures {
  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  private final Predicate<Throwable> full;

  /// @param full whether the store failed because there is no room on its disk
  Failures(Predicate<Throwable> full) {
    this.full = full;
  }

  /// @param saving whether something was to be kept
  Refusal refusal(Exception failure, boolean saving) {
    return switch (failure) {
      case Refusal refusal -> refusal;
      case HttpResponseException refused when refused.getStatus() == 404 -> Refusal.unknown();
      case HttpResponseException refused when refused.getStatus() < 500 ->
          new Refusal(
              refused.getStatus(),
              "malformed",
              Phrase.WEB_MALFORMED.with(Argument.WHAT.of(String.valueOf(refused.getMessage()))));
      default -> judged(failure, saving);
    };
  }

  private Refusal judged(Exception failure, boolean saving) {
    for (Throwable cause : causes(failure).toList()) {
      if (cause instanceof TimeoutException) {
        return new Refusal(408, "too-slow", Phrase.WEB_TOO_SLOW);
      }
      if (cause instanceof HttpException refused && refused.getCode() < 500) {
        return new Refusal(
            refused.getCode(),
            "malformed",
            Phrase.WEB_MALFORMED.with(Argument.WHAT.of("its body is broken")));
      }
      if (cause instanceof EofException) {
        return Refusal.malformed("its body breaks off"); // nobody is there to read this
      }
      if (full.test(cause) || (cause instanceof IOException io && hasNoRoom(io))) {
        log.atError().addKeyValue("platform", WebChat.NAME).log("not stored: the disk is full");
        return Refusal.diskFull();
      }
    }
    log.atError().addKeyValue("platform", WebChat.NAME).setCause(failure).log("not served");
    return saving
        ? new Refusal(503, "not-saved", Phrase.WEB_NOT_SAVED)
        : new Refusal(500, "broken", Phrase.WEB_BROKEN);
  }

  private static boolean hasNoRoom(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains("No space left") || message.contains("quota exceeded");
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
