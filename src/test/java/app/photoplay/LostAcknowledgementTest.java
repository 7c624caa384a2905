package app.photoplay;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.chat.telegram.Bots;
import app.photoplay.database.LostConnection;
import app.photoplay.intake.DeskStore;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.TelegramPerson;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The database took an order, and its answer got lost; the program lives on.
final class LostAcknowledgementTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final FakeTelegram telegram = FakeTelegram.start();

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  void bringsTheVideoOfAnOrderWithoutARestart() throws Exception {
    Path photo = Files.write(folder.resolve("photo.jpg"), PhotoFiles.portrait());
    TestBot bot =
        new TestBot(
                folder.resolve("data"),
                List.of(Bots.recklessAt(telegram)),
                TestBot.FREE,
                new LosesThePlacement())
            .start();
    TelegramPerson person = telegram.person(4711);

    person.sendsPhoto(photo, "Hello!");

    person.awaits("video", message -> message.video().isPresent(), LONG);
    bot.stop();
  }

  /// Of the first order.
  private static final class LosesThePlacement implements PortDecorator {
    private final AtomicBoolean lost = new AtomicBoolean();

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
                try {
                  Object answer = method.invoke(real, arguments);
                  if (method.getName().equals("place") && lost.compareAndSet(false, true)) {
                    throw LostConnection.during("place", true);
                  }
                  return answer;
                } catch (InvocationTargetException e) {
                  throw e.getCause() == null ? e : e.getCause();
                }
              }));
    }
  }
}
