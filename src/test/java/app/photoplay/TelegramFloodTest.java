package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.chat.telegram.Bots;
import app.photoplay.chat.telegram.TelegramChat;
import app.photoplay.chat.telegram.TelegramSettings;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.ShownMessage;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many people who write in the same second, through the real client against Telegram's rates.
class TelegramFloodTest {
  @TempDir private Path folder;

  @Test
  void answersEverybodyThoughAllWriteAtOnce() throws Exception {
    try (FakeTelegram telegram = FakeTelegram.start().faster(3)) {
      flood(telegram, Bots.fasterAt(telegram, 3), 300, Duration.ofSeconds(30));
    }
  }

  @Test
  @Tag("proof")
  void answersTwoThousandAtTelegramsOwnPace() throws Exception {
    try (FakeTelegram telegram = FakeTelegram.start()) {
      TelegramChat chat = new TelegramChat(new TelegramSettings(telegram.token(), telegram.uri()));
      flood(telegram, chat, 2000, Duration.ofMinutes(4));
    }
  }

  private void flood(FakeTelegram telegram, TelegramChat bots, int people, Duration most)
      throws Exception {
    TestBot bot =
        new TestBot(folder.resolve("data"), List.of(bots), TestBot.FREE, PortDecorator.NOTHING)
            .start();
    telegram.awaitPoller();
    telegram.person(1).sends("/status");
    telegram.awaitMessage(message -> message.fromBot() && message.chat() == 1, most);
    long before = liveBytes();

    for (int person = 1; person <= people; person++) {
      telegram.person(1000 + person).sends("/status");
    }
    telegram.awaitCalls("sendMessage", people / 2, most);
    long during = liveBytes();
    int waiting = bot.bot.waiting();
    for (int person = 1; person <= people; person++) {
      long chat = 1000L + person;
      telegram.awaitMessage(message -> message.fromBot() && message.chat() == chat, most);
    }
    bot.stop();

    List<Long> answered =
        telegram.history().stream()
            .filter(ShownMessage::fromBot)
            .map(ShownMessage::chat)
            .filter(each -> each > 1000)
            .toList();
    Set<Long> once = new HashSet<>(answered);
    assertThat(once).hasSize(people);
    assertThat(answered).hasSize(people);
    // What a busy machine delays comes in closer together than it was sent.
    assertThat(telegram.refusals()).as("calls over the rate").hasSizeLessThan(people / 10);
    assertThat(displacement(answered)).as("places out of order").isLessThan(100);
    assertThat(during - before).as("bytes more while they wait").isLessThan(people * 20_000L);
    System.out.printf(
        "%d people: %d waited halfway, %d bytes each, at most %d places out of order%n",
        people, waiting, (during - before) / people, displacement(answered));
  }

  /// How far anybody was from the place in which they came.
  private static long displacement(List<Long> answered) {
    long most = 0;
    for (int place = 0; place < answered.size(); place++) {
      most = Math.max(most, Math.abs(answered.get(place) - 1001 - place));
    }
    return most;
  }

  private static long liveBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
