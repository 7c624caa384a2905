package app.photoplay.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.Document;
import app.photoplay.chat.message.Illustration;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.storage.ContentRef;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.MemoryArtifactStore;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.ShownMessage.ShownPhoto;
import app.photoplay.testkit.TelegramPerson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Messages with a picture, which Telegram changes by other calls than those with text alone.
class TelegramPictureTest {
  private static final OutboundMessage QUESTION =
      OutboundMessage.of(Kind.ANSWER, "Which face?")
          .with(List.of(List.of(new Button("1", "v1:face:1"), new Button("2", "v1:face:2"))));

  private final FakeTelegram telegram = FakeTelegram.start();
  private final TelegramChat chat = Bots.at(telegram);
  private final TelegramPerson ann = telegram.person(7);

  private final MemoryArtifactStore files = MemoryArtifactStore.temporary();

  @TempDir Path folder;
  private Illustration picture;

  @BeforeEach
  void open() throws Exception {
    ann.sends("/start");
    Path file = Files.write(folder.resolve("faces.jpg"), PhotoFiles.portrait());
    picture = new Illustration(files.ref(file), 512, 512);
  }

  @AfterEach
  void close() {
    chat.close();
    telegram.close();
  }

  @Test
  void aTextBecomesAQuestionWithAPicture() throws Exception {
    MessageRef card = sent(OutboundMessage.of(Kind.ANSWER, "A moment"));

    chat.edit(card, QUESTION.with(picture));

    assertThat(seen().photo().map(ShownPhoto::width)).hasValue(512);
    assertThat(seen().text()).isEqualTo("Which face?");
    assertThat(seen().labels()).containsExactly("1", "2");
  }

  @Test
  void anAlbumAndAFileComeInReplyToTheirMessage() throws Exception {
    Path zip = Files.write(folder.resolve("all.zip"), new byte[] {1});
    OutboundMessage story =
        QUESTION
            .withAlbum(List.of(picture, picture))
            .with(new Document(files.ref(zip), "film.zip"));

    MessageRef card = sent(story);

    int id = Integer.parseInt(card.message());
    List<ShownMessage> extras =
        ann.sees().stream().filter(it -> it.replyTo().orElse(0) == id).toList();
    assertThat(extras).hasSize(3).allMatch(ShownMessage::silent);
    assertThat(extras.subList(0, 2)).allMatch(it -> it.photo().isPresent());
    assertThat(extras.getLast().text()).isEqualTo("film.zip");
  }

  @Test
  void aMessageIsShownAlthoughWhatGoesWithItIsGone() throws Exception {
    Illustration gone = new Illustration(new ContentRef("ab", files), 1, 1);

    sent(QUESTION.withAlbum(List.of(gone, picture)));

    assertThat(seen().text()).isEqualTo("Which face?");
  }

  @Test
  void theButtonsOfAQuestionWithAPictureChange() throws Exception {
    MessageRef question = sent(QUESTION.with(picture));

    SendOutcome outcome =
        chat.edit(
            question,
            QUESTION.with(picture).with(List.of(List.of(new Button("✓ 1", "v1:face:1")))));

    assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
    assertThat(seen().labels()).containsExactly("✓ 1");
    assertThat(seen().photo()).isPresent();
  }

  @Test
  void itsTextIsReplacedUnderThePictureAlsoWhenThatIsNotSentAgain() throws Exception {
    MessageRef question = sent(QUESTION.with(picture));

    SendOutcome outcome = chat.edit(question, OutboundMessage.of(Kind.ANSWER, "The first one."));

    assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
    assertThat(seen().text()).isEqualTo("The first one.");
    assertThat(seen().labels()).isEmpty();
    assertThat(seen().photo()).isPresent();
  }

  @Test
  void aPictureWhoseFileIsGoneLeavesTheWords() throws Exception {
    MessageRef question = sent(QUESTION.with(picture));
    files.clear();

    chat.edit(question, OutboundMessage.of(Kind.ANSWER, "Still here").with(picture));

    assertThat(seen().text()).isEqualTo("Still here");
  }

  private ShownMessage seen() {
    return ann.sees().getLast();
  }

  private MessageRef sent(OutboundMessage message) throws Exception {
    SendOutcome outcome = chat.send(Bots.chat(7), message);
    return new MessageRef(Bots.chat(7), ((SendOutcome.Sent) outcome).message());
  }
}
