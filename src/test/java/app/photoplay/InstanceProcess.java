package app.photoplay;

import app.photoplay.chat.telegram.Bots;
import app.photoplay.database.PostgresSettings;
import app.photoplay.testkit.FakeTelegram;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A bot on a shared database in a process of its own, which never ends a render: it is there to be
/// killed or frozen in the middle of its work.
final class InstanceProcess implements AutoCloseable {
  private final Process process;

  private InstanceProcess(Process process) {
    this.process = process;
  }

  static InstanceProcess start(
      Path folder, Path data, PostgresSettings server, FakeTelegram telegram) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            InstanceProcess.class.getName(),
            data.toString(),
            server.url(),
            telegram.uri().toString(),
            telegram.token());
    builder.redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("instance.txt").toFile());
    return new InstanceProcess(builder.start());
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  void freeze() throws IOException, InterruptedException {
    signal("-STOP");
  }

  void thaw() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  static void main(String[] arguments) throws InterruptedException {
    TestBot bot =
        new TestBot(
            Path.of(arguments[0]),
            new PostgresSettings(arguments[1], "postgres", "postgres", 8),
            List.of(Bots.recklessAt(URI.create(arguments[2]), arguments[3])));
    bot.renderer.hold();
    bot.start();
    new CountDownLatch(1).await();
  }
}
