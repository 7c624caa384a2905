package app.photoplay.cli;

import java.io.PrintWriter;
import org.slf4j.LoggerFactory;

/// What is said when a command ends with an error of ours.
final class Apology {
  private static final int OUR_FAULT = 1;

  private Apology() {}

  /// Answers with the exit code.
  static int say(Exception e, PrintWriter err) {
    LoggerFactory.getLogger(Apology.class)
        .atError()
        .setCause(e)
        .log("a command ended with an error");
    err.println("Photoplay could not go on because of an error of its own: " + e);
    return OUR_FAULT;
  }
}
