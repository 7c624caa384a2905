package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.budget.Money;
import app.photoplay.chat.telegram.TelegramChat;
import app.photoplay.chat.telegram.TelegramSettings;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.ScriptedStudio;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import app.photoplay.testkit.TelegramUpdate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody else would be paid for what a person wishes.
class PriceFirstTest {
  @TempDir Path folder;

  private FakeTelegram telegram;
  private TelegramPerson ann;
  private ScriptedStudio studio;
  private TestBot bot;
  private byte[] photo;

  @BeforeEach
  void open() throws Exception {
    telegram = FakeTelegram.start();
    ann = telegram.person(7);
    photo = PhotoFiles.portrait();
    studio =
        new ScriptedStudio(
            "d-id", Idempotency.KEY, ScriptedStudio.Manner.WORKS, folder.resolve("studio"));
    Map<String, Money> prices = new HashMap<>(TestBot.FREE);
    prices.put("d-id.video", new Money(100_000));
    bot =
        new TestBot(
                folder.resolve("data"),
                List.of(new TelegramChat(new TelegramSettings(telegram.token(), telegram.uri()))),
                prices,
                paying(),
                InstantSource.system())
            .start();
  }

  private PortDecorator paying() {
    return new PortDecorator() {
      @Override
      public <T> T port(Class<T> type, T real) {
        return type.equals(TestBot.Studios.class)
            ? type.cast(new TestBot.Studios(List.of(studio)))
            : real;
      }
    };
  }

  @AfterEach
  void close() throws Exception {
    bot.stop();
    telegram.close();
  }

  @Test
  void asksWhoShallMakeItAndBeginsNothingBeforeThat() throws Exception {
    TelegramUpdate sent = ann.sendsPhoto(Files.write(folder.resolve("me.jpg"), photo), "one two");

    ShownMessage question = answer(sent);

    assertThat(question.text())
        .isEqualTo(
            "Who shall make it? The price is the most it takes; nothing begins before you choose.");
    assertThat(question.labels())
        .containsExactly("D-ID · at most $0.35", "On my own machine: free, simpler");
    assertThat(studio.asked()).isZero();
  }

  @Test
  void saysWhyWhoWasNamedIsNotAmongThem() throws Exception {
    TelegramUpdate sent =
        ann.sendsPhoto(
            Files.write(folder.resolve("me.jpg"), photo), "/talk provider=runway one two");

    ShownMessage question = answer(sent);

    assertThat(question.text()).startsWith("Runway is not set up here.\n\nWho shall make it?");
    assertThat(question.labels())
        .containsExactly("D-ID · at most $0.35", "On my own machine: free, simpler");
  }

  @Test
  void paysWhoWasChosen() throws Exception {
    TelegramUpdate sent = ann.sendsPhoto(Files.write(folder.resolve("me.jpg"), photo), "one two");
    ShownMessage question = answer(sent);

    ann.presses(question, question.labels().getFirst());

    video();
    assertThat(studio.charged()).hasSize(1);
  }

  @Test
  void paysNobodyWhereThisMachineWasChosen() throws Exception {
    TelegramUpdate sent = ann.sendsPhoto(Files.write(folder.resolve("me.jpg"), photo), "one two");
    ShownMessage question = answer(sent);

    ann.presses(question, question.labels().getLast());

    video();
    assertThat(studio.asked()).isZero();
  }

  private void video() throws Exception {
    ann.awaits("video", message -> message.video().isPresent());
  }

  private ShownMessage answer(TelegramUpdate to) throws Exception {
    return ann.awaits(
        "answer",
        message ->
            message.replyTo().isPresent()
                && message.replyTo().getAsInt() == to.message()
                && !message.labels().isEmpty());
  }
}
