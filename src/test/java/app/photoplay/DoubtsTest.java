package app.photoplay;

import static app.photoplay.testkit.ScriptedProvider.Next.LOSE;
import static app.photoplay.testkit.ScriptedProvider.Next.TAKE_SILENTLY;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.budget.Money;
import app.photoplay.chaos.PaidKind;
import app.photoplay.chat.telegram.Bots;
import app.photoplay.engine.EngineSettings;
import app.photoplay.engine.LaneRules;
import app.photoplay.intake.Operations;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall.Found;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.ScriptedProvider;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import app.photoplay.testkit.TelegramUpdate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Paid work of which nothing tells what became, as its owner and the operator see it in Telegram.
/// Each piece costs 10 cents; its provider can neither honour a key nor be asked.
class DoubtsTest {
  /// Paid work without a video is shown as one that is gone.
  private static final String MADE = "This video is no longer stored.";

  @TempDir private Path folder;
  private final ScriptedProvider provider = new ScriptedProvider();

  /// What the provider says that it has; everything when it is empty.
  private Set<String> known = Set.of();

  private FakeTelegram telegram;
  private @Nullable TestBot bot;
  private PaidOrders orders;
  private TelegramPerson ann;
  private TelegramPerson operator;

  @BeforeEach
  void prepare() {
    telegram = FakeTelegram.start().withoutRates();
    ann = telegram.person(7);
    operator = telegram.person(1);
    orders = new PaidOrders(folder.resolve("data"), paidKind());
  }

  /// Something costs something, so people are told of money.
  private static Map<String, Money> prices() {
    Map<String, Money> prices = new HashMap<>(TestBot.FREE);
    prices.put("local.talk-premium", new Money(100_000));
    return prices;
  }

  private void start() {
    bot =
        new TestBot(
                folder.resolve("data"),
                List.of(Bots.recklessAt(telegram)),
                prices(),
                new PortDecorator() {
                  @Override
                  public <T> T port(Class<T> type, T real) {
                    return type == Kinds.class
                        ? type.cast(new Kinds(List.of(paidKind())))
                        : type == EngineSettings.class
                            ? type.cast(oneAtATime())
                            : type == Operations.class ? type.cast(operations()) : real;
                  }
                })
            .start();
  }

  private Operations operations() {
    return (_, operation) ->
        known.isEmpty() || known.contains(operation)
            ? new Found.There(operation)
            : new Found.Absent();
  }

  private PaidKind paidKind() {
    return new PaidKind(provider, Duration.ofSeconds(8), Duration.ofMillis(20));
  }

  private static EngineSettings oneAtATime() {
    LaneRules blind = new LaneRules(PaidKind.lane(Idempotency.NONE), 1, 1, true, Optional.empty());
    return EngineSettings.of(List.of(LaneRules.local(Lane.LIGHT, 1), blind), Set.of());
  }

  @AfterEach
  void close() throws Exception {
    if (bot != null) {
      bot.stop();
    }
    telegram.close();
  }

  @Test
  void theOwnerReadsWhatIsUnclearAndSendsItAgainOnce() throws Exception {
    ShownMessage question = asked(orders.place(ann, Idempotency.NONE));
    String code = TelegramConversation.code(question);
    telegram.person(8).in(ann.chat()).forges(question, "v1:resend:" + code);
    telegram.awaitNotice(it -> it.equals("That is not yours to press."));
    int before = provider.charged().size();
    provider.quick();

    ann.presses(question, "Send again");
    telegram.awaitNotice(it -> it.equals("Sending it again …"));
    end(question, MADE);
    ann.forges(question, "v1:resend:" + code);
    telegram.awaitNotice(it -> it.equals("That button does not work any more."));

    assertThat(question.text())
        .isEqualTo(
            "The provider’s answer got lost on the way, so I can’t tell whether it is making your"
                + " video. It may have been charged already. Nothing more is sent before you"
                + " decide; up to $0.10 stays set aside.\n\n"
                + "Send it again, or stop here and pay nothing? · "
                + code);
    assertThat(question.labels()).containsExactly("Send again", "Cancel");
    assertThat(before).isEqualTo(1);
    assertThat(provider.charged()).hasSize(2);
    assertThat(spent()).isEqualTo("$0.10");
  }

  @Test
  void theOwnerStopsAndPaysNothing() throws Exception {
    ShownMessage question = asked(orders.place(ann, Idempotency.NONE));
    String code = TelegramConversation.code(question);

    ann.presses(question, "Cancel");
    end(question, "Cancelled, nothing was charged. · " + code);
    ann.forges(question, "v1:resend:" + code);
    telegram.awaitNotice(it -> it.equals("That button does not work any more."));

    assertThat(provider.charged()).hasSize(1);
    assertThat(spent()).isEqualTo("$0.00");
  }

  @Test
  void theOperatorSettlesEachByWhatTheProviderSays() throws Exception {
    provider.next(TAKE_SILENTLY, LOSE, TAKE_SILENTLY);
    TelegramUpdate first = orders.place(ann, Idempotency.NONE);
    TelegramUpdate second = orders.place(ann, Idempotency.NONE);
    TelegramUpdate third = orders.place(ann, Idempotency.NONE);
    start();
    ShownMessage firstQuestion = question(first);
    ShownMessage secondQuestion = question(second);
    ShownMessage thirdQuestion = question(third);
    String there = TelegramConversation.code(firstQuestion);
    String absent = TelegramConversation.code(secondQuestion);
    String lost = TelegramConversation.code(thirdQuestion);
    String listed = says(operator, "/ops doubts");
    provider.quick();

    String settled = says(operator, "/ops settle " + there + " there op-1");
    says(operator, "/ops settle " + absent + " absent");
    says(operator, "/ops settle " + lost.toLowerCase(Locale.ROOT) + " lost");

    assertThat(listed.lines().toList()).hasSize(4);
    assertThat(listed.lines().toList().getFirst())
        .startsWith(there + " · blind · $0.10 · ")
        .endsWith(" · " + provider.charged().getFirst());
    assertThat(settled).isEqualTo(there + " is settled.");
    end(firstQuestion, MADE);
    end(secondQuestion, MADE);
    end(thirdQuestion, "The provider may have made your video");
    assertThat(provider.charged()).hasSize(3);
    assertThat(spent()).isEqualTo("$0.20");
    assertThat(says(operator, "/ops doubts")).isEqualTo("No submission is in doubt.");
    assertThat(says(operator, "/ops settle " + there + " absent"))
        .isEqualTo("Nothing is in doubt about " + there + ".");
    assertThat(provider.charged()).hasSize(3);
  }

  @Test
  void theOperatorCannotSettleByAnOperationThatCannotBeIt() throws Exception {
    provider.next(TAKE_SILENTLY, TAKE_SILENTLY);
    TelegramUpdate first = orders.place(ann, Idempotency.NONE);
    TelegramUpdate second = orders.place(ann, Idempotency.NONE);
    known = Set.of("op-1", "op-2");
    start();
    ShownMessage firstQuestion = question(first);
    ShownMessage secondQuestion = question(second);
    String one = provider.charged().get(0);
    String other = provider.charged().get(1);

    String unknown = says(operator, "/ops settle " + one + " there op-17");
    String ours = says(operator, "/ops settle " + one + " there " + one);
    String endless = says(operator, "/ops settle " + one + " there " + "9".repeat(300));
    String settled = says(operator, "/ops settle " + one.toUpperCase(Locale.ROOT) + " there op-1");
    String taken = says(operator, "/ops settle " + other + " there op-1");
    provider.quick();
    String right = says(operator, "/ops settle " + other + " there op-2");

    String nothing = "Nothing was settled: blind has no operation “";
    assertThat(unknown).startsWith(nothing + "op-17”.");
    assertThat(ours).startsWith(nothing + one);
    assertThat(endless).startsWith(nothing + "999");
    assertThat(settled).isEqualTo(one + " is settled.");
    assertThat(taken).isEqualTo("Nothing was settled: op-1 belongs to another submission.");
    assertThat(right).isEqualTo(other + " is settled.");
    end(firstQuestion, MADE);
    end(secondQuestion, MADE);
    assertThat(provider.charged()).hasSize(2);
  }

  @Test
  void answersWhatItDoesNotUnderstandWithOneSentenceAndDecidesNothing() throws Exception {
    String code = TelegramConversation.code(asked(orders.place(ann, Idempotency.NONE)));
    List<String> hostile =
        List.of(
            "",
            "dance",
            "settle",
            "settle CODE",
            "settle CODE there",
            "settle CODE maybe",
            "settle absent CODE",
            "settle '; drop table job; -- absent",
            "settle ../../etc lost",
            "settle <b>CODE</b> lost",
            "settle \u202eCODE lost",
            "settle " + "9".repeat(3000) + " lost");

    for (String words : hostile) {
      assertThat(says(operator, "/ops " + words.replace("CODE", code)))
          .as(words)
          .startsWith("/ops doubts lists");
    }
    String unknown = says(operator, "/ops settle ZZZZZZ absent");
    String toAnn = says(ann, "/ops settle " + code + " lost");

    assertThat(unknown).isEqualTo("Nothing is in doubt about ZZZZZZ.");
    assertThat(toAnn)
        .isEqualTo(
            "That is for the operator of this bot. If that is you, add telegram:7 to"
                + " operator.people in config.yaml.");
    assertThat(says(operator, "/ops doubts")).startsWith(code);
    assertThat(provider.charged()).hasSize(1);
  }

  /// Starts the bot and waits for the question about that order.
  private ShownMessage asked(TelegramUpdate order) throws InterruptedException {
    provider.next(TAKE_SILENTLY);
    start();
    return question(order);
  }

  private ShownMessage question(TelegramUpdate order) throws InterruptedException {
    return ann.awaits(
        "question about " + order.message(),
        it ->
            it.labels().contains("Send again")
                && it.replyTo().isPresent()
                && it.replyTo().getAsInt() == order.message());
  }

  /// Waits until the question has become this end.
  private void end(ShownMessage question, String begins) throws InterruptedException {
    ann.awaits(begins, it -> it.id() == question.id() && it.text().startsWith(begins));
  }

  private String says(TelegramPerson person, String words) throws InterruptedException {
    return TelegramConversation.answer(person, person.sends(words)).text();
  }

  private String spent() throws InterruptedException {
    String budget = says(ann, "/budget");
    return budget.substring(budget.indexOf('$'), budget.indexOf(" of "));
  }
}
