package app.photoplay;

import app.photoplay.bench.Folders;
import app.photoplay.bench.Row;
import app.photoplay.bench.Samples;
import app.photoplay.chat.telegram.TelegramChat;
import app.photoplay.chat.telegram.TelegramSettings;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.TelegramCall;
import app.photoplay.testkit.TelegramPerson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// The same photo and words a second time: from the update to the call that shows the video,
/// through the real client and database. People come one after another, so that no one waits for
/// the rates.
final class CachedRepeat {
  private static final int PEOPLE = 200;
  private static final String SHOWS_VIDEO = "editmessagemedia";

  private CachedRepeat() {}

  static void main() throws IOException, InterruptedException {
    Path folder = Folders.fresh("cached");
    Path photo = Files.write(folder.resolve("photo.jpg"), PhotoFiles.portrait());
    FakeTelegram telegram = FakeTelegram.start().withoutRates();
    TestBot bot =
        new TestBot(
            folder.resolve("data"),
            List.of(new TelegramChat(new TelegramSettings(telegram.token(), telegram.uri()))),
            TestBot.FREE,
            Around.NOTHING);
    bot.start();
    telegram.awaitPoller();
    List<TelegramPerson> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      TelegramPerson person = telegram.person(1_000_000 + i);
      people.add(person);
      var _ = person.sendsPhoto(photo, "Say these few words.");
      TimeUnit.MILLISECONDS.sleep(200);
    }
    telegram.awaitCalls(SHOWS_VIDEO, PEOPLE);
    TimeUnit.SECONDS.sleep(5);

    Map<Long, Long> sent = new HashMap<>();
    for (TelegramPerson person : people) {
      sent.put(person.chat(), System.nanoTime());
      var _ = person.sendsPhoto(photo, "Say these few words.");
      TimeUnit.MILLISECONDS.sleep(150);
    }
    telegram.awaitCalls(SHOWS_VIDEO, 2 * PEOPLE);
    if (bot.renderer.rendered() != PEOPLE) {
      throw new IllegalStateException("a repeat was rendered");
    }
    Samples millis = new Samples();
    for (TelegramCall call : telegram.calls(SHOWS_VIDEO)) {
      long at = Objects.requireNonNull(sent.get(call.params().path("chat_id").asLong()));
      if (call.nanos() > at) {
        millis.add((call.nanos() - at) / 1e6);
      }
    }
    Row.of(
            "cached repeat, update to the video, Telegram",
            "p99 <= 100 ms",
            millis.milliseconds(),
            millis.percentile(0.99) <= 100 && millis.size() == PEOPLE)
        .print();
    Runtime.getRuntime().halt(0);
  }
}
