package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.chat.telegram.Bots;
import app.photoplay.retry.Backoff;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.SettableTime;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import app.photoplay.testkit.TelegramReply;
import app.photoplay.testkit.TelegramUpdate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Telegram is away for a while, wholly or in part: nothing that people asked for is lost, and
/// nothing comes twice.
class TelegramOutageTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

  @TempDir private Path folder;
  private final SettableTime time = SettableTime.noon();
  private final FakeTelegram telegram = FakeTelegram.start().withoutRates();
  private final TelegramPerson ann = telegram.person(7);
  private Path photo;
  private TestBot bot;

  @BeforeEach
  void open() throws Exception {
    photo = Files.write(folder.resolve("me.jpg"), PhotoFiles.portrait());
    bot = bot();
  }

  @AfterEach
  void close() throws Exception {
    bot.stop();
    telegram.close();
    try (Aftermath disk = Aftermath.of(folder.resolve("data"))) {
      assertThat(disk.complaints()).isEmpty();
    }
  }

  static Stream<TelegramReply> outages() {
    return Stream.of(
        TelegramReply.badGateway(),
        TelegramReply.cutsTheConnection(),
        TelegramReply.error(500, "Internal Server Error"),
        TelegramReply.tooManyRequests(1));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void makesTheVideoThoughThePhotoCannotBeFetchedForAWhile(TelegramReply outage) throws Exception {
    telegram.next("getFile", outage, outage, outage, outage, outage);
    telegram.next("file", TelegramReply.cutsTheConnection(), TelegramReply.badGateway());

    TelegramUpdate sent = ann.sendsPhoto(photo, "Still here");

    assertThat(videoFor(sent).id()).isEqualTo(fromBot().getLast().id());
    assertThat(fromBot()).hasSize(1);
  }

  @Test
  void makesTheVideoThoughAllOfTelegramIsAwayForAWhile() throws Exception {
    telegram.next("getFile", TelegramReply.badGateway());
    TelegramUpdate sent = ann.sendsPhoto(photo, "Still here");
    telegram.awaitCalls("getFile", 1);

    telegram.breaksDown(TelegramReply.badGateway());
    telegram.awaitCalls("getFile", 6);
    telegram.recovers();

    videoFor(sent);
    assertThat(fromBot()).hasSize(1);
    assertThat(bot.renderer.rendered()).isEqualTo(1);
  }

  @Test
  void makesTheVideoThoughItIsKilledWhileTelegramIsAway() throws Exception {
    telegram.next("getFile", TelegramReply.badGateway());
    TelegramUpdate sent = ann.sendsPhoto(photo, "Still here");
    telegram.awaitCalls("getFile", 1);
    telegram.breaksDown(TelegramReply.badGateway());
    telegram.awaitCalls("getFile", 3);

    bot.bury();
    bot = bot();
    telegram.awaitCalls("getFile", 6);
    telegram.recovers();

    videoFor(sent);
    assertThat(fromBot()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("outages")
  void givesItsAnswerThoughItCannotBeSentForAWhile(TelegramReply outage) throws Exception {
    boolean silent = outage instanceof TelegramReply.Cut;
    telegram.next("sendMessage", silent ? new TelegramReply[] {outage} : five(outage));

    TelegramUpdate asked = ann.sends("/status");

    answerTo(asked);
    assertThat(fromBot()).hasSize(1);
  }

  private static TelegramReply[] five(TelegramReply outage) {
    return new TelegramReply[] {outage, outage, outage, outage, outage};
  }

  @Test
  void givesItsAnswerThoughItIsKilledBeforeItCouldBeSent() throws Exception {
    telegram.next("sendMessage", five(TelegramReply.badGateway()));
    TelegramUpdate asked = ann.sends("/status");
    telegram.awaitCalls("sendMessage", 2);

    bot.bury();
    bot = bot();

    answerTo(asked);
    assertThat(fromBot()).hasSize(1);
  }

  @Test
  void givesAnswersInTheOrderInWhichTheyWereAskedFor() throws Exception {
    telegram.next("sendMessage", five(TelegramReply.badGateway()));
    TelegramUpdate first = ann.sends("/status");
    TelegramUpdate second = ann.sends("/budget");
    TelegramUpdate third = ann.sends("/jobs");

    answerTo(third);

    assertThat(fromBot().stream().map(message -> message.replyTo().orElse(0)))
        .containsExactly(first.message(), second.message(), third.message());
  }

  @Test
  void saysAtLastThatAPhotoCouldNotBeFetched() throws Exception {
    TelegramReply[] never = new TelegramReply[1000];
    Arrays.fill(never, TelegramReply.badGateway());
    telegram.next("getFile", never);
    TelegramUpdate sent = ann.sendsPhoto(photo, "Never");
    telegram.awaitCalls("getFile", 3);
    assertThat(fromBot()).isEmpty();

    time.advance(Duration.ofHours(7));

    assertThat(answerTo(sent).text()).startsWith("I could not fetch your photo");
    assertThat(answerTo(ann.sends("/status")).text()).isNotBlank();
    assertThat(fromBot()).hasSize(2);
  }

  @Test
  void saysAtOnceThatAPhotoIsGone() throws Exception {
    telegram.next("getFile", TelegramReply.error(400, "Bad Request: invalid file_id"));

    answerTo(ann.sendsPhoto(photo, "Gone"));

    assertThat(telegram.calls("getFile")).hasSize(1);
  }

  @Test
  @Tag("proof")
  void makesTheVideoThoughTelegramIsAwayForThreeQuartersOfAMinute() throws Exception {
    telegram.next("getFile", TelegramReply.badGateway());
    TelegramUpdate sent = ann.sendsPhoto(photo, "Still here");
    telegram.awaitCalls("getFile", 1);
    telegram.breaksDown(TelegramReply.badGateway());
    telegram.awaitCalls("getFile", 45_000 / (int) LONGEST_PAUSE.toMillis(), Duration.ofMinutes(2));
    telegram.recovers();

    videoFor(sent);
    assertThat(fromBot()).hasSize(1);
  }

  private TestBot bot() {
    PortDecorator quick =
        new PortDecorator() {
          @Override
          public <T> T port(Class<T> type, T real) {
            return type.equals(Backoff.class)
                ? type.cast(new Backoff(Duration.ofMillis(20), LONGEST_PAUSE))
                : real;
          }
        };
    return new TestBot(
            folder.resolve("data"), List.of(Bots.recklessAt(telegram)), TestBot.PRICED, quick, time)
        .start();
  }

  private List<ShownMessage> fromBot() {
    return ann.sees().stream().filter(ShownMessage::fromBot).toList();
  }

  private ShownMessage answerTo(TelegramUpdate update) throws InterruptedException {
    return ann.awaits("answer", message -> repliesTo(message, update), LONG);
  }

  private ShownMessage videoFor(TelegramUpdate update) throws InterruptedException {
    return ann.awaits(
        "video", message -> message.video().isPresent() && repliesTo(message, update), LONG);
  }

  private static boolean repliesTo(ShownMessage message, TelegramUpdate update) {
    return message.fromBot()
        && message.replyTo().isPresent()
        && message.replyTo().getAsInt() == update.message();
  }
}
