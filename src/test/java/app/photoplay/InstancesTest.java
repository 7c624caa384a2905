package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.telegram.Bots;
import app.photoplay.database.PostgresSettings;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PostgresServer;
import app.photoplay.testkit.ScriptedRenderer;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several bots on one PostgreSQL, one data folder and one Telegram bot.
class InstancesTest {
  private static final Duration LONG = Duration.ofMinutes(2);

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

    // Each renders one video at a time, so what one holds leaves the rest to the other.
    ScriptedRenderer.Gate ofFirst = first.renderer.hold();
    ScriptedRenderer.Gate ofSecond = second.renderer.hold();
    for (int i = 0; i < people.size(); i++) {
      people.get(i).sendsPhoto(photo, "Hello, I am number " + i + ".");
    }
    ofFirst.awaitReached();
    ofSecond.awaitReached();
    ofFirst.open();
    ofSecond.open();
    for (TelegramPerson person : people) {
      person.awaits("video", InstancesTest::video, LONG);
    }

    assertThat(first.renderer.rendered() + second.renderer.rendered()).isEqualTo(12);
    assertThat(first.renderer.rendered()).isPositive();
    assertThat(second.renderer.rendered()).isPositive();
    assertThat(people)
        .allSatisfy(it -> assertThat(it.sees().stream().filter(InstancesTest::video)).hasSize(1));
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
      ann.awaits("video", InstancesTest::video, LONG);
      ann.sendsPhoto(photo, "Who polls now?");
      ann.awaits("second video", it -> video(it) && !it.equals(firstVideo()), LONG);

      assertThat(bot.renderer.rendered()).isEqualTo(2);
      assertThat(ann.sees()).filteredOn(InstancesTest::video).hasSize(2);
      assertThat(number("select count(*) from ledger where kind = 2")).isEqualTo(2);
      assertThat(number("select count(*) from job where owner is not null")).isZero();
    }
  }

  @Test
  @Tag("proof")
  void aFrozenOneLosesItsWorkAndDoesNothingMoreWithIt() throws Exception {
    try (InstanceProcess process = InstanceProcess.start(folder, data, server, telegram)) {
      ann.sendsPhoto(photo, "I was frozen in the middle of my work.");
      ann.awaits("progress", InstancesTest::rendering, LONG);
      TestBot bot = start();

      process.freeze();
      ann.awaits("video", InstancesTest::video, LONG);
      process.thaw();
      awaitNumber("select count(*) from instance where heartbeat_ms > 0", 2);

      assertThat(bot.renderer.rendered()).isEqualTo(1);
      assertThat(ann.sees()).filteredOn(InstancesTest::video).hasSize(1);
      assertThat(number("select count(*) from ledger where kind = 2")).isEqualTo(1);
    }
  }

  @Test
  void nothingIsTakenWhileTheDatabaseIsAwayAndAllGoesOnAfterwards() throws Exception {
    TestBot bot = start();
    telegram.awaitPoller();
    var held = bot.renderer.hold();
    ann.sendsPhoto(photo, "Begun before.");
    ann.awaits("progress", InstancesTest::rendering, LONG);

    String name = server.url().substring(server.url().lastIndexOf('/') + 1);
    PostgresServer.administer("alter database " + name + " allow_connections false");
    PostgresServer.administer(
        "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '"
            + name
            + "'");
    awaitTrouble(bot, "database");
    telegram.person(8).sendsPhoto(photo, "Sent meanwhile.");
    held.open();
    PostgresServer.administer("alter database " + name + " allow_connections true");

    ann.awaits("video", InstancesTest::video, LONG);
    telegram.person(8).awaits("video of what was sent meanwhile", InstancesTest::video, LONG);
    assertThat(ann.sees()).filteredOn(InstancesTest::video).hasSize(1);
    assertThat(bot.bot.troubles()).isEmpty();
    assertThat(number("select count(*) from instance")).as("it kept its name").isEqualTo(1);
  }

  private TestBot start() {
    TestBot bot = new TestBot(data, server, List.of(Bots.recklessAt(telegram)));
    bots.add(bot);
    return bot.start();
  }

  private ShownMessage firstVideo() {
    return ann.sees().stream().filter(InstancesTest::video).findFirst().orElseThrow();
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

  /// A lost connection is noticed at the next heartbeat.
  private static void awaitTrouble(TestBot bot, String what) throws InterruptedException {
    long end = System.nanoTime() + LONG.toNanos();
    while (bot.bot.troubles().stream().noneMatch(it -> it.contains(what))) {
      assertThat(System.nanoTime()).as("trouble with the " + what).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private static boolean video(ShownMessage message) {
    return message.video().isPresent();
  }
}
