package app.photoplay.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.testkit.discord.DiscordChannel;
import app.photoplay.testkit.discord.DiscordMessage;
import app.photoplay.testkit.discord.DiscordPerson;
import app.photoplay.testkit.discord.Permissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where messages appear when they cannot where they were asked for.
class DiscordPlacesTest extends AtDiscord {
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
  void sendsAVideoToThePersonWhereOnlyAFollowUpWouldShowIt() throws Exception {
    DiscordPerson byThemselves = discord.person(8_000_000_000_000_000_001L);
    DiscordPerson ben = byThemselves.installing().in(discord.people("Family"));
    MessageRef asked = asks(ben);
    sent(asked, Bots.HELLO);

    sent(asked, Bots.result("Here it is.", folder, 100));

    assertThat(texts(ben)).containsExactly("hello");
    assertThat(texts(byThemselves)).containsExactly("Here it is.");
  }

  @Test
  void leavesAVideoThatNothingElseReachesToTheNextCommand() throws Exception {
    DiscordPerson byThemselves = discord.person(8_000_000_000_000_000_001L);
    DiscordPerson ben = byThemselves.installing().in(discord.people("Family"));
    byThemselves.closesDms();
    MessageRef asked = asks(ben);
    sent(asked, Bots.HELLO);

    SendOutcome outcome =
        chat.send(asked.conversation(), Bots.result("Here it is.", folder, 100).inReplyTo(asked));

    assertThat(outcome).isEqualTo(new SendOutcome.ConversationGone());
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
  void writesToThePersonWhenTheThreadHasFallenAsleepOrIsLocked() throws Exception {
    DiscordChannel asleep = channel.thread("asleep");
    DiscordChannel locked = channel.thread("locked");
    MessageRef inAsleep = asks(alone.in(asleep));
    MessageRef inLocked = asks(alone.in(locked));
    asleep.archives();
    locked.locks();
    untilTheBotKnows();
    time.advance(PAST_THE_TOKEN);

    sent(inAsleep, Bots.HELLO.saying("asleep"));
    sent(inLocked, Bots.HELLO.saying("locked"));

    assertThat(texts(alone)).endsWith("asleep", "locked");
  }

  @Test
  void answersWhereItMayNotReadWhatWasSaid() throws Exception {
    MessageRef card = sent(asks(ann), Bots.HELLO);
    channel.denies(Permissions.READ_MESSAGE_HISTORY);
    sent(card, Bots.HELLO.saying("soon"));
    untilTheBotKnows();

    sent(card, Bots.HELLO.saying("ready"));

    assertThat(texts(ann)).containsExactly("hello", "soon", "ready");
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
    assertThat(hints.getFirst().text()).contains("Read Message History").doesNotContain("Embed");
    assertThat(texts(ann)).filteredOn("hello"::equals).hasSize(3);
  }

  @Test
  void namesTheRightsAsDiscordDoesInThePersonsLanguage() throws Exception {
    channel.denies(Permissions.ATTACH_FILES | Permissions.READ_MESSAGE_HISTORY);

    sent(asks(ann.speaking("de")), Bots.HELLO);

    assertThat(texts(ann))
        .anyMatch(it -> it.contains(": Dateien anhängen und Nachrichtenverlauf anzeigen. "));
  }

  @Test
  void hasANameForEachRightThatItNeeds() {
    assertThat(DiscordCheck.NEEDED.stream().map(Rights::phrase)).doesNotHaveDuplicates();
  }

  @Test
  void saysNothingOfRightsWhereItHasAllOfThem() throws Exception {
    sent(asks(ann), Bots.HELLO);
    sent(asks(alone.in(channel.thread("a thread"))), Bots.HELLO);

    assertThat(discord.calls("POST webhooks/*/*")).isEmpty();
  }
}
