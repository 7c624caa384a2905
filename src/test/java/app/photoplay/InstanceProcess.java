package app.photoplay;

import app.photoplay.assembly.StorageLayout;
import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.telegram.Bots;
import app.photoplay.database.PostgresSettings;
import app.photoplay.storage.bucket.BucketStorage;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.storage.s3.S3Bucket;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.S3Server;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
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
    return start(folder, data, server, telegram, "", "");
  }

  /// With its files in a bucket of an S3 server.
  static InstanceProcess start(
      Path folder,
      Path data,
      PostgresSettings server,
      FakeTelegram telegram,
      String store,
      String bucket)
      throws IOException {
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
            telegram.token(),
            store,
            bucket);
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

  /// Files in a bucket, with nothing that another program has.
  static StorageLayout.Stores inBucket(URI store, String bucket, Path data, Path work) {
    BucketStorage storage =
        new BucketStorage(
            S3Bucket.open(bucket, S3Server.settings(store)),
            "",
            new LocalArtifactStore(data.resolve("copies"), work, InstantSource.system()),
            1 << 30,
            data.resolve("waiting"),
            BucketStorage.QUIET,
            InstantSource.system());
    storage.start();
    return new StorageLayout.Stores(storage.files(), storage.uploads(), storage::close);
  }

  static void main(String[] arguments) throws InterruptedException {
    Path data = Path.of(arguments[0]);
    PostgresSettings server = new PostgresSettings(arguments[1], "postgres", "postgres", 8);
    List<ChatPlatform> platforms = List.of(Bots.recklessAt(URI.create(arguments[2]), arguments[3]));
    TestBot bot =
        arguments[4].isEmpty()
            ? new TestBot(data, server, platforms)
            : new TestBot(
                data,
                server,
                platforms,
                (own, work) -> inBucket(URI.create(arguments[4]), arguments[5], own, work));
    bot.renderer.hold();
    bot.start();
    new CountDownLatch(1).await();
  }
}
