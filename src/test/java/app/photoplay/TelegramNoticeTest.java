package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.chat.telegram.Bots;
import app.photoplay.job.Failure;
import app.photoplay.provider.Result;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.ScriptedRenderer;
import app.photoplay.testkit.SettableTime;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The short message that rings after long work, because edits do not.
class TelegramNoticeTest {
  @TempDir private Path folder;
  private final SettableTime time = SettableTime.noon();
  private final FakeTelegram telegram = FakeTelegram.start().withoutRates();
  private final TelegramPerson ann = telegram.person(7);
  private Path photo;
  private TestBot bot;

  @BeforeEach
  void open() throws Exception {
    photo = Files.write(folder.resolve("me.jpg"), PhotoFiles.portrait());
    bot =
        new TestBot(
                folder.resolve("data"),
                List.of(Bots.recklessAt(telegram)),
                TestBot.FREE,
                PortDecorator.NOTHING,
                time)
            .start();
  }

  @AfterEach
  void close() throws Exception {
    bot.stop();
    telegram.close();
  }

  @Test
  void saysThatAVideoIsReady() throws Exception {
    ScriptedRenderer.Gate gate = working();

    gate.open();

    ShownMessage notice = ann.awaits("notice", message -> message.text().contains("ready"));
    assertThat(notice.text()).isEqualTo("Your video is ready.");
    assertThat(fromBot()).hasSize(2);
  }

  @Test
  void saysThatAVideoDidNotComeAbout() throws Exception {
    bot.renderer.next(new Result.Refused<>(Failure.Code.NO_FACE));
    ScriptedRenderer.Gate gate = working();

    gate.open();

    ann.awaits("notice", message -> message.text().contains("did not come about"));
    assertThat(fromBot()).hasSize(2);
  }

  @Test
  void saysNothingMoreToWhoCancelled() throws Exception {
    working();

    ann.presses(fromBot().getFirst(), "Cancel");
    ShownMessage end = ann.awaits("end", message -> message.text().startsWith("Cancelled"));
    ann.sends("/status");
    ann.awaits("answer", message -> message.fromBot() && message.id() != end.id());

    assertThat(fromBot()).hasSize(2);
    assertThat(fromBot()).noneMatch(message -> message.text().contains("ready"));
  }

  private ScriptedRenderer.Gate working() throws InterruptedException {
    ScriptedRenderer.Gate gate = bot.renderer.hold();
    ann.sendsPhoto(photo, "Hello");
    gate.awaitReached();
    ann.awaits("card", message -> message.labels().contains("Cancel"));
    time.advance(Duration.ofSeconds(30));
    return gate;
  }

  private List<ShownMessage> fromBot() {
    return ann.sees().stream().filter(ShownMessage::fromBot).toList();
  }
}
