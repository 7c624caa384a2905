package app.photoplay;

import app.photoplay.cli.Photoplay;
import app.photoplay.cli.Shell;
import java.io.PrintWriter;
import java.nio.file.Path;

/// Where the program starts. The launcher states its own folder as `photoplay.home` and whether
/// standard error is a terminal as `photoplay.terminal`.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Logging.quiet();
    System.exit(
        new Shell(
                Main::app,
                Path.of(System.getProperty("photoplay.home", "")).toAbsolutePath(),
                Boolean.getBoolean("photoplay.terminal"),
                new PrintWriter(System.out, true, System.out.charset()),
                new PrintWriter(System.err, true, System.err.charset()))
            .run(args));
  }

  private static Photoplay app() {
    return new App(System.out, System.err, System.getenv());
  }
}
