package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.telegram.Bots;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.TelegramPerson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a stop does to work that does not end in time.
final class ParkingTest {
  @TempDir private Path folder;

  @Test
  void parksARenderThatDoesNotEndAndFinishesItAfterTheNextStart() throws Exception {
    Path photo = Files.write(folder.resolve("photo.jpg"), PhotoFiles.portrait());
    try (FakeTelegram telegram = FakeTelegram.start().withoutRates()) {
      TelegramPerson person = telegram.person(4711);
      TestBot first = bot(telegram);
      var gate = first.renderer.hold();
      first.start();
      person.sendsPhoto(photo, "Hello my friend");
      gate.awaitReached();

      first.stop();
      try (Aftermath parked = Aftermath.of(folder.resolve("data"))) {
        assertThat(parked.complaints()).contains("jobs that did not end: 1 instead of 0");
        assertThat(parked.complaints()).noneMatch(complaint -> complaint.contains("owner"));
      }
      TestBot second = bot(telegram).start();
      person.awaits("video", message -> message.video().isPresent());

      second.stop();
      try (Aftermath disk = Aftermath.of(folder.resolve("data"))) {
        assertThat(disk.complaints()).isEmpty();
      }
    }
  }

  private TestBot bot(FakeTelegram telegram) {
    List<ChatPlatform> platforms = List.of(Bots.recklessAt(telegram));
    return new TestBot(folder.resolve("data"), platforms, TestBot.PRICED, PortDecorator.NOTHING);
  }
}
