package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.telegram.Bots;
import app.photoplay.database.PostgresSettings;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PostgresServer;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several bots on one PostgreSQL, one data folder and one Telegram bot.
class InstancesTest {
  private static final Duration LONG = Duration.ofSeconds(120);
  private static final Predicate<ShownMessage> VIDEO = message -> message.video().isPresent();

  @TempDir Path folder;
  private final List<TestBot> bots = new ArrayList<>();
  private PostgresSettings server;
  private FakeTelegram telegram;
  private TelegramPerson ann;
  private Path data;
  private Path photo;

  @BeforeEach
  void open() throws IOException {
    server = PostgresServer.database();
    telegram = FakeTelegram.start().withoutRates();
    ann = telegram.person(7);
    data = folder.resolve("data");
    photo = Files.write(folder.resolve("me.jpg"), CrashWorld.smallPortrait());
  }

  @AfterEach
  void close() throws InterruptedException {
    for (TestBot bot : bots) {
      bot.stop();
    }
    telegram.close();
  }

  @Test
  void twoShareTheWorkAndDoEachThingOnce() throws Exception {
    TestBot first = start();
    TestBot second = start();
    List<TelegramPerson> people = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      people.add(telegram.person(100 + i));
    }

    for (int i = 0; i < people.size(); i++) {
      people.get(i).sendsPhoto(photo, "Hello, I am number " + i + ".");
    }
    for (TelegramPerson person : people) {
      person.awaits("video", VIDEO, LONG);
    }

    assertThat(first.renderer.rendered() + second.renderer.rendered()).isEqualTo(12);
    assertThat(first.renderer.rendered()).isPositive();
    assertThat(second.renderer.rendered()).isPositive();
    assertThat(people).allSatisfy(it -> assertThat(it.sees().stream().filter(VIDEO)).hasSize(1));
    assertThat(number("select count(*) from ledger where kind = 2")).isEqualTo(12);
    assertThat(number("select count(*) from inbound_event where handled_ms is null")).isZero();
  }

  @Test
  void oneTakesUpWhatAKilledOneWasDoing() throws Exception {
    try (InstanceProcess process = InstanceProcess.start(folder, data, server, telegram)) {
      ann.sendsPhoto(photo, "I shall be rendered twice and shown once.");
      ann.awaits("progress", InstancesTest::rendering, LONG);
      TestBot bot = start();

      process.kill();
      ann.awaits("video", VIDEO, LONG);
      ann.sendsPhoto(photo, "Who polls now?");
      ann.awaits("second video", it -> VIDEO.test(it) && !it.equals(firstVideo()), LONG);

      assertThat(bot.renderer.rendered()).isEqualTo(2);
      assertThat(ann.sees()).filteredOn(VIDEO).hasSize(2);
      assertThat(number("select count(*) from ledger where kind = 2")).isEqualTo(2);
      assertThat(number("select count(*) from job where owner is not null")).isZero();
    }
  }

  @Test
  void aFrozenOneLosesItsWorkAndDoesNothingMoreWithIt() throws Exception {
    try (InstanceProcess process = InstanceProcess.start(folder, data, server, telegram)) {
      ann.sendsPhoto(photo, "I was frozen in the middle of my work.");
      ann.awaits("progress", InstancesTest::rendering, LONG);
      TestBot bot = start();

      process.freeze();
      ann.awaits("video", VIDEO, LONG);
      process.thaw();
      awaitNumber("select count(*) from instance where heartbeat_ms > 0", 2);

      assertThat(bot.renderer.rendered()).isEqualTo(1);
      assertThat(ann.sees()).filteredOn(VIDEO).hasSize(1);
      assertThat(number("select count(*) from ledger where kind = 2")).isEqualTo(1);
    }
  }

  @Test
  void nothingIsTakenWhileTheDatabaseIsAwayAndAllGoesOnAfterwards() throws Exception {
    TestBot bot = start();
    telegram.awaitPoller();
    var held = bot.renderer.hold();
    ann.sendsPhoto(photo, "Begun before.");
    held.awaitReached();

    String name = server.url().substring(server.url().lastIndexOf('/') + 1);
    PostgresServer.administer("alter database " + name + " allow_connections false");
    PostgresServer.administer(
        "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '"
            + name
            + "'");
    assertThat(bot.bot.troubles()).anyMatch(it -> it.contains("database"));
    telegram.person(8).sendsPhoto(photo, "Sent meanwhile.");
    held.open();
    PostgresServer.administer("alter database " + name + " allow_connections true");

    ann.awaits("video", VIDEO, LONG);
    telegram.person(8).awaits("video of what was sent meanwhile", VIDEO, LONG);
    assertThat(ann.sees()).filteredOn(VIDEO).hasSize(1);
    assertThat(bot.bot.troubles()).isEmpty();
    assertThat(number("select count(*) from instance")).as("it kept its name").isEqualTo(1);
  }

  private TestBot start() {
    TestBot bot = new TestBot(data, server, List.of(Bots.recklessAt(telegram)));
    bots.add(bot);
    return bot.start();
  }

  private ShownMessage firstVideo() {
    return ann.sees().stream().filter(VIDEO).findFirst().orElseThrow();
  }

  private long number(String sql) {
    return PostgresServer.execute(server, sql).getFirst();
  }

  private void awaitNumber(String sql, long wanted) throws InterruptedException {
    long end = System.nanoTime() + LONG.toNanos();
    while (number(sql) != wanted && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(number(sql)).isEqualTo(wanted);
  }

  private static boolean rendering(ShownMessage message) {
    return message.text().contains("Bringing the photo to life");
  }
}
