package app.photoplay.chat.discord;

import static app.photoplay.testkit.discord.DiscordOption.option;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.testkit.discord.DiscordMessage;
import app.photoplay.testkit.discord.DiscordPerson;
import app.photoplay.testkit.discord.DiscordReply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// How messages appear: by the token of an interaction, or in its channel.
class DiscordSendingTest extends AtDiscord {
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
    discord.gateway().awaitConnections(0);
    chat = Bots.at(discord, Bots.PATIENCE, time);
    chat.start(inbox, Bots.COMMANDS);
    Bots.awaitReady(discord, inbox);

    sent(asked, Bots.HELLO);
    sent(money, Bots.HELLO.saying("$ 1").privately());

    assertThat(texts(ann)).containsExactly("hello", "$ 1");
    assertThat(ann.sees().getLast().ephemeral()).isTrue();
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
  void whispersToWhoPressed() throws Exception {
    sent(asks(ann), Bots.HELLO.with(Buttons.CANCEL));
    DiscordPerson ben = discord.person(8_000_000_000_000_000_001L).in(channel);
    ben.press(ann.sees().getFirst(), "Cancel");

    chat.acknowledge(inbox.press(), "That is not yours.");

    DiscordMessage whispered = ben.awaits("whisper", it -> it.text().equals("That is not yours."));
    assertThat(whispered.onlyFor()).hasValue(ben.id());
    assertThat(texts(ann)).containsExactly("hello");
  }

  @Test
  void leavesTheFirstPageOfAnAnswerWhereItIsAfterARestart() throws Exception {
    MessageRef asked = asks(ann);
    sent(asked, Bots.HELLO.saying("page 1").keyed("a0"));
    chat.close();
    discord.gateway().awaitConnections(0);
    chat = Bots.at(discord, Bots.PATIENCE, time);

    sent(asked, Bots.HELLO.saying("page 2").asFurtherPage().keyed("a1"));

    assertThat(texts(ann)).containsExactly("page 1", "page 2");
  }

  @Test
  void showsThatADirectMessageWasSeen() throws Exception {
    String reaction = "PUT channels/*/messages/*/reactions/*/@me";
    ann.slash("budget");
    chat.acknowledge(inbox.command(), "");
    alone.dm("hello");

    chat.acknowledge(inbox.message(), "");

    discord.awaitCalls(reaction, 1);
    assertThat(discord.calls(reaction)).hasSize(1);
  }
}
