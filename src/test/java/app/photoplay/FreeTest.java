package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.chat.telegram.TelegramChat;
import app.photoplay.chat.telegram.TelegramSettings;
import app.photoplay.job.Failure;
import app.photoplay.provider.Result;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.SettableTime;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where nothing costs anything, nobody is told of money.
class FreeTest {
  private static final String CODE = "[2-9A-HJ-NP-Z]{6}";

  @TempDir Path folder;
  private FakeTelegram telegram;
  private TestBot bot;
  private TelegramPerson ann;
  private Path photo;

  @BeforeEach
  void prepare() throws Exception {
    telegram = FakeTelegram.start();
    ann = telegram.person(7);
    photo = Files.write(folder.resolve("me.jpg"), PhotoFiles.portrait());
    bot =
        new TestBot(
                folder.resolve("data"),
                List.of(new TelegramChat(new TelegramSettings(telegram.token(), telegram.uri()))),
                TestBot.FREE,
                PortDecorator.NOTHING,
                SettableTime.noon())
            .start();
  }

  @AfterEach
  void close() throws Exception {
    bot.stop();
    telegram.close();
  }

  @Test
  void aResultHasItsCodeButNoPriceAndNoReceipt() throws Exception {
    ann.sendsPhoto(photo, "Hello there");
    ShownMessage made = ann.awaits("video", it -> it.video().isPresent());

    assertThat(made.text()).doesNotContain("$").containsPattern("s · " + CODE + "$");
    assertThat(made.labels()).doesNotContain("Receipt");
  }

  @Test
  void whatWasMadeBeforeHasNoPriceEither() throws Exception {
    ann.sendsPhoto(photo, "Hello there");
    ann.awaits("video", it -> it.video().isPresent());
    ann.sendsPhoto(photo, "Hello there");
    ann.awaits(
        "videos", _ -> ann.sees().stream().filter(it -> it.video().isPresent()).count() == 2);

    assertThat(ann.sees()).noneMatch(it -> it.text().contains("$"));
  }

  @Test
  void aFailureIsToldWithoutMoney() throws Exception {
    bot.renderer.next(new Result.Refused<>(Failure.Code.POLICY));
    ann.sendsPhoto(photo, "Hello there");

    ShownMessage told = ann.awaits("failure", it -> it.labels().contains("Try again"));

    assertThat(told.text()).doesNotContain("charged").containsPattern(" · " + CODE + "$");
  }

  @Test
  void commandsNameNoSums() throws Exception {
    ann.sendsPhoto(photo, "Hello there");
    ShownMessage made = ann.awaits("video", it -> it.video().isPresent());
    String code = made.text().substring(made.text().length() - 6);
    ann.sends("/jobs");
    ann.awaits("list", it -> it.fromBot() && it.text().contains(code + " · done"));
    ann.sends("/budget");
    ann.awaits("budget", it -> it.text().startsWith("Nothing costs anything here"));
    ann.sends("/receipt " + code);
    ann.awaits("receipt", it -> it.fromBot() && it.text().endsWith("No charge."));

    assertThat(ann.sees()).noneMatch(it -> it.text().contains("$"));
  }
}
