package app.photoplay.chat.discord;

import static app.photoplay.testkit.discord.DiscordOption.option;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.testkit.Inbox;
import app.photoplay.testkit.discord.DiscordChannel;
import app.photoplay.testkit.discord.DiscordGuild;
import app.photoplay.testkit.discord.DiscordMessage;
import app.photoplay.testkit.discord.DiscordPerson;
import app.photoplay.testkit.discord.DiscordReply;
import app.photoplay.testkit.discord.FakeDiscord;
import app.photoplay.testkit.discord.Permissions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where messages appear: by the token of an interaction, in its channel, or with the person alone.
class DiscordSendingTest {
  private static final Duration PAST_THE_TOKEN = Duration.ofMinutes(16);

  @TempDir Path folder;
  private final AheadTime time = new AheadTime();
  private final Inbox inbox = new Inbox();
  private final FakeDiscord discord =
      FakeDiscord.start(time).withoutRates().patient(Bots.PATIENCE);
  private final DiscordGuild guild = discord.guild("Photo friends");
  private final DiscordChannel channel = guild.channel("general");
  private final DiscordPerson alone = discord.person(7_000_000_000_000_000_001L);
  private final DiscordPerson ann = alone.in(channel);
  private DiscordChat chat = Bots.at(discord, Bots.PATIENCE, time);

  @BeforeEach
  void open() {
    chat.start(inbox, Bots.COMMANDS);
  }

  @AfterEach
  void close() {
    chat.close();
    discord.close();
  }

  private MessageRef asks(DiscordPerson person) throws Exception {
    discord.awaitAcknowledged(person.slash("talk", option("script", "Hello.")));
    return inbox.command().message();
  }

  private MessageRef asksForMoney(DiscordPerson person) throws Exception {
    discord.awaitAcknowledged(person.slash("budget"));
    return inbox.command().message();
  }

  private MessageRef sent(MessageRef asked, OutboundMessage message) throws Exception {
    SendOutcome outcome = chat.send(asked.conversation(), message.inReplyTo(asked));
    assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
    return new MessageRef(asked.conversation(), ((SendOutcome.Sent) outcome).message());
  }

  private static List<String> texts(DiscordPerson person) {
    return person.sees().stream().map(DiscordMessage::text).toList();
  }

  @Test
  void answersInPlaceOfThinking() throws Exception {
    sent(asks(ann), Bots.HELLO);

    assertThat(ann.sees()).hasSize(1);
    DiscordMessage shown = ann.sees().getFirst();
    assertThat(shown.text()).isEqualTo("hello");
    assertThat(shown.thinking()).isFalse();
    assertThat(shown.ephemeral()).isFalse();
  }

  @Test
  void waitsUntilDiscordHasTheAcknowledgement() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    discord.next("POST interactions/*/*/callback", DiscordReply.heldUntil(gate));
    ann.slash("talk", option("script", "Hello."));
    MessageRef asked = inbox.command().message();
    discord.awaitCalls("POST interactions/*/*/callback", 1);

    var sending = CompletableFuture.supplyAsync(() -> quickly(asked));
    boolean early = discord.calls("PATCH webhooks/**").isEmpty() && !sending.isDone();
    gate.countDown();

    assertThat(sending.get()).isInstanceOf(SendOutcome.Sent.class);
    assertThat(early).isTrue();
    assertThat(texts(ann)).containsExactly("hello");
    assertThat(discord.refusals()).isEmpty();
  }

  private SendOutcome quickly(MessageRef asked) {
    try {
      return chat.send(asked.conversation(), Bots.answer("hello", asked));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void showsTheSameAnswerOnceHoweverOftenItIsSent() throws Exception {
    MessageRef asked = asks(ann);
    sent(asked, Bots.HELLO.keyed("a1"));
    sent(asked, Bots.HELLO.keyed("a1"));

    assertThat(texts(ann)).containsExactly("hello");
  }

  @Test
  void showsASecondAnswerBesideTheFirst() throws Exception {
    MessageRef asked = asks(ann);
    sent(asked, Bots.HELLO.keyed("a1"));
    sent(asked, Bots.HELLO.saying("and more").keyed("a2"));

    assertThat(texts(ann)).containsExactly("hello", "and more");
  }

  @Test
  void showsASecondPersonalAnswerToThePersonAloneAsWell() throws Exception {
    MessageRef asked = asksForMoney(ann);
    sent(asked, Bots.HELLO.privately().keyed("a1"));
    sent(asked, Bots.HELLO.saying("and more").privately().keyed("a2"));

    assertThat(texts(ann)).containsExactly("hello", "and more");
    assertThat(ann.sees()).allMatch(DiscordMessage::ephemeral);
  }

  @Test
  void refusesAPublicCommandToThePersonAlone() throws Exception {
    MessageRef asked = asks(ann);
    sent(asked, Bots.refusal("not so", asked));

    assertThat(texts(ann)).containsExactly("not so");
    assertThat(ann.sees().getFirst().onlyFor()).hasValue(ann.id());
  }

  @Test
  void leavesAnAnswerThatIsThereWhenItRefusesSomethingAfterwards() throws Exception {
    MessageRef asked = asks(ann);
    sent(asked, Bots.HELLO.keyed("a1"));
    sent(asked, Bots.refusal("not so", asked).keyed("a2"));

    assertThat(texts(ann)).containsExactly("hello", "not so");
    assertThat(ann.sees().getLast().ephemeral()).isTrue();
  }

  @Test
  void hidesNothingFromWhoeverIsAloneWithTheBot() throws Exception {
    MessageRef asked = asksForMoney(alone);
    time.advance(PAST_THE_TOKEN);
    sent(asked, Bots.HELLO.privately());

    assertThat(texts(alone)).endsWith("hello");
  }

  @Test
  void turnsTheAnswerIntoTheVideo() throws Exception {
    MessageRef card = sent(asks(ann), Bots.progress("50 %"));

    SendOutcome outcome = chat.edit(card, Bots.result("Here it is.", folder, 3000));

    assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
    DiscordMessage shown = ann.sees().getFirst();
    assertThat(ann.sees()).hasSize(1);
    assertThat(shown.text()).isEqualTo("Here it is.");
    assertThat(shown.file().bytes()).isEqualTo(3000);
    assertThat(shown.buttons()).isEmpty();
  }

  @Test
  void turnsTheAnswerIntoTheVideoAfterTheTokenHasDied() throws Exception {
    MessageRef card = sent(asks(ann), Bots.progress("50 %"));
    time.advance(Duration.ofMinutes(14).plusSeconds(1));

    chat.edit(card, Bots.result("Here it is.", folder, 3000));

    assertThat(ann.sees()).hasSize(1);
    assertThat(ann.sees().getFirst().files()).hasSize(1);
    assertThat(discord.calls("PATCH channels/*/messages/*")).hasSize(1);
  }

  @Test
  void goesToTheChannelWhenDiscordForgetsATokenEarlierThanItSays() throws Exception {
    MessageRef asked = asks(ann);
    MessageRef card = sent(asked, Bots.progress("50 %"));
    discord.advance(PAST_THE_TOKEN);

    chat.edit(card, Bots.HELLO);
    sent(asked, Bots.HELLO.saying("more"));

    assertThat(texts(ann)).containsExactly("hello", "more");
  }

  @Test
  void answersInTheChannelWhenTheTokenIsDead() throws Exception {
    MessageRef asked = asks(ann);
    time.advance(PAST_THE_TOKEN);

    sent(asked, Bots.HELLO);

    assertThat(texts(ann)).endsWith("hello");
  }

  @Test
  void answersAfterARestartByTheTokenThatWasStored() throws Exception {
    MessageRef asked = asks(ann);
    MessageRef money = asksForMoney(ann);
    chat.close();
    chat = Bots.at(discord, Bots.PATIENCE, time);
    chat.start(inbox, Bots.COMMANDS);
    discord.gateway().awaitConnections(1);

    sent(asked, Bots.HELLO);
    sent(money, Bots.HELLO.saying("$ 1").privately());

    assertThat(texts(ann)).containsExactly("hello", "$ 1");
    assertThat(ann.sees().getLast().ephemeral()).isTrue();
  }

  @Test
  void tellsAPersonalAnswerInADirectMessageWhenTheTokenIsDead() throws Exception {
    MessageRef asked = asksForMoney(ann);
    MessageRef card = sent(asked, Bots.HELLO.privately());
    time.advance(PAST_THE_TOKEN);

    SendOutcome edited = chat.edit(card, Bots.HELLO.saying("more").privately());
    MessageRef again = sent(asked, Bots.HELLO.saying("$ 1").privately());
    chat.edit(again, Bots.HELLO.saying("$ 2").privately());

    assertThat(edited).isEqualTo(new SendOutcome.MessageGone());
    assertThat(texts(alone)).containsExactly("$ 2");
    assertThat(texts(ann)).containsExactly("hello");
  }

  @Test
  void writesToThePersonWhereItMayNotWriteInTheChannel() throws Exception {
    MessageRef asked = asks(ann);
    channel.denies(Permissions.SEND_MESSAGES);
    time.advance(PAST_THE_TOKEN);

    sent(asked, Bots.result("Here it is.", folder, 100));

    assertThat(alone.sees().getFirst().files()).hasSize(1);
  }

  @Test
  void writesToThePersonWhenDiscordAloneKnowsThatItMayNotWriteInTheChannel() throws Exception {
    MessageRef asked = asks(ann);
    channel.deniesSilently(Permissions.ATTACH_FILES);
    time.advance(PAST_THE_TOKEN);

    sent(asked, Bots.result("Here it is.", folder, 100));

    assertThat(alone.sees().getFirst().files()).hasSize(1);
  }

  @Test
  void givesUpWhereNeitherChannelNorPersonCanBeReached() throws Exception {
    MessageRef asked = asks(ann);
    channel.denies(Permissions.VIEW_CHANNEL);
    alone.closesDms();
    time.advance(PAST_THE_TOKEN);

    SendOutcome outcome = chat.send(asked.conversation(), Bots.answer("hello", asked));

    assertThat(outcome).isEqualTo(new SendOutcome.ConversationGone());
  }

  @Test
  void answersWhereAPersonBroughtItAlong() throws Exception {
    DiscordPerson ben =
        discord.person(8_000_000_000_000_000_001L).installing().in(discord.people("Family"));
    MessageRef card = sent(asks(ben), Bots.progress("50 %").with(Buttons.CANCEL));
    ben.press(ben.sees().getFirst(), "Cancel");
    MessageRef pressed = inbox.press().message();

    SendOutcome edited = chat.edit(card, Bots.result("Here it is.", folder, 100));
    sent(pressed, Bots.HELLO);

    assertThat(edited).isInstanceOf(SendOutcome.Sent.class);
    assertThat(texts(ben)).containsExactly("Here it is.", "hello");
  }

  @Test
  void writesToThePersonWhoBroughtItAlongWhenTheTokenIsDead() throws Exception {
    DiscordPerson byThemselves = discord.person(8_000_000_000_000_000_001L);
    DiscordPerson ben = byThemselves.installing().in(discord.people("Family"));
    MessageRef asked = asks(ben);
    MessageRef card = sent(asked, Bots.progress("50 %"));
    time.advance(PAST_THE_TOKEN);

    SendOutcome edited = chat.edit(card, Bots.progress("90 %"));
    sent(asked, Bots.HELLO);

    assertThat(edited).isEqualTo(new SendOutcome.MessageGone());
    assertThat(texts(byThemselves)).containsExactly("hello");
  }

  @Test
  void reachesAHiddenMessageAgainByThePressOfItsButton() throws Exception {
    DiscordPerson ben =
        discord.person(8_000_000_000_000_000_001L).installing().in(discord.people("Family"));
    MessageRef card = sent(asks(ben), Bots.progress("50 %").with(Buttons.CANCEL));
    time.advance(PAST_THE_TOKEN);
    ben.press(ben.sees().getFirst(), "Cancel");
    inbox.press();

    chat.edit(card, Bots.HELLO);

    assertThat(texts(ben)).containsExactly("hello");
  }

  @Test
  void tellsThatAMessageIsGone() throws Exception {
    MessageRef card = sent(asks(ann), Bots.HELLO);
    discord.deletesMessage(ann.sees().getFirst());
    SendOutcome byToken = chat.edit(card, Bots.HELLO);
    time.advance(PAST_THE_TOKEN);
    SendOutcome inTheChannel = chat.edit(card, Bots.HELLO);

    assertThat(byToken).isEqualTo(new SendOutcome.MessageGone());
    assertThat(inTheChannel).isEqualTo(new SendOutcome.MessageGone());
  }

  @Test
  void answersAnewWhenSomebodyDeletedItsThinking() throws Exception {
    MessageRef asked = asks(ann);
    discord.deletesMessage(ann.sees().getFirst());

    sent(asked, Bots.HELLO);

    assertThat(texts(ann)).containsExactly("hello");
  }

  @Test
  void writesToThePersonWhenTheChannelIsGone() throws Exception {
    MessageRef asked = asks(ann);
    channel.deletes();

    sent(asked, Bots.HELLO);

    assertThat(texts(alone)).containsExactly("hello");
  }

  @Test
  void writesToThePersonWhenItWasThrownOut() throws Exception {
    MessageRef asked = asks(ann);
    guild.kicksTheBot();
    time.advance(PAST_THE_TOKEN);

    sent(asked, Bots.HELLO);

    assertThat(texts(alone)).containsExactly("hello");
  }

  @Test
  void opensAThreadThatFellAsleepAndLeavesALockedOneAlone() throws Exception {
    DiscordChannel asleep = channel.thread("asleep");
    DiscordChannel locked = channel.thread("locked");
    MessageRef inAsleep = asks(alone.in(asleep));
    MessageRef inLocked = asks(alone.in(locked));
    asleep.archives();
    locked.locks();
    time.advance(PAST_THE_TOKEN);

    sent(inAsleep, Bots.HELLO);
    sent(inLocked, Bots.HELLO.saying("locked out"));

    assertThat(texts(alone.in(asleep))).endsWith("hello");
    assertThat(texts(alone)).containsExactly("locked out");
  }

  @Test
  void answersWhereItMayNotReadWhatWasSaid() throws Exception {
    MessageRef card = sent(asks(ann), Bots.HELLO);
    channel.denies(Permissions.READ_MESSAGE_HISTORY);

    sent(card, Bots.HELLO.saying("ready"));

    assertThat(texts(ann)).containsExactly("hello", "ready");
  }

  @Test
  void tellsThePersonAloneWhichRightsItLacksOnceAnHour() throws Exception {
    channel.denies(Permissions.ATTACH_FILES | Permissions.READ_MESSAGE_HISTORY);
    for (int i = 0; i < 3; i++) {
      sent(asks(ann), Bots.HELLO.keyed("a" + i));
      time.advance(Duration.ofMinutes(31));
    }

    List<DiscordMessage> hints =
        ann.sees().stream().filter(it -> it.text().contains("Attach Files")).toList();
    assertThat(hints).hasSize(2).allMatch(DiscordMessage::ephemeral);
    assertThat(hints.getFirst().text()).contains("Read History").doesNotContain("Embed");
    assertThat(texts(ann)).filteredOn("hello"::equals).hasSize(3);
  }

  @Test
  void saysNothingOfRightsWhereItHasAllOfThem() throws Exception {
    sent(asks(ann), Bots.HELLO);
    sent(asks(alone.in(channel.thread("a thread"))), Bots.HELLO);

    assertThat(discord.calls("POST webhooks/*/*")).isEmpty();
  }

  @Test
  void whispersToWhoPressed() throws Exception {
    sent(asks(ann), Bots.HELLO.with(Buttons.CANCEL));
    DiscordPerson ben = discord.person(8_000_000_000_000_000_001L).in(channel);
    ben.press(ann.sees().getFirst(), "Cancel");

    chat.acknowledge(inbox.press(), "That is not yours.");

    DiscordMessage whispered = ben.awaits("whisper", it -> it.text().equals("That is not yours."));
    assertThat(whispered.onlyFor()).hasValue(ben.id());
    assertThat(texts(ann)).containsExactly("hello");
  }
}
