package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.chat.telegram.Bots;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import app.photoplay.testkit.TelegramUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A person in Telegram and the real bot with its real Telegram client, against a server that keeps
/// Telegram's limits, and its rates as if a second were shorter. Only the voice and the renderer
/// are scripted.
abstract class TelegramConversation {
  static final Pattern CODE = Pattern.compile("\\b[2-9A-HJ-NP-Z]{6}\\b");
  static final long GROUP = -1_001_234;
  private static final int FASTER = 20;

  @TempDir Path folder;
  FakeTelegram telegram;
  TestBot bot;
  TelegramPerson ann;
  Path photo;

  @BeforeEach
  void open() throws Exception {
    telegram = FakeTelegram.start().faster(FASTER);
    bot = start();
    ann = telegram.person(7);
    photo = file("me.jpg", PhotoFiles.portrait());
  }

  /// A bot on the same folder.
  TestBot start() {
    return new TestBot(
            folder.resolve("data"),
            List.of(Bots.fasterAt(telegram, FASTER)),
            TestBot.FREE,
            around())
        .start();
  }

  /// What is put around the bot's ports.
  PortDecorator around() {
    return PortDecorator.NOTHING;
  }

  @AfterEach
  void close() throws Exception {
    bot.stop();
    telegram.close();
  }

  Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  static ShownMessage video(TelegramPerson person) throws InterruptedException {
    return person.awaits("video", message -> message.video().isPresent());
  }

  /// The bot's answer to that message.
  static ShownMessage answer(TelegramPerson person, TelegramUpdate to) throws InterruptedException {
    return person.awaits(
        "answer to " + to.message(),
        message -> message.replyTo().isPresent() && message.replyTo().getAsInt() == to.message());
  }

  static ShownMessage videoFor(TelegramPerson person, TelegramUpdate to)
      throws InterruptedException {
    return person.awaits(
        "video for " + to.message(),
        message ->
            message.video().isPresent()
                && message.replyTo().isPresent()
                && message.replyTo().getAsInt() == to.message());
  }

  static String code(ShownMessage message) {
    Matcher code = CODE.matcher(message.text());
    assertThat(code.find()).as("a code in: " + message.text()).isTrue();
    return code.group();
  }

  List<ShownMessage> fromBot(TelegramPerson person) {
    return person.sees().stream().filter(ShownMessage::fromBot).toList();
  }
}
