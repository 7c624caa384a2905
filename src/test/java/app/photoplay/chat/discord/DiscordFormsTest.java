package app.photoplay.chat.discord;

import static app.photoplay.testkit.discord.DiscordOption.option;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.Pages;
import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.Document;
import app.photoplay.chat.message.Illustration;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.chat.message.Video;
import app.photoplay.testkit.Inbox;
import app.photoplay.testkit.discord.DiscordCall;
import app.photoplay.testkit.discord.DiscordChannel;
import app.photoplay.testkit.discord.DiscordMessage;
import app.photoplay.testkit.discord.DiscordMessage.ShownButton;
import app.photoplay.testkit.discord.DiscordMessage.ShownFile;
import app.photoplay.testkit.discord.DiscordPerson;
import app.photoplay.testkit.discord.FakeDiscord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What messages look like.
class DiscordFormsTest {
  @TempDir static Path folder;
  private static final Inbox inbox = new Inbox();
  private static FakeDiscord discord;
  private static DiscordChat chat;
  private DiscordPerson ann;

  @BeforeAll
  static void login() throws Exception {
    discord = FakeDiscord.start().withoutRates().patient(Bots.PATIENCE);
    chat = Bots.at(discord);
    chat.start(inbox, Bots.COMMANDS);
    Bots.awaitReady(discord, inbox);
  }

  @AfterAll
  static void close() {
    chat.close();
    discord.close();
  }

  @BeforeEach
  void open() {
    ann = discord.person(7_000_000_000_000_000_001L + System.nanoTime());
  }

  private DiscordMessage shown(OutboundMessage message) throws Exception {
    assertThat(chat.send(Bots.with(ann), message)).isInstanceOf(SendOutcome.Sent.class);
    return ann.sees().getLast();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "plain words, 5 – 10!plain words, 5 – 10",
        "*bold* _thin_ ~gone~ `code` |hidden|!\\*bold\\* \\_thin\\_ \\~gone\\~ \\`code\\` \\|hidden\\|",
        "<@1> <@&2> <#3> @everyone!\\<\\@1\\> \\<\\@&2\\> \\<\\#3\\> \\@everyone",
        "[a](https://b.c)!\\[a\\](https://b.c)",
        "see https://a.b/c_d_e?f=g&h=*i* now!see https://a.b/c_d_e?f=g&h=\\*i\\* now",
        "-# small!\\-\\# small",
        "- a line!\\- a line",
        "a-b - c!a-b - c",
        "back\\slash!back\\\\slash"
      })
  void escapesWhatHasAMeaning(String plain, String escaped) {
    assertThat(Forms.text(plain, 4096)).isEqualTo(escaped);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "\\", "\uD83D\uDE00", "word ", "_\uD83D\uDE00"})
  void cutsTextsBetweenCharactersAndEscapes(String piece) {
    for (int most = 100; most < 104; most++) {
      String text = Forms.text(piece.repeat(200), most);

      assertThat(text).hasSizeBetween(most - 3, most).endsWith("…");
      String kept = text.substring(0, text.length() - 1);
      assertThat(Character.isHighSurrogate(kept.charAt(kept.length() - 1))).isFalse();
      assertThat(kept.replace("\\\\", "").replaceAll("\\\\[*_]", "")).doesNotContain("\\");
    }
  }

  @Test
  void wakesNobodyWhateverPeopleWrote() throws Exception {
    DiscordChannel channel = discord.guild("Photo friends").channel("general");
    DiscordPerson ben = ann.in(channel);
    Bots.awaitReady(discord, inbox);
    String words = "@everyone @here <@7000000000000000001> <@&5>";
    discord.awaitAcknowledged(ben.slash("talk", option("script", words)));
    MessageRef asked = inbox.command().message();
    OutboundMessage video = Bots.result(words, folder, 10);
    int before = discord.calls().size();

    chat.send(Bots.in(channel), video.keyed("a1"));
    chat.send(Bots.in(channel), video.keyed("a2").inReplyTo(asked));
    chat.send(Bots.in(channel), video.keyed("a3").inReplyTo(asked).privately());
    chat.send(Bots.with(ann), video.keyed("a4"));
    for (DiscordMessage message : ben.sees()) {
      chat.edit(new MessageRef(Bots.in(channel), Long.toString(message.id())), video);
    }

    List<DiscordCall> calls =
        discord.calls().stream().skip(before).filter(it -> it.body().has("content")).toList();
    assertThat(calls).hasSizeGreaterThan(5);
    assertThat(calls)
        .allSatisfy(call -> {
          assertThat(call.body().path("allowed_mentions").path("parse").isArray()).isTrue();
          assertThat(call.body().path("allowed_mentions").path("parse")).isEmpty();
          assertThat(call.body().path("allowed_mentions").path("replied_user").asBoolean())
              .isFalse();
        });
    assertThat(ben.sees()).allMatch(it -> it.pings().isEmpty());
  }

  @Test
  void showsVideoCaptionsAndWords() throws Exception {
    Path captions = Files.writeString(folder.resolve("captions"), "1");
    Video video = Bots.result("", folder, 50).video().orElseThrow();
    Video captioned =
        new Video(
            video.file(),
            video.cover(),
            video.thumbnail(),
            video.width(),
            video.height(),
            video.duration(),
            Optional.empty(),
            Optional.of(new Video.Captions(Bots.content(captions), "srt")));

    DiscordMessage shown = shown(OutboundMessage.of(Kind.RESULT, "Here *it* is.").with(captioned));

    assertThat(shown.files())
        .extracting(ShownFile::name)
        .containsExactly("photoplay.mp4", "captions.srt");
    assertThat(shown.text()).isEqualTo("Here \\*it\\* is.");
  }

  @Test
  void showsPicturesAndDocuments() throws Exception {
    Illustration picture = new Illustration(Bots.content(Bots.photo(folder)), 512, 512);
    Document document = new Document(picture.file(), "receipt.pdf");

    DiscordMessage shown =
        shown(Bots.HELLO.with(picture).withAlbum(List.of(picture, picture)).with(document));

    assertThat(shown.files())
        .extracting(ShownFile::name)
        .containsExactly("picture.jpg", "picture-2.jpg", "picture-3.jpg", "receipt.pdf");
    assertThat(shown.text()).isEqualTo("hello");
  }

  @Test
  void replacesFilesAndButtons() throws Exception {
    shown(Bots.result("one", folder, 10).with(Buttons.CANCEL));
    MessageRef message = new MessageRef(Bots.with(ann), Long.toString(ann.sees().getLast().id()));

    chat.edit(message, Bots.HELLO);
    DiscordMessage text = ann.sees().getLast();
    chat.edit(message, Bots.result("two", folder, 20));
    DiscordMessage video = ann.sees().getLast();

    assertThat(text.files()).isEmpty();
    assertThat(text.buttons()).isEmpty();
    assertThat(text.text()).isEqualTo("hello");
    assertThat(video.file().bytes()).isEqualTo(20);
    assertThat(video.text()).isEqualTo("two");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "5, 5", "6, 2", "25, 5"})
  void laysButtonsOutInRowsThatFit(int count, int rows) throws Exception {
    DiscordMessage shown = shown(Bots.HELLO.keyed("rows").with(Buttons.many(count)));

    assertThat(shown.buttons()).hasSize(rows);
    assertThat(shown.labels()).hasSize(count);
  }

  @Test
  void makesListsOfManyButtonsThatArePressedLikeThem() throws Exception {
    DiscordMessage shown = shown(Bots.HELLO.with(Buttons.many(60)));
    assertThat(shown.buttons()).isEmpty();
    assertThat(shown.selects()).hasSize(3);

    var answer = discord.awaitAcknowledged(ann.choose(shown, "Voice 7"));

    assertThat(answer.type()).isEqualTo(6);
    assertThat(inbox.press().data()).isEqualTo("v1:voice:7");
  }

  @Test
  void shortensLabelsBetweenCharacters() throws Exception {
    String label = "x" + "\uD83D\uDE00".repeat(60);

    ShownButton button =
        shown(Bots.HELLO.with(Buttons.labelled(label, "v1:x"))).buttons().getFirst().getFirst();

    assertThat(button.label()).hasSizeBetween(78, 80).endsWith("\uD83D\uDE00…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"word ", "\uD83D\uDE00", "line\n", "x"})
  void takesPagesOfLongTexts(String piece) throws Exception {
    OutboundMessage longer = Bots.HELLO.saying(piece.repeat(3000));
    List<OutboundMessage> pages = Pages.of(longer, chat.limits(Bots.with(ann)));

    for (OutboundMessage page : pages) {
      shown(page.keyed("page" + ann.sees().size()));
    }

    assertThat(ann.sees()).hasSize(pages.size());
    assertThat(String.join("", ann.sees().stream().map(DiscordMessage::text).toList()))
        .isEqualToIgnoringWhitespace(longer.text());
  }

  @Test
  void takesTheLongestTextsWithNothingButMarkup() throws Exception {
    var limits = chat.limits(Bots.with(ann));

    shown(Bots.HELLO.saying("*".repeat(limits.textUnits())));
    shown(Bots.result("*".repeat(limits.captionUnits()), folder, 10));

    assertThat(ann.sees()).hasSize(2).allMatch(it -> it.text().endsWith("…"));
  }

  @Test
  void ringsOnlyWhenItShould() throws Exception {
    shown(Bots.HELLO.silently());

    assertThat(ann.sees().getLast().json().path("flags").asInt() & 1 << 12).isNotZero();
  }

  @Test
  void learnsHowLargeFilesMayBe() throws Exception {
    DiscordPerson rich = ann.sendingUpTo(50 << 20);
    long before = chat.limits(Bots.with(ann)).uploadBytes();
    rich.slash("budget");
    inbox.command();

    assertThat(before).isEqualTo(10 << 20);
    assertThat(chat.limits(Bots.with(ann)).uploadBytes()).isEqualTo(50 << 20);
  }
}
