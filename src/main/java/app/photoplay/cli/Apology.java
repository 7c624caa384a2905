package app.photoplay.cli;

import java.io.PrintWriter;
import org.slf4j.LoggerFactory;

/// What is said when a command ends with an error of ours.
final class Apology {
  private static final int OUR_FAULT = 1;

  /// 128 and the number of the signal that Ctrl-C sends.
  private static final int STOPPED = 130;

  private Apology() {}

  /// Whether the JVM is on its way out: then, and only then, it takes no hooks any more.
  private static boolean ending() {
    Thread probe = Thread.ofPlatform().unstarted(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException _) {
      return true;
    }
  }

  /// Answers with the exit code. Whoever has pressed Ctrl-C is not told what broke by that.
  static int say(Exception e, PrintWriter err) {
    if (ending()) {
      return STOPPED;
    }
    LoggerFactory.getLogger(Apology.class)
        .atError()
        .setCause(e)
        .log("a command ended with an error");
    err.println("Photoplay could not go on because of an error of its own: " + e);
    return OUR_FAULT;
  }
}
