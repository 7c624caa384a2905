package app.photoplay.chat.telegram;

import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.outgoing.Rates;
import app.photoplay.testkit.FakeTelegram;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.imageio.ImageIO;

/// Bots with little patience, and files for them.
public final class Bots {

  /// Enough for a busy machine; pauses are short.
  static final Timeouts LITTLE = patience(Duration.ofSeconds(20));

  private Bots() {}

  static TelegramChat at(FakeTelegram telegram) {
    var settings = new TelegramSettings(telegram.token(), telegram.uri());
    return new TelegramChat(settings, LITTLE, TelegramChat.RATES, System::nanoTime);
  }

  /// A bot that keeps these rates by this clock.
  static TelegramChat at(FakeTelegram telegram, Rates rates, LongSupplier nanos) {
    var settings = new TelegramSettings(telegram.token(), telegram.uri());
    return new TelegramChat(settings, LITTLE, rates, nanos);
  }

  /// A bot that gives an answer up after a short while, for servers that never answer.
  static TelegramChat impatientAt(FakeTelegram telegram) {
    var settings = new TelegramSettings(telegram.token(), telegram.uri());
    var patience = patience(Duration.ofMillis(300));
    return new TelegramChat(settings, patience, TelegramChat.RATES, System::nanoTime);
  }

  /// A bot that keeps Telegram's rates as if its second were so many times shorter.
  public static TelegramChat fasterAt(FakeTelegram telegram, int times) {
    var settings = new TelegramSettings(telegram.token(), telegram.uri());
    return new TelegramChat(settings, LITTLE, TelegramChat.RATES.faster(times), System::nanoTime);
  }

  /// A bot that does not keep Telegram's rates.
  public static TelegramChat recklessAt(FakeTelegram telegram) {
    return recklessAt(telegram.uri(), telegram.token());
  }

  /// The same at a server in another process.
  public static TelegramChat recklessAt(URI server, String token) {
    var settings = new TelegramSettings(token, server);
    var clock = new AtomicLong();
    long minute = Duration.ofMinutes(2).toNanos();
    return new TelegramChat(settings, LITTLE, TelegramChat.RATES, () -> clock.addAndGet(minute));
  }

  private static Timeouts patience(Duration answer) {
    return new Timeouts(
        Duration.ofSeconds(5),
        answer,
        Duration.ofSeconds(20),
        Duration.ofSeconds(20),
        Duration.ofMillis(20),
        Duration.ofMillis(200));
  }

  static Conversation chat(long id) {
    return new Conversation("telegram", Long.toString(id), "", id < 0);
  }

  static Path jpeg(Path folder, String name, int width, int height) {
    Path file = folder.resolve(name);
    try {
      ImageIO.write(
          new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /// A file of this size that takes no room.
  static Path hollow(Path folder, String name, long bytes) {
    Path file = folder.resolve(name);
    try (var hollow = new RandomAccessFile(file.toFile(), "rw")) {
      hollow.setLength(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
