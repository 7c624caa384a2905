package app.photoplay.chat.terminal;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.CommandInfo;
import app.photoplay.chat.Download;
import app.photoplay.chat.PlatformLimits;
import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.button.ButtonData;
import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.Video;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.UpdateSink;
import app.photoplay.chat.update.WrittenCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One conversation of one run with the person at the shell. The first answer that is neither
/// progress nor small talk ends it: a result is written to the file that was named. What an earlier
/// run left undelivered is refused with [SendOutcome.ConversationGone], because nobody waits for it
/// here. With a keyboard the person is asked instead wherever there are buttons, until there is a
/// result. Thread-safe.
public final class TerminalChat implements ChatPlatform {
  private static final String NAME = "terminal";

  /// The verb of the buttons that cancel a job.
  private static final String CANCEL = "cancel";

  private static final int DONE = 0;
  private static final int OUR_FAULT = 1;
  private static final int MENDABLE = 2;

  private final PrintStream err;
  private final ResultFile result;
  private final ProgressLine progress;
  private final Conversation conversation =
      new Conversation(NAME, UUID.randomUUID().toString(), "", false);
  private final AtomicInteger messages = new AtomicInteger();
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private final AtShell person = new AtShell(conversation);
  private final Optional<Dialogue> dialogue;
  private @Nullable UpdateSink sink;
  private volatile ChatUpdate.@Nullable CommandCall opening;
  private @Nullable ChatUpdate giveUp;
  private boolean working;
  private boolean leaving;
  private boolean pressed;

  /// A conversation that has not begun.
  ///
  /// @param out gets the name of the finished file, and of captions before it, and nothing else
  /// @param err gets everything that is for people
  /// @param live whether `err` is a terminal on which lines can be drawn over
  /// @param target the file for the result, replaced when it is there; its folder is made. Captions
  ///   and the picture of a question go beside it
  public TerminalChat(PrintStream out, PrintStream err, boolean live, Path target) {
    this(out, err, live, target, Optional.empty());
  }

  /// The same with a person who is asked.
  ///
  /// @param keyboard what the person types; empty when nobody is to be asked
  public TerminalChat(
      PrintStream out,
      PrintStream err,
      boolean live,
      Path target,
      Optional<BufferedReader> keyboard) {
    this.err = err;
    this.result = new ResultFile(target, out, err);
    this.progress = new ProgressLine(err, live);
    this.dialogue = keyboard.map(it -> new Dialogue(it, err, this::told));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public synchronized void start(UpdateSink sink, List<CommandInfo> commands) {
    this.sink = sink;
  }

  /// Says the person's one message, after [#start].
  ///
  /// @param photo empty when the options name one
  /// @param recording the person's own voice, instead of words
  /// @param options `voice`, `aspect`, `quality` and the like, as in [ChatUpdate.PlainMessage]
  public void post(
      Optional<Path> photo, Optional<Path> recording, String words, Map<String, String> options) {
    open()
        .accept(
            person.message(
                words,
                options,
                Stream.concat(
                        photo.stream().map(file -> AtShell.file(Attachment.Kind.PHOTO, file)),
                        recording.stream().map(file -> AtShell.file(Attachment.Kind.AUDIO, file)))
                    .toList()));
  }

  /// Gives the person's one command, after [#start].
  ///
  /// @param options as in [ChatUpdate.CommandCall]
  public void command(
      String name, Optional<Path> photo, String words, Map<String, String> options) {
    begin(name, words, options, photo.map(it -> AtShell.file(Attachment.Kind.PHOTO, it)).stream());
  }

  /// The same with photos of people, each under a name of its own.
  public void command(
      String name, Map<String, Path> photos, String words, Map<String, String> options) {
    begin(
        name,
        words,
        options,
        photos.entrySet().stream()
            .map(it -> AtShell.file(Attachment.Kind.PHOTO, it.getValue(), it.getKey())));
  }

  private void begin(
      String name, String words, Map<String, String> options, Stream<Attachment> files) {
    opening = person.call(name, words, options, files.toList());
    open().accept(opening);
  }

  /// What the person at the keyboard wants. Words that are no command are another idea for what the
  /// conversation began with.
  private void told(Dialogue.Wish wish) {
    switch (wish) {
      case Dialogue.Wish.Leave() -> end(MENDABLE, "");
      case Dialogue.Wish.Press(var at, var button) ->
          open().accept(person.press(at, button.data()));
      case Dialogue.Wish.Write(var words) -> {
        ChatUpdate.CommandCall first = Objects.requireNonNull(opening);
        open()
            .accept(
                WrittenCommand.in(words)
                    .map(it -> person.call(it.name(), it.words(), Map.of(), List.of()))
                    .orElseGet(() ->
                        person.call(first.command(), words, first.options(), first.attachments())));
      }
    }
  }

  /// Who names a photo at the shell states that those who are seen agreed: its help says so.
  @Override
  public boolean vouched() {
    return true;
  }

  /// Without `--provider` everything is made on this machine.
  @Override
  public boolean unasked() {
    return true;
  }

  private synchronized UpdateSink open() {
    if (sink == null) {
      throw new IllegalStateException("not started");
    }
    return sink;
  }

  /// The person at the shell gives up: what was ordered is cancelled, now or as soon as it can be.
  /// The message that says so ends the conversation, see [#await()].
  public void leave() {
    synchronized (this) {
      if (!working && dialogue.filter(Dialogue::begun).isPresent()) {
        exit.complete(MENDABLE);
      }
    }
    press(true);
  }

  /// Cancels when the person is leaving and there is something to cancel, once.
  private void press(boolean leaves) {
    ChatUpdate cancel;
    synchronized (this) {
      leaving |= leaves;
      cancel = giveUp;
      if (!leaving || pressed || cancel == null || exit.isDone()) {
        return;
      }
      pressed = true;
    }
    open().accept(cancel);
  }

  private Optional<ChatUpdate> cancelling(OutboundMessage message, MessageRef at) {
    return message.buttons().stream()
        .flatMap(List::stream)
        .filter(button -> ButtonData.names(CANCEL, button.data()))
        .findFirst()
        .map(button -> person.press(at, button.data()));
  }

  /// Waits for the end and answers with the exit code: 0 the file is there, 2 the person can mend
  /// it, 1 it went wrong on our side.
  public int await() throws InterruptedException {
    try {
      return exit.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {}

  @Override
  public synchronized void close() {
    progress.clear();
  }

  @Override
  public SendOutcome send(Conversation conversation, OutboundMessage message) {
    SendOutcome outcome = show(conversation, message, String.valueOf(messages.incrementAndGet()));
    press(false);
    return outcome;
  }

  @Override
  public SendOutcome edit(MessageRef message, OutboundMessage replacement) {
    SendOutcome outcome = show(message.conversation(), replacement, message.message());
    press(false);
    return outcome;
  }

  private synchronized SendOutcome show(
      Conversation conversation, OutboundMessage message, String id) {
    if (!conversation.equals(this.conversation)) {
      return new SendOutcome.ConversationGone();
    }
    if (exit.isDone()) {
      return new SendOutcome.Sent(id, Optional.empty());
    }
    if (message.kind() == OutboundMessage.Kind.PROGRESS) {
      working = true;
      giveUp = cancelling(message, new MessageRef(conversation, id)).orElse(giveUp);
      progress.show(message.text(), message.progress());
      return new SendOutcome.Sent(id, Optional.empty());
    }
    progress.clear();
    err.println(message.text());
    message.illustration().ifPresent(it -> result.showBeside(it, ending(message.kind())));
    MessageRef at = new MessageRef(conversation, id);
    if (dialogue.filter(it -> asked(it, message, at)).isPresent()) {
      return new SendOutcome.Sent(id, Optional.empty());
    }
    boolean question =
        message.kind() == OutboundMessage.Kind.REFUSAL
            || message.kind() == OutboundMessage.Kind.QUESTION;
    if (question && !message.buttons().isEmpty()) {
      // Nothing can be pressed here.
      err.println("Options offer the same here: photoplay talk --help lists them.");
    }
    err.flush();
    return switch (message.kind()) {
      case RESULT -> keep(message.video(), id);
      case REFUSAL, QUESTION -> end(MENDABLE, id);
      case FAILURE -> end(OUR_FAULT, id);
      case PROGRESS, ANSWER -> new SendOutcome.Sent(id, Optional.empty());
    };
  }

  private static String ending(OutboundMessage.Kind kind) {
    return kind == OutboundMessage.Kind.RESULT ? "-pictures.jpg" : "-question.jpg";
  }

  /// Whether the person is asked what to do next.
  private boolean asked(Dialogue person, OutboundMessage message, MessageRef at) {
    boolean over =
        leaving || message.video().isPresent() || message.kind() == OutboundMessage.Kind.FAILURE;
    boolean choice = !message.buttons().isEmpty() && message.kind() != OutboundMessage.Kind.REFUSAL;
    if (over || (!choice && !person.begun())) {
      return false;
    }
    if (message.kind() == OutboundMessage.Kind.ANSWER && !choice && working) {
      return true; // news of the work that goes on
    }
    working = false;
    giveUp = null;
    person.ask(choice ? Optional.of(new Dialogue.Shown(at, message)) : Optional.empty());
    return true;
  }

  private SendOutcome keep(Optional<Video> video, String id) {
    if (video.isEmpty()) {
      return end(OUR_FAULT, id);
    }
    try {
      return end(result.keep(video.get()) ? DONE : OUR_FAULT, id);
    } catch (IOException e) {
      String complaint = result.complaint(e);
      err.println(complaint);
      end(MENDABLE, id);
      return new SendOutcome.Rejected(complaint);
    }
  }

  private SendOutcome end(int code, String id) {
    exit.complete(code);
    return new SendOutcome.Sent(id, Optional.empty());
  }

  @Override
  public synchronized void acknowledge(ChatUpdate update, String notice) {
    if (!notice.isBlank() && dialogue.isPresent() && !exit.isDone()) {
      progress.clear();
      err.println(notice);
      if (!working) {
        dialogue.get().ask(Optional.empty());
      }
    }
  }

  @Override
  public Download download(Attachment attachment, Path target, long limit) {
    return LocalFiles.fetch(Path.of(attachment.file()), target, limit);
  }

  @Override
  public PlatformLimits limits(Conversation conversation) {
    return PlatformLimits.none(Duration.ofMillis(200));
  }

  @Override
  public String trouble() {
    return "";
  }
}
