package app.photoplay.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `serve` with nothing but its folders, which is how the program is mostly started.
///
/// It is read without picocli, whose class files are too old for the JVM's cache of loaded classes:
/// to load and to reflect on them is a good part of a start. Whatever is not quite plain, and every
/// mistake, is left to [Shell].
public final class PlainStart {
  private final RunOptions options;

  private PlainStart(RunOptions options) {
    this.options = options;
  }

  /// Empty when the arguments are anything else.
  public static Optional<PlainStart> of(Path home, boolean terminal, String... args) {
    Optional<Path> data = Optional.empty();
    Optional<Path> config = Optional.empty();
    boolean command = false;
    for (Iterator<String> rest = List.of(args).iterator(); rest.hasNext(); ) {
      String name = rest.next();
      @Nullable String value = name.startsWith("--") && rest.hasNext() ? rest.next() : null;
      if (name.equals("serve") && !command) {
        command = true;
      } else if (name.equals("--data") && data.isEmpty() && value != null && plain(value)) {
        data = Optional.of(Path.of(value));
      } else if (name.equals("--config") && config.isEmpty() && value != null && plain(value)) {
        config = Optional.of(Path.of(value));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new PlainStart(new RunOptions(home, config, data, terminal)));
  }

  private static boolean plain(String value) {
    return value.matches("[\\w./][\\w./ -]*");
  }

  /// Serves until the program is told to stop, and answers with the exit code.
  public int run(Supplier<Photoplay> photoplay, PrintWriter err) {
    try {
      return photoplay.get().serve(options);
    } catch (RuntimeException e) {
      return Apology.say(e, err);
    }
  }
}
