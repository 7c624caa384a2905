package app.photoplay.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.chat.message.Video;
import app.photoplay.storage.ContentRef;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.MemoryArtifactStore;
import app.photoplay.testkit.ShownMessage.ShownVideo;
import app.photoplay.testkit.TelegramPerson;
import app.photoplay.testkit.TelegramReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelegramVideoTest {

  @TempDir Path folder;

  private static final String NAME = "talk \"quoted\" ü.mp4";

  private final MemoryArtifactStore files = MemoryArtifactStore.temporary();
  private final FakeTelegram telegram = FakeTelegram.start();
  private final TelegramChat chat = Bots.at(telegram);
  private final TelegramPerson ann = telegram.person(7);

  @BeforeEach
  void open() {
    ann.sends("/start");
  }

  @AfterEach
  void close() {
    chat.close();
    telegram.close();
  }

  @Test
  void uploadsAVideoWithItsMeasuresCoverAndThumbnail() throws Exception {
    Video video = video(Optional.empty());

    chat.send(Bots.chat(7), result().with(video));

    var shown = ann.sees().getLast();
    ShownVideo seen = shown.video().orElseThrow();
    assertThat(shown.text()).isEqualTo("Ready");
    assertThat(shown.labels()).containsExactly("Again");
    assertThat(Files.mismatch(seen.file(), folder.resolve(NAME))).isEqualTo(-1);
    assertThat(seen.width()).isEqualTo(720);
    assertThat(seen.height()).isEqualTo(1280);
    assertThat(seen.seconds()).isEqualTo(3);
    assertThat(seen.streaming()).isTrue();
    assertThat(seen.cover()).isTrue();
    assertThat(seen.thumbnail()).isTrue();
    assertThat(telegram.calls("sendVideo").getFirst().uploads())
        .containsOnlyKeys("video.mp4", "cover.jpg", "thumb.jpg");
  }

  @Test
  void tellsPeopleWhileItUploads() throws Exception {
    chat.send(Bots.chat(7), result().with(video(Optional.empty())));

    var action = telegram.awaitCall("sendChatAction");
    assertThat(action.param("action")).isEqualTo("upload_video");
  }

  @Test
  void sendsTheSameVideoAgainWithoutAnUpload() throws Exception {
    var first = (SendOutcome.Sent) chat.send(Bots.chat(7), result().with(video(Optional.empty())));
    Video known = video(first.platformFile());

    var second = (SendOutcome.Sent) chat.send(Bots.chat(7), result().with(known));

    assertThat(second.platformFile()).isEqualTo(first.platformFile()).isPresent();
    assertThat(ann.sees().getLast().video().orElseThrow().uploaded()).isFalse();
    assertThat(telegram.calls("sendVideo").getLast().uploads()).doesNotContainKey("video.mp4");
  }

  @Test
  void uploadsAgainWhenTelegramForgotTheVideo() throws Exception {
    var outcome =
        (SendOutcome.Sent)
            chat.send(Bots.chat(7), result().with(video(Optional.of("long-forgotten"))));

    assertThat(ann.sees().getLast().video().orElseThrow().uploaded()).isTrue();
    assertThat(outcome.platformFile()).isPresent().isNotEqualTo(Optional.of("long-forgotten"));
    assertThat(telegram.calls("sendVideo")).hasSize(2);
  }

  @Test
  void turnsTheProgressCardIntoTheVideo() throws Exception {
    MessageRef card = card("Working");

    var outcome = chat.edit(card, result().with(video(Optional.empty())));

    var shown = ann.sees().getLast();
    assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
    assertThat(((SendOutcome.Sent) outcome).platformFile()).isPresent();
    assertThat(shown.id()).isEqualTo(Integer.parseInt(card.message()));
    assertThat(shown.video().orElseThrow().thumbnail()).isTrue();
    assertThat(shown.text()).isEqualTo("Ready");
    assertThat(shown.labels()).containsExactly("Again");
  }

  @Test
  void turnsACardIntoAVideoThatTelegramHasOrForgot() throws Exception {
    MessageRef first = card("one");
    MessageRef second = card(8, "two");
    MessageRef third = card(9, "three");
    var sent = (SendOutcome.Sent) chat.edit(first, result().with(video(Optional.empty())));

    chat.edit(second, result().with(video(sent.platformFile())));
    telegram.forgetsFile(sent.platformFile().orElseThrow());
    chat.edit(third, result().with(video(sent.platformFile())));

    assertThat(telegram.messages(8).getLast().video().orElseThrow().uploaded()).isFalse();
    assertThat(telegram.messages(9).getLast().video().orElseThrow().uploaded()).isTrue();
  }

  @Test
  void takesTheSameVideoInTheSameMessageForDone() throws Exception {
    MessageRef card = card("Working");
    var first = (SendOutcome.Sent) chat.edit(card, result().with(video(Optional.empty())));

    SendOutcome again = chat.edit(card, result().with(video(first.platformFile())));

    assertThat(again).isEqualTo(first);
  }

  @Test
  void editsTheWordsUnderAVideo() throws Exception {
    MessageRef card = card("Working");
    chat.edit(card, result().with(video(Optional.empty())));

    chat.edit(card, OutboundMessage.of(Kind.RESULT, "Kept until Friday"));

    var shown = ann.sees().getLast();
    assertThat(shown.text()).isEqualTo("Kept until Friday");
    assertThat(shown.video()).isPresent();
    assertThat(shown.labels()).isEmpty();
  }

  @Test
  void doesNotSendAVideoTwiceWhenTheAnswerIsLost() throws Exception {
    telegram.next("sendVideo", TelegramReply.doesItAndCutsTheConnection());

    SendOutcome outcome = chat.send(Bots.chat(7), result().with(video(Optional.empty())));

    assertThat(outcome).isInstanceOf(SendOutcome.Unsure.class);
    assertThat(telegram.calls("sendVideo")).hasSize(1);
    assertThat(ann.sees().stream().filter(message -> message.video().isPresent())).hasSize(1);
  }

  @Test
  void refusesAVideoThatIsTooLargeWithoutUploadingIt() throws Exception {
    Path large = Bots.hollow(folder, "large.mp4", 50_000_001);
    Video video = video(large, Optional.empty());

    assertThat(chat.send(Bots.chat(7), result().with(video)))
        .isInstanceOf(SendOutcome.Rejected.class);
    assertThat(telegram.calls("sendVideo")).isEmpty();
  }

  @Test
  void tellsThatACaptionIsTooLong() throws Exception {
    var message = OutboundMessage.of(Kind.RESULT, "x".repeat(1025));

    assertThat(chat.send(Bots.chat(7), message.with(video(Optional.empty()))))
        .isEqualTo(new SendOutcome.Rejected("bad request: message caption is too long"));
  }

  @Test
  void refusesAVideoThatIsNotThere() throws Exception {
    Video video = video(folder.resolve("swept.mp4"), Optional.empty());

    assertThat(chat.send(Bots.chat(7), result().with(video)))
        .isInstanceOf(SendOutcome.Rejected.class);
  }

  private MessageRef card(String text) throws InterruptedException {
    return card(7, text);
  }

  private MessageRef card(long person, String text) throws InterruptedException {
    telegram.person(person).sends("/start");
    var card = OutboundMessage.of(Kind.ANSWER, text);
    var sent = (SendOutcome.Sent) chat.send(Bots.chat(person), card);
    return new MessageRef(Bots.chat(person), sent.message());
  }

  private static OutboundMessage result() {
    return OutboundMessage.of(Kind.RESULT, "Ready")
        .with(List.of(List.of(new Button("Again", "v1:again:abc"))));
  }

  @Test
  void sendsCaptionsAsAFileInReplyToTheirVideo() throws Exception {
    MessageRef card = card("Working");
    Path captions = Files.writeString(folder.resolve("0a1b2c"), "WEBVTT\n");
    Video plain = video(Optional.empty());
    Video video =
        new Video(
            plain.file(),
            plain.cover(),
            plain.thumbnail(),
            plain.width(),
            plain.height(),
            plain.duration(),
            Optional.empty(),
            Optional.of(new Video.Captions(files.ref(captions), "vtt")));

    chat.edit(card, result().with(video));

    var shown = ann.sees().getLast();
    assertThat(shown.text()).isEqualTo("captions.vtt");
    assertThat(shown.replyTo()).hasValue(Integer.parseInt(card.message()));
    assertThat(telegram.calls("sendDocument").getFirst().uploads())
        .hasEntrySatisfying(
            "captions.vtt", upload -> assertThat(upload.file()).hasContent("WEBVTT\n"));
  }

  private Video video(Optional<String> platformFile) throws IOException {
    byte[] bytes = new byte[300_000];
    new Random(5).nextBytes(bytes);
    Path file = folder.resolve(NAME);
    Files.write(file, bytes);
    return video(file, platformFile);
  }

  private Video video(Path file, Optional<String> platformFile) {
    return new Video(
        Files.exists(file) ? files.ref(file) : new ContentRef("0".repeat(64), files),
        files.ref(Bots.jpeg(folder, "cover.jpg", 720, 1280)),
        files.ref(Bots.jpeg(folder, "thumb.jpg", 180, 320)),
        720,
        1280,
        Duration.ofMillis(2600),
        platformFile);
  }
}
