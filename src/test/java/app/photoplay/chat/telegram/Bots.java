package app.photoplay.chat.telegram;

import app.photoplay.chat.Conversation;
import app.photoplay.testkit.FakeTelegram;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;

/// Bots with little patience, and files for them.
final class Bots {

  static final Patience LITTLE =
      new Patience(
          Duration.ofSeconds(2),
          Duration.ofMillis(800),
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofMillis(20),
          Duration.ofMillis(200));

  private Bots() {}

  static TelegramChat at(FakeTelegram telegram) {
    var settings = new TelegramSettings(telegram.token(), telegram.uri());
    return new TelegramChat(settings, LITTLE, new RateGate(System::nanoTime));
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
