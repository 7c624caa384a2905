package app.photoplay.chat.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.chat.update.ChatUpdate;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A person at the keyboard who is asked about a film before it is made.
@Timeout(60)
class DialogueTest {
  private static final Map<String, String> OPTIONS = Map.of("review", "storyboard");

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final BlockingQueue<ChatUpdate> updates = new LinkedBlockingQueue<>();
  private final Keyboard keyboard = new Keyboard();
  private final TerminalChat chat =
      new TerminalChat(
          new PrintStream(err, true, UTF_8),
          new PrintStream(err, true, UTF_8),
          false,
          Path.of("film.mp4"),
          Optional.of(keyboard));
  private Conversation here = new Conversation("terminal", "", "", false);

  @BeforeEach
  void orderAFilm() throws Exception {
    chat.start(updates::add, List.of());
    chat.command("film", Map.of(), "a fox", OPTIONS);
    here = next(ChatUpdate.CommandCall.class).message().conversation();
  }

  @Test
  void pressesWhatIsChosenByItsNumberOrItsLetter() throws Exception {
    chat.send(here, board());
    type("2");
    ChatUpdate.ButtonPress scene = next(ChatUpdate.ButtonPress.class);
    chat.edit(scene.message(), board());
    type("B");
    ChatUpdate.ButtonPress pictures = next(ChatUpdate.ButtonPress.class);

    assertThat(scene.data()).isEqualTo("scene two");
    assertThat(scene.message()).isEqualTo(new MessageRef(here, "1"));
    assertThat(pictures.data()).isEqualTo("pictures");
    assertThat(pictures.id()).isNotEqualTo(scene.id());
    assertThat(err.toString(UTF_8).lines())
        .containsSubsequence(
            "  1", "  2  ($0.04)", "  a  Make the film", "  b  See the pictures", "  q  Quit");
  }

  @Test
  void takesACommandAsItIsWritten() throws Exception {
    chat.send(here, board());
    type("/scene 2 The fox laughs.");

    ChatUpdate.CommandCall call = next(ChatUpdate.CommandCall.class);

    assertThat(call.command()).isEqualTo("scene");
    assertThat(call.words()).isEqualTo("2 The fox laughs.");
    assertThat(call.options()).isEmpty();
  }

  @Test
  void takesOtherWordsForAnotherIdea() throws Exception {
    chat.send(here, board());
    type("a fox who learns to fly");

    ChatUpdate.CommandCall call = next(ChatUpdate.CommandCall.class);

    assertThat(call.command()).isEqualTo("film");
    assertThat(call.words()).isEqualTo("a fox who learns to fly");
    assertThat(call.options()).isEqualTo(OPTIONS);
  }

  @Test
  void asksOnceMoreAfterAMistakeANoticeAndARefusal() throws Exception {
    chat.send(here, board());
    type("z");
    type("1");
    ChatUpdate first = next(ChatUpdate.ButtonPress.class);
    chat.acknowledge(first, "That is already so.");
    type("1");
    next(ChatUpdate.ButtonPress.class);
    chat.send(here, OutboundMessage.of(Kind.REFUSAL, "There is no such scene."));
    type("a");

    assertThat(next(ChatUpdate.ButtonPress.class).data()).isEqualTo("make");
    assertThat(err.toString(UTF_8))
        .containsSubsequence(
            "There is no choice z.", "That is already so.", "There is no such scene.");
  }

  @Test
  void quittingEndsTheConversationWithoutAResult() throws Exception {
    chat.send(here, board());
    type("q");

    assertThat(chat.await()).isEqualTo(2);
  }

  @Test
  void soDoesTheEndOfWhatIsTyped() throws Exception {
    chat.send(here, board());
    keyboard.lines.add(Optional.empty());

    assertThat(chat.await()).isEqualTo(2);
  }

  @Test
  void leavingWhileAskedEndsIt() throws Exception {
    chat.send(here, board());
    chat.leave();

    assertThat(chat.await()).isEqualTo(2);
  }

  @Test
  void aRefusalBeforeThereWasAnythingToChooseEndsIt() throws Exception {
    chat.send(here, OutboundMessage.of(Kind.REFUSAL, "There is no such voice."));

    assertThat(chat.await()).isEqualTo(2);
  }

  @Test
  void aFailureEndsIt() throws Exception {
    chat.send(here, board());
    chat.send(here, OutboundMessage.of(Kind.FAILURE, "It went wrong."));

    assertThat(chat.await()).isEqualTo(1);
  }

  private void type(String line) {
    keyboard.lines.add(Optional.of(line));
  }

  /// Lines as they are typed; an empty one is the end of them.
  private static final class Keyboard extends BufferedReader {
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    Keyboard() {
      super(Reader.nullReader());
    }

    @Override
    public @Nullable String readLine() throws IOException {
      try {
        return lines.take().orElse(null);
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  private <U extends ChatUpdate> U next(Class<U> type) throws Exception {
    return type.cast(Objects.requireNonNull(updates.poll(30, TimeUnit.SECONDS), "no update"));
  }

  private static OutboundMessage board() {
    return OutboundMessage.of(Kind.RESULT, "“A fox” – 2 scenes, 8 seconds")
        .with(
            List.of(
                List.of(new Button("1", "scene one"), new Button("2 ($0.04)", "scene two")),
                List.of(
                    new Button("Make the film", "make"),
                    new Button("See the pictures", "pictures"))));
  }
}
