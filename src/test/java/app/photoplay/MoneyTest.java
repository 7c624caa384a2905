package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.chat.telegram.TelegramChat;
import app.photoplay.chat.telegram.TelegramSettings;
import app.photoplay.intake.DeskStore;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.SettableTime;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import app.photoplay.testkit.TelegramUpdate;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When a new day of spending begins, and what nobody may spend. A word takes a second; a second
/// costs 1 cent of speech and 10 of video.
class MoneyTest {
  @TempDir Path folder;
  private final SettableTime time = SettableTime.noon();
  private FakeTelegram telegram;
  private TestBot bot;
  private TelegramPerson ann;
  private Path photo;

  @BeforeEach
  void prepare() throws Exception {
    telegram = FakeTelegram.start();
    ann = telegram.person(7);
    photo = Files.write(folder.resolve("me.jpg"), PhotoFiles.portrait());
    bot = started(new Money(50_000_000), PortDecorator.NOTHING);
  }

  private void openAgain(Money operatorPerDay, PortDecorator around) throws Exception {
    bot.stop();
    bot = started(operatorPerDay, around);
  }

  private TestBot started(Money operatorPerDay, PortDecorator around) {
    return new TestBot(
            folder.resolve("data"),
            List.of(new TelegramChat(new TelegramSettings(telegram.token(), telegram.uri()))),
            TestBot.PRICED,
            around,
            time,
            new Caps(new Money(2_000_000), new Money(1_000_000), operatorPerDay, ZoneId.of("UTC")))
        .start();
  }

  @AfterEach
  void close() throws Exception {
    bot.stop();
    telegram.close();
  }

  private static ShownMessage answer(TelegramPerson person, TelegramUpdate to) throws Exception {
    return person.awaits(
        "answer to " + to.message(),
        message ->
            message.replyTo().isPresent()
                && message.replyTo().getAsInt() == to.message()
                && !message.text().isEmpty());
  }

  private ShownMessage videoFor(TelegramPerson person, TelegramUpdate to) throws Exception {
    return person.awaits(
        "video for " + to.message(),
        message ->
            message.video().isPresent()
                && message.replyTo().isPresent()
                && message.replyTo().getAsInt() == to.message());
  }

  private String budget(TelegramPerson person) throws Exception {
    return plain(answer(person, person.sends("/budget")).text());
  }

  /// With ordinary spaces in its times.
  private static String plain(String text) {
    return text.replace('\u202f', ' ');
  }

  @Test
  void keepsAllTogetherBelowTheOperatorsCap() throws Exception {
    openAgain(new Money(600_000), PortDecorator.NOTHING);
    TelegramPerson ben = telegram.person(8);
    videoFor(ann, ann.sendsPhoto(photo, "one two three"));

    ShownMessage refusal = answer(ben, ben.sendsPhoto(photo, "one two three"));

    assertThat(refusal.text())
        .startsWith(
            "That would cost up to $0.5225, but only $0.27 is left today for all people together.");
    assertThat(refusal.labels()).isEmpty();
  }

  @Test
  void countsDaysInThePersonsZoneAlsoWhenClocksChange() throws Exception {
    time.set(Instant.parse("2026-03-27T12:00:00Z"));
    answer(ann, ann.sends("/settings zone Europe/Berlin"));
    // the day of 23 hours begins at 23:00 UTC and ends at 22:00 UTC
    time.set(Instant.parse("2026-03-28T23:30:00Z"));
    videoFor(ann, ann.sendsPhoto(photo, "one two three"));

    time.set(Instant.parse("2026-03-29T21:59:00Z"));
    String sameDay = budget(ann);
    time.set(Instant.parse("2026-03-29T22:00:00Z"));
    String nextDay = budget(ann);

    assertThat(sameDay)
        .contains("$0.33 of $2.00")
        .contains("anew on Mar 30, 2026, 12:00 AM (Europe/Berlin)");
    assertThat(nextDay).contains("$0.00 of $2.00");
  }

  @Test
  void countsAChangedZoneFromTheNextDay() throws Exception {
    videoFor(ann, ann.sendsPhoto(photo, "one two three"));

    ShownMessage changed = answer(ann, ann.sends("/settings zone Pacific/Auckland"));
    String today = budget(ann);
    time.set(Instant.parse("2026-06-16T12:00:00Z"));
    String tomorrow = budget(ann);

    // Today ends at noon in Auckland, where a day begins at midnight only: it lasts until then.
    assertThat(plain(changed.text())).contains("from Jun 17, 2026, 12:00 AM (Pacific/Auckland) on");
    assertThat(today).contains("$0.33 of $2.00");
    assertThat(tomorrow)
        .contains("$0.00 of $2.00")
        .contains("anew on Jun 18, 2026, 12:00 AM (Pacific/Auckland)");
  }

  @Test
  void beginsNothingWhenTheLedgerCannotBeWritten() throws Exception {
    openAgain(new Money(50_000_000), new NoLedger());

    ShownMessage sorry = answer(ann, ann.sendsPhoto(photo, "one two three"));

    assertThat(sorry.text())
        .isEqualTo(
            "I can’t take orders just now, so nothing was begun and nothing was charged. Please try"
                + " again in a few minutes.");
    assertThat(bot.voice.spoken() + bot.renderer.rendered()).isZero();
    assertThat(answer(ann, ann.sends("/jobs")).text()).startsWith("You have no videos yet.");
  }

  /// A database that takes no orders.
  private static final class NoLedger implements PortDecorator {
    @Override
    public <T> T port(Class<T> type, T real) {
      if (type != DeskStore.class) {
        return real;
      }
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (_, method, arguments) -> {
                if (method.getName().equals("place")) {
                  throw new IllegalStateException("the ledger is down");
                }
                return method.invoke(real, arguments);
              }));
    }
  }
}
