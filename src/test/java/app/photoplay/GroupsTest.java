package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.chat.telegram.Bots;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is different where others are.
class GroupsTest {
  private static final long GROUP = -1_001_234;
  private static final long CHANNEL = -1_005_678;

  @TempDir private Path folder;
  private final FakeTelegram telegram = FakeTelegram.start().withoutRates();
  private final TelegramPerson ann = telegram.person(7).in(GROUP);
  private TestBot bot;

  @BeforeEach
  void open() {
    bot =
        new TestBot(
                folder.resolve("data"),
                List.of(Bots.recklessAt(telegram)),
                TestBot.FREE,
                PortDecorator.NOTHING)
            .start();
  }

  @AfterEach
  void close() throws Exception {
    bot.stop();
    telegram.close();
  }

  @Test
  void whoAddsTheBotToAGroupIsToldOnceHowItIsUsedThere() throws Exception {
    ann.addsTheBot();
    ShownMessage told =
        ann.awaits("welcome", it -> it.text().contains("/talk@" + FakeTelegram.BOT));
    ann.addsTheBot();
    ann.sends("/start@someone_else_bot");
    ann.sends("/status@" + FakeTelegram.BOT);
    ann.awaits("status", it -> it.id() != told.id());

    assertThat(told.text().lines()).hasSize(2);
    assertThat(told.replyTo()).isEmpty();
    assertThat(ann.sees().stream().filter(ShownMessage::fromBot)).hasSize(2);
  }

  @Test
  void adviceInAGroupNamesWhatWorksThere() throws Exception {
    String talk = "/talk@" + FakeTelegram.BOT;

    ann.sends(talk + " Hello");
    ShownMessage missing = ann.awaits("advice", ShownMessage::fromBot);
    ann.sends("/start@" + FakeTelegram.BOT);
    ShownMessage help = ann.awaits("help", it -> it.text().contains("/clip"));

    assertThat(missing.text())
        .isEqualTo(
            "Which photo shall speak? Reply to a photo of a face with "
                + talk
                + " and the words it should say.");
    assertThat(help.text()).startsWith("Reply to a photo of a face with " + talk);
  }

  @Test
  void whatWasMadeInTheNameOfTheGroupIsPressedByItsAdministrators() throws Exception {
    TelegramPerson anonymous = ann.inTheNameOf(GROUP);
    ann.administers(GROUP);
    anonymous.sendsPhoto(photo(), "/talk@" + FakeTelegram.BOT + " In the name of all");
    ShownMessage video = ann.awaits("video", it -> it.video().isPresent());

    telegram.person(8).in(GROUP).presses(video, "Again");
    String refused = telegram.awaitNotice(it -> !it.isEmpty());
    ann.presses(video, "Again");
    ShownMessage second =
        ann.awaits("video", it -> it.video().isPresent() && it.id() != video.id());

    assertThat(refused)
        .isEqualTo("That was made in the name of the chat: its administrators can press it.");
    assertThat(second.replyTo()).hasValue(video.id());
    assertThat(bot.renderer.rendered()).isEqualTo(2);
  }

  @Test
  void whatWasMadeInTheNameOfAChannelIsPressedByItsAdministrators() throws Exception {
    ann.administers(CHANNEL);
    ann.inTheNameOf(CHANNEL).sendsPhoto(photo(), "/talk@" + FakeTelegram.BOT + " From our channel");
    ShownMessage video = ann.awaits("video", it -> it.video().isPresent());

    ann.presses(video, "Again");

    ann.awaits("video", it -> it.video().isPresent() && it.id() != video.id());
  }

  private Path photo() throws Exception {
    return Files.write(folder.resolve("me.jpg"), CrashWorld.smallPortrait());
  }
}
