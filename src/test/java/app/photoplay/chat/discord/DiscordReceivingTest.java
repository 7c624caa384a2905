package app.photoplay.chat.discord;

import static app.photoplay.testkit.discord.DiscordOption.option;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.Person;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.testkit.Inbox;
import app.photoplay.testkit.discord.DiscordChannel;
import app.photoplay.testkit.discord.DiscordFile;
import app.photoplay.testkit.discord.DiscordInteraction;
import app.photoplay.testkit.discord.DiscordMessage;
import app.photoplay.testkit.discord.DiscordModal;
import app.photoplay.testkit.discord.DiscordPerson;
import app.photoplay.testkit.discord.FakeDiscord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscordReceivingTest {
  @TempDir static Path folder;
  private static final Inbox inbox = new Inbox();
  private static FakeDiscord discord;
  private static DiscordChat chat;
  private static DiscordChannel channel;
  private static DiscordPerson ann;
  private static DiscordPerson alone;

  @BeforeAll
  static void open() {
    discord = FakeDiscord.start().withoutRates().patient(Bots.PATIENCE);
    channel = discord.guild("Photo friends").channel("general");
    alone = discord.person(7_000_000_000_000_000_001L);
    ann = alone.in(channel);
    chat = Bots.at(discord);
    chat.start(inbox, Bots.COMMANDS);
  }

  @AfterAll
  static void close() {
    chat.close();
    discord.close();
  }

  private static DiscordMessage said(String text) throws Exception {
    chat.send(Bots.in(channel), Bots.HELLO.saying(text));
    return ann.awaits(text, it -> it.text().equals(text));
  }

  @Test
  void readsWordsOptionsAndFilesOfACommand() throws Exception {
    DiscordInteraction asked =
        ann.slash(
            "talk",
            option("photo", Bots.photo(folder)),
            option("script", "  Hello, *you*. "),
            option("voice", "Emma"),
            option("aspect", "9:16"),
            option("seconds", 6),
            option("speed", 1.5));

    ChatUpdate.CommandCall call = inbox.command();
    assertThat(call.id()).isEqualTo(Long.toString(asked.id()));
    assertThat(call.command()).isEqualTo("talk");
    assertThat(call.words()).isEqualTo("Hello, *you*.");
    assertThat(call.options())
        .isEqualTo(Map.of("voice", "Emma", "aspect", "9:16", "seconds", "6", "speed", "1.5"));
    assertThat(call.from()).isEqualTo(new Person("discord", Long.toString(ann.id()), "en-US", ""));
    assertThat(call.message().conversation()).isEqualTo(Bots.in(channel));
    assertThat(call.attachments()).hasSize(1);
    Attachment photo = call.attachments().getFirst();
    assertThat(photo.kind()).isEqualTo(Attachment.Kind.PHOTO);
    assertThat(photo.name()).isEqualTo("me.jpg");
    assertThat(photo.bytes()).isEqualTo(Files.size(folder.resolve("me.jpg")));
  }

  @Test
  void thinksInPublicAboutAnOpenCommandAndAloneAboutAPersonalOne() throws Exception {
    var open = discord.awaitAcknowledged(ann.slash("talk", option("script", "Hello.")));
    inbox.command();
    var personal = discord.awaitAcknowledged(ann.slash("budget"));
    inbox.command();
    var withTheBot = discord.awaitAcknowledged(alone.slash("budget"));
    inbox.command();

    assertThat(List.of(open.type(), personal.type(), withTheBot.type())).containsOnly(5);
    assertThat(List.of(open.ephemeral(), personal.ephemeral(), withTheBot.ephemeral()))
        .containsExactly(false, true, false);
  }

  @Test
  void asksForWordsThatWereLeftOutAndKeepsTheRest() throws Exception {
    DiscordInteraction asked =
        ann.slash("talk", option("photo", Bots.photo(folder)), option("voice", "Jules"));
    DiscordModal window = ann.awaitModal(asked);

    ann.submitModal(window, option("words", " Bonjour. "));

    ChatUpdate.CommandCall call = inbox.command();
    assertThat(window.field("words").most()).isEqualTo(4000);
    assertThat(call.words()).isEqualTo("Bonjour.");
    assertThat(call.options()).isEqualTo(Map.of("voice", "Jules"));
    assertThat(call.attachments()).extracting(Attachment::name).containsExactly("me.jpg");
    assertThat(Ref.parse(call.message().message())).isInstanceOf(Ref.Asked.class);
  }

  @Test
  void asksForNoWordsWhereARecordingIsInTheirPlace() throws Exception {
    Path sound = Files.write(folder.resolve("voice.mp3"), new byte[300]);

    var answer =
        discord.awaitAcknowledged(
            ann.slash("talk", option("photo", Bots.photo(folder)), option("recording", sound)));

    assertThat(answer.type()).isEqualTo(5);
    assertThat(inbox.command().attachments())
        .extracting(Attachment::kind)
        .containsExactlyInAnyOrder(Attachment.Kind.PHOTO, Attachment.Kind.AUDIO);
  }

  @Test
  void takesAWindowOfAnEarlierRunWithoutTheRest() throws Exception {
    DiscordModal window = ann.awaitModal(ann.slash("talk", option("photo", Bots.photo(folder))));
    DiscordModal old =
        new DiscordModal(window.interaction(), "ask:talk:1", window.title(), window.fields());

    ann.submitModal(old, option("words", "Hello again."));

    ChatUpdate.CommandCall call = inbox.command();
    assertThat(call.words()).isEqualTo("Hello again.");
    assertThat(call.attachments()).isEmpty();
  }

  @Test
  void makesAPictureOfAMessageTalk() throws Exception {
    DiscordMessage message =
        ann.writes("look", DiscordFile.of(Bots.photo(folder)), DiscordFile.of(Bots.photo(folder)));
    DiscordModal window = ann.awaitModal(ann.messageMenu(message, "Make this photo talk"));

    ann.submitModal(window, option("words", "I am a picture."));

    ChatUpdate.CommandCall call = inbox.command();
    assertThat(call.command()).isEqualTo("talk");
    assertThat(call.words()).isEqualTo("I am a picture.");
    assertThat(call.attachments()).extracting(Attachment::name).containsExactly("me.jpg");
  }

  @Test
  void passesAMessageWithoutAPictureOnSoThatThePersonIsTold() throws Exception {
    var answer =
        discord.awaitAcknowledged(ann.messageMenu(ann.writes("no photo"), "Make this photo talk"));

    assertThat(answer.type()).isEqualTo(5);
    assertThat(inbox.command().attachments()).isEmpty();
  }

  @Test
  void suggestsVoicesThatBeginOrContainWhatIsTyped() throws Exception {
    var answer = discord.awaitAcknowledged(ann.autocomplete("talk", option("voice", "em")));

    assertThat(answer.type()).isEqualTo(8);
    assertThat(answer.data().path("choices").findValuesAsText("value"))
        .containsExactly("Emma", "Gemma");
  }

  @Test
  void suggestsNothingForWhatNobodyHas() throws Exception {
    var answer = discord.awaitAcknowledged(ann.autocomplete("talk", option("voice", "@everyone")));

    assertThat(answer.data().path("choices")).isEmpty();
  }

  @Test
  void takesMessagesToTheBotInTheirOrder() throws Exception {
    alone.dm("", DiscordFile.of(Bots.photo(folder)));
    alone.dm("Say this.");
    alone.dm("/talk and this");

    ChatUpdate.PlainMessage photo = inbox.message();
    ChatUpdate.PlainMessage words = inbox.message();
    ChatUpdate.CommandCall call = inbox.command();
    assertThat(photo.attachments())
        .extracting(Attachment::kind)
        .containsExactly(Attachment.Kind.PHOTO);
    assertThat(photo.message().conversation()).isEqualTo(Bots.with(alone));
    assertThat(photo.message().conversation().group()).isFalse();
    assertThat(words.words()).isEqualTo("Say this.");
    assertThat(call.command()).isEqualTo("talk");
    assertThat(call.words()).isEqualTo("and this");
  }

  @Test
  void takesARecordingOfTheTelephoneForAVoice() throws Exception {
    Path ogg = Files.write(folder.resolve("voice.ogg"), new byte[300]);

    alone.speaks(ogg, 2.5);

    assertThat(inbox.message().attachments())
        .extracting(Attachment::kind)
        .containsExactly(Attachment.Kind.VOICE);
  }

  @Test
  void knowsWhatIsRepliedTo() throws Exception {
    DiscordMessage photo = alone.dm("", DiscordFile.of(Bots.photo(folder)));
    inbox.message();
    chat.send(Bots.with(alone), Bots.HELLO);
    DiscordMessage ours = alone.awaits("hello", it -> it.text().equals("hello"));

    alone.repliesTo(photo, "this one");
    ChatUpdate.Replied theirs = inbox.message().replied().orElseThrow();
    alone.repliesTo(ours, "to you");
    ChatUpdate.Replied toUs = inbox.message().replied().orElseThrow();

    assertThat(theirs.ours()).isFalse();
    assertThat(theirs.attachments()).extracting(Attachment::name).containsExactly("me.jpg");
    assertThat(toUs.ours()).isTrue();
    assertThat(toUs.message().message()).isEqualTo(Long.toString(ours.id()));
  }

  @Test
  void hearsNothingOfWhatPeopleSayAmongEachOther() throws Exception {
    ann.writes("between us");
    alone.dm("to you");

    assertThat(inbox.message().words()).isEqualTo("to you");
  }

  @Test
  void passesForgedPressesOnAsWhatTheyAre() throws Exception {
    DiscordMessage message = said("press me");

    for (String data :
        List.of("v1:cancel:\"'; drop table", "list:0", "\uD83D\uDE00", "ask:talk:1")) {
      var answer = discord.awaitAcknowledged(ann.forge(message, data));
      ChatUpdate.ButtonPress press = inbox.press();

      assertThat(answer.type()).isEqualTo(6);
      assertThat(press.data()).isEqualTo(data);
      assertThat(press.message().message()).isEqualTo(Long.toString(message.id()));
    }
  }
}
