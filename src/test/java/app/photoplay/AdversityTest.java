package app.photoplay;

import static app.photoplay.testkit.ScriptedProvider.Next.TAKE_SILENTLY;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.chat.telegram.Bots;
import app.photoplay.database.sqlite.FullDisk;
import app.photoplay.intake.UnresolvedSubmissions;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.Paid;
import app.photoplay.testkit.ScriptedProvider;
import app.photoplay.testkit.ScriptedRenderer;
import app.photoplay.testkit.SettableTime;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import app.photoplay.testkit.TelegramUpdate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A clock that is set by an hour, and a disk without room, under the real bot and store.
class AdversityTest {
  private static final Duration LONG = Duration.ofSeconds(40);

  @TempDir private Path folder;
  private final SettableTime time = SettableTime.noon();

  @ParameterizedTest
  @CsvSource({"KEY,1", "KEY,-1", "LOOKUP,1", "LOOKUP,-1", "NONE,1", "NONE,-1"})
  void paysOnceThoughTheClockIsSetWhileNothingTellsWhatBecame(Idempotency idempotency, int hours)
      throws Exception {
    ScriptedProvider provider = new ScriptedProvider().quick().next(TAKE_SILENTLY);
    try (Paid paid = new Paid(folder, provider, time)) {
      JobId job = paid.accepted(1, idempotency);
      paid.runDue();

      time.advance(Duration.ofHours(hours));
      paid.restart();
      paid.pass(Duration.ofSeconds(12));
      time.advance(Duration.ofHours(-hours));
      paid.pass(Duration.ofSeconds(12));
      if (idempotency == Idempotency.NONE) {
        paid.doubts.settle(
            Paid.OPERATOR,
            paid.key(job),
            new UnresolvedSubmissions.Decision.There("op-1"),
            time.instant());
        paid.runDue();
      }

      assertThat(paid.report(job).status()).isEqualTo(Status.MADE);
      assertThat(provider.charged()).hasSize(1);
      assertThat(paid.spent(1)).isEqualTo(Paid.PRICE);
    }
  }

  @Test
  void goesOnAndTakesOrdersThoughTheClockIsSetWhileItWorks() throws Exception {
    try (FakeTelegram telegram = FakeTelegram.start().withoutRates()) {
      TestBot bot = bot(telegram).start();
      TelegramPerson ann = telegram.person(7);
      for (int hours : List.of(1, -2)) {
        ScriptedRenderer.Gate gate = bot.renderer.hold();
        TelegramUpdate before = ann.sendsPhoto(photo(), "Before " + hours);
        gate.awaitReached();

        time.advance(Duration.ofHours(hours));
        gate.open();
        videoFor(ann, before);
        videoFor(ann, ann.sendsPhoto(photo(), "After " + hours));
      }

      assertThat(bot.renderer.rendered()).isEqualTo(4);
      assertThat(ann.sees().stream().filter(it -> it.video().isPresent())).hasSize(4);
      bot.stop();
    }
    try (Aftermath disk = Aftermath.of(folder.resolve("data"))) {
      assertThat(disk.complaints()).isEmpty();
    }
  }

  @Test
  void takesNothingWithoutRoomAndLosesNothing() throws Exception {
    try (FakeTelegram telegram = FakeTelegram.start().withoutRates()) {
      TestBot bot = bot(telegram).start();
      TelegramPerson ann = telegram.person(7);
      ScriptedRenderer.Gate gate = bot.renderer.hold();
      TelegramUpdate running = ann.sendsPhoto(photo(), "With room");
      gate.awaitReached();

      assertThat(bot.bot.troubles()).isEmpty();
      FullDisk.fill(bot.database);
      assertThat(bot.bot.troubles()).singleElement().asString().contains("disk full");
      TelegramUpdate meanwhile = ann.sendsPhoto(photo(), "Without room");
      gate.open();
      telegram.awaitPoller();
      int waiting = telegram.unconfirmedUpdates();
      FullDisk.empty(bot.database);
      videoFor(ann, running);
      videoFor(ann, meanwhile);

      assertThat(waiting).isPositive();
      assertThat(bot.renderer.rendered()).isEqualTo(2);
      assertThat(ann.sees().stream().filter(it -> it.video().isPresent())).hasSize(2);
      bot.stop();
    }
    try (Aftermath disk = Aftermath.of(folder.resolve("data"))) {
      assertThat(disk.complaints()).isEmpty();
    }
  }

  private TestBot bot(FakeTelegram telegram) {
    return new TestBot(
        folder.resolve("data"),
        List.of(Bots.recklessAt(telegram)),
        TestBot.PRICED,
        PortDecorator.NOTHING,
        time);
  }

  private Path photo() throws Exception {
    return Files.write(folder.resolve("me.jpg"), CrashWorld.smallPortrait());
  }

  private static ShownMessage videoFor(TelegramPerson person, TelegramUpdate to) throws Exception {
    return person.awaits(
        "video for " + to.message(),
        it ->
            it.video().isPresent()
                && it.replyTo().isPresent()
                && it.replyTo().getAsInt() == to.message(),
        LONG);
  }
}
