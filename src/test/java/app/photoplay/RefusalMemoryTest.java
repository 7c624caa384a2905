package app.photoplay;

import static app.photoplay.database.generated.Tables.REFUSAL;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.budget.Money;
import app.photoplay.chat.telegram.TelegramChat;
import app.photoplay.chat.telegram.TelegramSettings;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.provider.remote.Step;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.ScriptedStudio;
import app.photoplay.testkit.TelegramPerson;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A provider's rules forbid what a person wishes.
class RefusalMemoryTest {
  private static final String FORBIDDEN = "provider’s safety rules";

  @TempDir Path folder;

  @Test
  void theSameIsNotPaidForAgain() throws Exception {
    try (PaidBot bot = new PaidBot(folder)) {
      bot.house.refuses();

      bot.asksFor("a forbidden thing");
      told(bot.ann, 1);
      bot.restarts();
      bot.asksFor("a forbidden thing");
      told(bot.ann, 2);

      assertThat(bot.house.calls(Step.ORDER)).hasSize(1);
      List<String> kept = bot.database().read(sql -> sql.fetchValues(REFUSAL.INPUT));
      assertThat(kept).singleElement().asString().matches("[0-9a-f]{64}");
    }
  }

  @Test
  void somethingElseIsAskedFor() throws Exception {
    try (PaidBot bot = new PaidBot(folder)) {
      bot.house.refuses();
      bot.asksFor("a forbidden thing");
      told(bot.ann, 1);
      bot.house.finishes();

      bot.asksFor("an allowed thing");

      bot.ann.awaits("the video", it -> it.video().isPresent());
      assertThat(bot.house.calls(Step.ORDER)).hasSize(2);
    }
  }

  @Test
  void whatWasChargedForTheRefusalIsChargedOnce() throws Exception {
    ScriptedStudio studio =
        new ScriptedStudio(
            "runway",
            Idempotency.NONE,
            ScriptedStudio.Manner.REFUSES_FOR_MONEY,
            folder.resolve("studio"));
    Map<String, Money> prices = new HashMap<>(TestBot.FREE);
    prices.put("runway.video", new Money(100_000));
    try (FakeTelegram telegram = FakeTelegram.start()) {
      TelegramPerson ann = telegram.person(7);
      TestBot bot =
          new TestBot(
                  folder.resolve("data"),
                  List.of(new TelegramChat(new TelegramSettings(telegram.token(), telegram.uri()))),
                  prices,
                  paying(studio),
                  InstantSource.system())
              .start();

      PaidBot.asksFor(ann, "a forbidden thing");
      told(ann, 1);
      PaidBot.asksFor(ann, "a forbidden thing");
      told(ann, 2);

      assertThat(studio.asked()).isOne();
      bot.stop();
    }
  }

  private static void told(TelegramPerson ann, int times) throws Exception {
    PaidBot.await(
        "the refusal",
        () -> ann.sees().stream().filter(it -> it.text().contains(FORBIDDEN)).count() == times);
  }

  private static PortDecorator paying(ScriptedStudio studio) {
    return new PortDecorator() {
      @Override
      public <T> T port(Class<T> type, T real) {
        return type.equals(TestBot.Studios.class)
            ? type.cast(new TestBot.Studios(List.of(studio)))
            : real;
      }
    };
  }
}
