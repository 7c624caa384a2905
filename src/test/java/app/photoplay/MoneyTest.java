package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.chat.telegram.TelegramChat;
import app.photoplay.chat.telegram.TelegramSettings;
import app.photoplay.intake.DeskStore;
import app.photoplay.job.Failure;
import app.photoplay.provider.Result;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.ScriptedRenderer;
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

/// What people pay, as they see it in the chat. A word takes a second; a second costs 1 cent of
/// speech and 5, 10 or 20 of video.
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

  private static String code(ShownMessage result) {
    return result.text().substring(result.text().length() - 6);
  }

  @Test
  void holdsThePriceBeforeTheWorkAndChargesItAfter() throws Exception {
    ScriptedRenderer.Gate gate = bot.renderer.hold();

    var sent = ann.sendsPhoto(photo, "one two three four");
    ShownMessage card = ann.awaits("card", message -> message.text().contains("25%"));
    String held = budget(ann);
    gate.open();
    ShownMessage result = videoFor(ann, sent);

    assertThat(card.text()).contains("Up to $0.66 set aside.");
    assertThat(held).startsWith("Today you have spent or set aside $0.66 of $2.00; $1.34 is left.");
    assertThat(result.text()).contains("$0.44");
    assertThat(answer(ann, ann.sends("/receipt " + code(result))).text().lines().skip(1))
        .containsExactly("Set aside: $0.66", "Given back: $0.66", "Charged: $0.44");
  }

  @Test
  void chargesNothingForAFailure() throws Exception {
    bot.renderer.next(new Result.Refused<>(Failure.Code.POLICY));

    ann.sendsPhoto(photo, "one two three");
    ShownMessage told = ann.awaits("failure", m -> m.text().contains("Nothing was charged."));

    assertThat(budget(ann)).contains("$0.00 of $2.00; $2.00 is left");
    assertThat(answer(ann, ann.sends("/receipt " + code(told))).text().lines().skip(1))
        .containsExactly("Set aside: $0.5225", "Given back: $0.5225", "Charged: $0.00");
  }

  @Test
  void chargesACancelledJobForTheSpeechAlone() throws Exception {
    ScriptedRenderer.Gate gate = bot.renderer.hold();
    ann.sendsPhoto(photo, "one two three");
    gate.awaitReached();
    ShownMessage card = ann.awaits("card", message -> message.labels().contains("Cancel"));

    ann.presses(card, "Cancel");
    ShownMessage end = ann.awaits("end", message -> message.text().startsWith("Cancelled"));

    assertThat(end.text()).startsWith("Cancelled. $0.03 was spent before that and is charged.");
    assertThat(budget(ann)).contains("$0.03 of $2.00; $1.97 is left");
  }

  @Test
  void takesNothingForARepeatFromTheCache() throws Exception {
    videoFor(ann, ann.sendsPhoto(photo, "one two three"));

    ShownMessage again = videoFor(ann, ann.sendsPhoto(photo, "one two three"));

    assertThat(again.text()).contains("$0, from cache");
    assertThat(answer(ann, ann.sends("/receipt " + code(again))).text())
        .endsWith("Taken from what was made before: $0.");
    assertThat(budget(ann)).contains("$0.33 of $2.00");
  }

  @Test
  void offersWhatFitsWhenTheCapIsReachedAndMakesItOnAPress() throws Exception {
    var tooDear = ann.sendsPhoto(photo, "word ".repeat(20).strip());
    ShownMessage refusal = answer(ann, tooDear);

    ann.presses(refusal, "economy for $1.56");
    ShownMessage made = ann.awaits("video", message -> message.video().isPresent());

    assertThat(plain(refusal.text()))
        .isEqualTo(
            "That would cost up to $2.86, but you have $2.00 left today. Your allowance starts"
                + " anew on Jun 16, 2026, 12:00 AM (UTC). This would fit now:");
    assertThat(refusal.labels()).containsExactly("economy for $1.56");
    assertThat(made.text()).contains("$1.20");
    assertThat(budget(ann)).contains("$1.20 of $2.00; $0.80 is left");
  }

  @Test
  void offersNothingWhenNothingFits() throws Exception {

    ShownMessage refusal = answer(ann, ann.sendsPhoto(photo, "word ".repeat(40).strip()));

    assertThat(refusal.text()).startsWith("That would cost up to $5.61").doesNotContain("fit");
    assertThat(refusal.labels()).isEmpty();
    assertThat(bot.voice.spoken() + bot.renderer.rendered()).isZero();
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
