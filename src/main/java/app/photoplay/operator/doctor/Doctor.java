package app.photoplay.operator.doctor;

import java.io.PrintStream;
import java.util.List;

/// Examines everything the bot needs and says how to mend what is missing.
public final class Doctor {
  private final List<Check> checks;

  public Doctor(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /// Runs all checks and prints a line for each.
  ///
  /// @return whether the bot can work: nothing is broken, though something may be missing
  public boolean examine(PrintStream out) throws InterruptedException {
    boolean works = true;
    for (Check check : checks) {
      Finding finding;
      try {
        finding = check.examination().run();
      } catch (RuntimeException e) {
        finding = new Finding.Broken("could not be examined: " + e, "Look at the log.");
      }
      switch (finding) {
        case Finding.Good(var facts) -> out.println(line("ok", check.name(), facts));
        case Finding.Missing(var facts, var cure) -> {
          out.println(line("--", check.name(), facts));
          out.println(line("", "", cure));
        }
        case Finding.Broken(var facts, var cure) -> {
          works = false;
          out.println(line("!!", check.name(), facts));
          out.println(line("", "", cure));
        }
      }
    }
    out.println(works ? "Photoplay can work." : "Photoplay cannot work before this is mended.");
    return works;
  }

  private static String line(String mark, String name, String text) {
    return String.format("%-3s%-12s%s", mark, name, text);
  }

  /// One thing to look at.
  public record Check(String name, Examination examination) {}

  /// Looks.
  @FunctionalInterface
  public interface Examination {
    Finding run() throws InterruptedException;
  }

  /// What was found.
  public sealed interface Finding {
    record Good(String facts) implements Finding {}

    /// Something optional is not there.
    record Missing(String facts, String cure) implements Finding {}

    /// The bot cannot work like this.
    record Broken(String facts, String cure) implements Finding {}
  }
}
