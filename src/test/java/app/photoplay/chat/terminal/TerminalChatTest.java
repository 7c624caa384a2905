package app.photoplay.chat.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.photoplay.chat.Download;
import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.chat.message.Video;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.storage.ContentRef;
import app.photoplay.testkit.MemoryArtifactStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalChatTest {
  @TempDir Path folder;
  private final MemoryArtifactStore files = MemoryArtifactStore.temporary();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<ChatUpdate> updates = new ArrayList<>();
  private Path target = Path.of("");

  @BeforeEach
  void nameTheTarget() {
    target = folder.resolve("new/talk.mp4");
  }

  @Test
  void passesThePhotoAndTheWordsOn() {
    open(false);

    assertThat(updates).hasSize(1);
    assertThat(updates.getFirst())
        .isInstanceOfSatisfying(
            ChatUpdate.PlainMessage.class,
            message -> {
              assertThat(message.words()).isEqualTo("Hello");
              assertThat(message.options()).containsExactly(Map.entry("voice", "slt"));
              assertThat(message.attachments())
                  .extracting(Attachment::kind, Attachment::file)
                  .containsExactly(
                      tuple(Attachment.Kind.PHOTO, folder.resolve("photo.jpg").toString()));
            });
  }

  @Test
  void writesTheResultToTheFileThatWasNamed() throws Exception {
    TerminalChat chat = open(false);
    Files.createDirectories(folder.resolve("new"));
    Files.writeString(target, "older");

    SendOutcome outcome = chat.send(here(), result("the video"));

    assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
    assertThat(chat.await()).isZero();
    assertThat(target).hasContent("the video");
    assertThat(target.getParent()).isDirectoryNotContaining(it -> !it.equals(target));
    assertThat(out.toString(UTF_8)).isEqualTo(target + System.lineSeparator());
    assertThat(err.toString(UTF_8)).contains("Done");
  }

  @Test
  void writesCaptionsBesideTheVideo() throws Exception {
    TerminalChat chat = open(false);
    Path captions = Files.writeString(folder.resolve("0a1b2c"), "1\n");
    Path file = Files.writeString(folder.resolve("source.mp4"), "the video");
    Video video =
        new Video(
            files.ref(file),
            files.ref(file),
            files.ref(file),
            16,
            9,
            Duration.ofSeconds(1),
            Optional.empty(),
            Optional.of(new Video.Captions(files.ref(captions), "srt")));

    chat.send(here(), OutboundMessage.of(Kind.RESULT, "Done").with(video));

    assertThat(chat.await()).isZero();
    Path beside = folder.resolve("new/talk.srt");
    assertThat(beside).hasContent("1\n");
    assertThat(out.toString(UTF_8).lines()).containsExactly(beside.toString(), target.toString());
  }

  @ParameterizedTest
  @CsvSource({"REFUSAL,2", "QUESTION,2", "FAILURE,1"})
  void endsWithTheCodeOfTheAnswer(Kind kind, int code) throws Exception {
    TerminalChat chat = open(false);

    chat.send(here(), OutboundMessage.of(Kind.ANSWER, "One moment."));
    chat.edit(new MessageRef(here(), "1"), OutboundMessage.of(kind, "No face in this photo."));

    assertThat(chat.await()).isEqualTo(code);
    assertThat(err.toString(UTF_8)).containsSubsequence("One moment.", "No face in this photo.");
    assertThat(out.size()).isZero();
    assertThat(target).doesNotExist();
  }

  @Test
  void saysWhyAFileCannotBeWritten() throws Exception {
    TerminalChat chat = open(false);
    Files.writeString(folder.resolve("new"), "a file, not a folder");

    SendOutcome outcome = chat.send(here(), result("the video"));

    assertThat(outcome).isInstanceOf(SendOutcome.Rejected.class);
    assertThat(chat.await()).isEqualTo(2);
    assertThat(err.toString(UTF_8).lines().toList().getLast())
        .isEqualTo("Cannot write " + target + ": a file stands where a folder should be.");
  }

  @Test
  void leavesAnEarlierRunsMessagesAlone() throws Exception {
    TerminalChat chat = open(false);
    Conversation earlier = new Conversation("terminal", "earlier", "", false);

    SendOutcome outcome = chat.send(earlier, result("an older video"));
    chat.send(here(), result("the video"));

    assertThat(outcome).isEqualTo(new SendOutcome.ConversationGone());
    assertThat(target).hasContent("the video");
  }

  @Test
  void cancelsWhatWasOrderedWhenThePersonLeaves() {
    TerminalChat chat = open(false);
    chat.send(here(), cancellable("Drawing"));

    chat.leave();
    chat.leave();
    chat.edit(new MessageRef(here(), "1"), cancellable("Stopping"));

    assertThat(updates)
        .filteredOn(ChatUpdate.ButtonPress.class::isInstance)
        .extracting(update -> ((ChatUpdate.ButtonPress) update).data())
        .containsExactly("v1:cancel:ABC");
  }

  @Test
  void cancelsAsSoonAsThereIsSomethingToCancel() {
    TerminalChat chat = open(false);

    chat.leave();
    assertThat(updates).noneMatch(ChatUpdate.ButtonPress.class::isInstance);
    chat.send(here(), cancellable("Drawing"));

    assertThat(updates).anyMatch(ChatUpdate.ButtonPress.class::isInstance);
  }

  @Test
  void leavingAfterTheEndChangesNothing() throws Exception {
    TerminalChat chat = open(false);
    chat.send(here(), cancellable("Drawing"));
    chat.edit(new MessageRef(here(), "1"), result("the video"));

    chat.leave();

    assertThat(updates).noneMatch(ChatUpdate.ButtonPress.class::isInstance);
  }

  private static OutboundMessage cancellable(String text) {
    return progress(text, 0.1).with(List.of(List.of(new Button("Cancel", "v1:cancel:ABC"))));
  }

  @Test
  void drawsOverOneLineOnATerminal() throws IOException {
    TerminalChat chat = open(true);

    chat.send(here(), progress("Speaking\nmore", 0));
    chat.edit(new MessageRef(here(), "1"), progress("Drawing", 0.5));
    chat.edit(new MessageRef(here(), "1"), result("the video"));

    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "\r\u001b[K[------------------------]   0 % Speaking"
                + "\r\u001b[K[############------------]  50 % Drawing"
                + "\r\u001b[KDone"
                + System.lineSeparator());
  }

  @Test
  void writesALineForEachTenthElsewhere() {
    TerminalChat chat = open(false);

    chat.send(here(), OutboundMessage.of(Kind.PROGRESS, "Waiting"));
    for (int percent = 0; percent <= 100; percent++) {
      chat.edit(
          new MessageRef(here(), "1"),
          progress("Drawing, " + percent + " s left", percent / 100.0));
    }

    assertThat(err.toString(UTF_8).lines())
        .hasSize(12)
        .startsWith("Waiting", "  0 % Drawing, 0 s left", " 10 % Drawing, 10 s left");
  }

  @Test
  void fetchesAFileUpToTheLimit() throws IOException {
    TerminalChat chat = open(false);
    Path photo = Files.writeString(folder.resolve("p.jpg"), "12345");
    Attachment attachment = new Attachment(Attachment.Kind.PHOTO, photo.toString(), "", "", -1);
    Path copy = folder.resolve("copy");

    assertThat(chat.download(attachment, copy, 5)).isEqualTo(new Download.Fetched(copy));
    assertThat(copy).hasContent("12345");
    assertThat(chat.download(attachment, copy, 4)).isEqualTo(new Download.TooLarge(4));
    assertThat(copy).doesNotExist();
    Files.delete(photo);
    assertThat(chat.download(attachment, copy, 5)).isEqualTo(new Download.Expired());
  }

  private TerminalChat open(boolean live) {
    TerminalChat chat =
        new TerminalChat(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), live, target);
    chat.start(updates::add, List.of());
    chat.post(
        Optional.of(folder.resolve("photo.jpg")),
        Optional.empty(),
        " Hello ",
        Map.of("voice", "slt"));
    return chat;
  }

  private Conversation here() {
    return updates.getFirst().message().conversation();
  }

  private static OutboundMessage progress(String text, double fraction) {
    return OutboundMessage.of(Kind.PROGRESS, text).at(fraction);
  }

  private OutboundMessage result(String content) throws IOException {
    ContentRef file = files.ref(Files.writeString(folder.resolve("source.mp4"), content));
    return OutboundMessage.of(Kind.RESULT, "Done")
        .with(new Video(file, file, file, 16, 9, Duration.ofSeconds(1), Optional.<String>empty()));
  }
}
