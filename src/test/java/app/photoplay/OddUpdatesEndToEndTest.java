package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.chat.telegram.Bots;
import app.photoplay.database.sqlite.FullDisk;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import app.photoplay.testkit.TelegramUpdate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Updates that cannot be read, and a disk without room for those that can, under the real bot.
class OddUpdatesEndToEndTest {
  private static final String NO_ROOM = "There is no room on my machine at the moment.";

  @TempDir private Path folder;
  private final FakeTelegram telegram = FakeTelegram.start().withoutRates();
  private final TelegramPerson ann = telegram.person(7);

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  void saysOnceThatThereIsNoRoomAndMakesTheVideoOnceThereIs() throws Exception {
    TestBot bot = bot();
    TelegramPerson ben = telegram.person(8);
    FullDisk.fill(bot.database);

    TelegramUpdate photo = ann.sendsPhoto(photo(), "Without room");
    ShownMessage told = ann.awaits("sentence", it -> it.text().startsWith(NO_ROOM));
    ann.sends("Are you there?");
    ben.sends("And me?");
    ben.awaits("sentence", it -> it.text().startsWith(NO_ROOM));
    int polls = telegram.calls("getUpdates").size();
    telegram.awaitCalls("getUpdates", polls + 4);

    assertThat(told.replyTo()).hasValue(photo.message());
    assertThat(said(ann)).isEqualTo(1);
    assertThat(said(ben)).isEqualTo(1);
    assertThat(bot.bot.troubles()).anyMatch(it -> it.contains("the disk is full"));
    FullDisk.empty(bot.database);
    ann.awaits("video", it -> it.video().isPresent(), Duration.ofSeconds(60));
    telegram.awaitConfirmed();
    assertThat(said(ann)).isEqualTo(1);
    assertThat(bot.renderer.rendered()).isEqualTo(1);
    bot.stop();
  }

  @Test
  void answersEverybodyElseAndCountsWhatWasPutAsideAcrossARestart() throws Exception {
    TestBot bot = bot();
    telegram.pushesRaw("{\"update_id\":" + telegram.nextUpdateId() + ",\"message\":17}");
    telegram.pushesRaw("{\"update_id\":null}");
    ann.sends("/help");
    ann.awaits("help", it -> it.text().contains("/talk"));
    telegram.awaitConfirmed();
    bot.stop();

    TestBot restarted = bot();
    telegram.person(2).sends("/help");
    telegram.person(2).awaits("help", it -> it.text().contains("/talk"));

    assertThat(restarted.bot.troubles()).isEmpty();
    assertThat(restarted.bot.notes())
        .singleElement()
        .asString()
        .startsWith("2 updates could not be read or recorded and were put aside, the last at 2");
    restarted.stop();
  }

  private long said(TelegramPerson person) {
    return person.sees().stream().filter(it -> it.text().startsWith(NO_ROOM)).count();
  }

  private TestBot bot() {
    return new TestBot(
            folder.resolve("data"),
            List.of(Bots.recklessAt(telegram)),
            TestBot.FREE,
            PortDecorator.NOTHING)
        .start();
  }

  private Path photo() throws Exception {
    return Files.write(folder.resolve("me.jpg"), CrashWorld.smallPortrait());
  }
}
