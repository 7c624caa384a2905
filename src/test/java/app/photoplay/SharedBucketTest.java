package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.StorageLayout;
import app.photoplay.chat.telegram.Bots;
import app.photoplay.database.PostgresSettings;
import app.photoplay.database.file.SqlFileIndex;
import app.photoplay.storage.Lease;
import app.photoplay.storage.sweep.Sweep;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PostgresServer;
import app.photoplay.testkit.S3Server;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two bots that share a database, a bucket on a real S3 server, and no folder.
@Tag("proof")
class SharedBucketTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration MONTH = Duration.ofDays(30);

  @TempDir Path folder;
  private S3Server store;
  private String bucket;
  private PostgresSettings server;
  private FakeTelegram telegram;
  private TelegramPerson ann;
  private Path photo;
  private @Nullable TestBot bot;
  private StorageLayout.@Nullable Stores stores;

  @BeforeEach
  void open() throws IOException {
    store = S3Server.start(folder.resolve("store"));
    bucket = store.newBucket();
    server = PostgresServer.database();
    telegram = FakeTelegram.start().withoutRates();
    ann = telegram.person(7);
    photo = Files.write(folder.resolve("me.jpg"), CrashWorld.smallPortrait());
  }

  private TestBot bot() {
    return Objects.requireNonNull(bot);
  }

  private StorageLayout.Stores stores() {
    return Objects.requireNonNull(stores);
  }

  @AfterEach
  void close() throws InterruptedException {
    bot().stop();
    stores().close();
    telegram.close();
    store.close();
  }

  @Test
  void whenOneIsKilledInTheMiddleOfItsWorkNothingIsLostAndNothingIsLeft() throws Exception {
    try (InstanceProcess process = startProcess()) {
      ann.sendsPhoto(photo, "I was begun by one and ended by another.");
      ann.awaits("progress", SharedBucketTest::rendering, LONG);
      bot = start();

      process.kill();
      ann.awaits("video", SharedBucketTest::video, LONG);
    }

    assertThat(bot().renderer.rendered()).isEqualTo(1);
    assertThat(ann.sees()).filteredOn(SharedBucketTest::video).hasSize(1);
    assertThat(number("select count(*) from ledger where kind = 2")).isEqualTo(1);
    for (String made : rows()) {
      try (Lease lease = stores().files().open(made).orElseThrow()) {
        assertThat(lease.path()).isNotEmptyFile();
      }
    }
    // what the killed one had stored and no row tells of
    stores().files().put(Files.writeString(stores().files().scratch(".mp4"), "without a row"));
    sweep(Duration.ofDays(3));
    Set<String> wanted = new HashSet<>(rows());
    wanted.addAll(new SqlFileIndex(bot().database).needed());
    assertThat(contents()).isSubsetOf(wanted).containsAll(rows());

    sweep(Duration.ofDays(40));

    assertThat(store.objects(bucket))
        .allMatch(it -> wanted.stream().anyMatch(it::contains), "something unfinished needs it")
        .isEmpty();
    assertThat(rows()).isEmpty();
  }

  private InstanceProcess startProcess() throws IOException {
    return InstanceProcess.start(
        folder, folder.resolve("one"), server, telegram, store.address().toString(), bucket);
  }

  private TestBot start() {
    return new TestBot(
            folder.resolve("two"),
            server,
            List.of(Bots.recklessAt(telegram)),
            (data, work) -> {
              stores = InstanceProcess.inBucket(store.address(), bucket, data, work);
              return stores;
            })
        .start();
  }

  private void sweep(Duration later) throws IOException {
    new Sweep(
            new SqlFileIndex(bot().database),
            stores().files(),
            List.of(stores().uploads().shelf()),
            MONTH,
            5L << 30,
            () -> InstantSource.system().instant().plus(later))
        .run();
  }

  /// What the objects of the bucket hold.
  private Set<String> contents() {
    return store.objects(bucket).stream()
        .map(it -> it.split("/", -1)[1])
        .collect(Collectors.toSet());
  }

  /// The contents that rows tell of.
  private Set<String> rows() throws Exception {
    Set<String> names = new HashSet<>();
    try (var connection =
            DriverManager.getConnection(server.url(), server.user(), server.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select content from artifact")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private long number(String sql) {
    return PostgresServer.execute(server, sql).getFirst();
  }

  private static boolean rendering(ShownMessage message) {
    return message.text().contains("Bringing the photo to life");
  }

  private static boolean video(ShownMessage message) {
    return message.video().isPresent();
  }
}
