package app.photoplay.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A process of this harness, from its start to its end, and what it says line by line. It ends by
/// itself when the harness does, because its standard input is closed then.
final class Life {
  private final Process process;
  private final CountDownLatch ready = new CountDownLatch(1);
  private final CountDownLatch working = new CountDownLatch(1);
  private final Thread listener;
  private volatile boolean saidSo;

  private Life(Process process, Consumer<String> lines) {
    this.process = process;
    this.listener = Thread.ofPlatform().daemon(true).start(() -> listen(lines));
  }

  /// Starts it.
  ///
  /// @param environment in addition to ours
  /// @param errors where its standard error goes
  /// @param lines told each line of its standard output, on another thread
  static Life start(
      List<String> command,
      List<String> arguments,
      Map<String, String> environment,
      Path errors,
      Consumer<String> lines) {
    List<String> all = new ArrayList<>(command);
    all.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    builder.environment().putAll(environment);
    try {
      return new Life(builder.start(), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until it says that it is ready.
  ///
  /// @return whether it did
  boolean awaitReady(Duration longest) throws InterruptedException {
    return ready.await(longest.toMillis(), TimeUnit.MILLISECONDS) && saidSo;
  }

  /// Waits until it says something more than that.
  void awaitWork(Duration longest) throws InterruptedException {
    working.await(longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Ends it without a word (SIGKILL) and returns when all it said before was heard.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
    listener.join();
  }

  /// Stops it (SIGSTOP), as a suspended machine would.
  void freeze() throws InterruptedException {
    signal("-STOP");
  }

  /// Lets it go on.
  void thaw() throws InterruptedException {
    signal("-CONT");
  }

  private void signal(String name) throws InterruptedException {
    try {
      new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Says a line to it, if it still lives.
  void say(String line) {
    try {
      process.outputWriter(StandardCharsets.UTF_8).append(line).append('\n').flush();
    } catch (IOException e) {
      // It has ended, as its exit code will tell.
    }
  }

  /// Waits until it has ended well by itself.
  boolean awaitEnd(Duration longest) throws InterruptedException {
    boolean ended = process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
    if (!ended) {
      kill();
    }
    listener.join();
    return ended && process.exitValue() == 0;
  }

  private void listen(Consumer<String> lines) {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.accept(line);
        if (line.startsWith("ready")) {
          saidSo = true;
          ready.countDown();
        } else {
          working.countDown();
        }
      }
    } catch (IOException e) {
      // A killed process breaks its last line off.
    } finally {
      working.countDown();
      ready.countDown();
    }
  }
}
