package app.photoplay;

import app.photoplay.app.App;
import app.photoplay.app.Logging;
import app.photoplay.cli.Photoplay;
import app.photoplay.cli.PlainStart;
import app.photoplay.cli.Shell;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/// Where the program starts. The launcher states its own folder as `photoplay.home` and whether
/// standard error is a terminal as `photoplay.terminal`, standard input as `photoplay.keyboard`.
public final class Main {
  private static final int OUR_FAULT = 1;

  private Main() {}

  public static void main(String[] args) {
    Logging.quiet();
    int exit = OUR_FAULT;
    try {
      Path home = Path.of(System.getProperty("photoplay.home", "")).toAbsolutePath();
      boolean terminal = Boolean.getBoolean("photoplay.terminal");
      PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
      PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
      exit =
          PlainStart.of(home, terminal, args)
              .map(start -> start.run(Main::app, err))
              .orElseGet(() -> new Shell(Main::app, home, terminal, out, err).run(args));
    } catch (Error e) {
      System.err.println("Photoplay could not go on because of an error of its own: " + e);
    } finally {
      // Whatever happened: threads that are still there must not keep a dead program alive.
      System.exit(exit);
    }
  }

  private static Photoplay app() {
    return new App(
        System.out,
        System.err,
        System.getenv(),
        Boolean.getBoolean("photoplay.keyboard")
            ? Optional.of(new BufferedReader(new InputStreamReader(System.in, typed())))
            : Optional.empty());
  }

  /// How the terminal sends letters.
  private static Charset typed() {
    String name = System.getProperty("stdin.encoding");
    return name == null ? Charset.defaultCharset() : Charset.forName(name);
  }
}
