package app.photoplay.kind.film;

import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.job.StoredFile;
import app.photoplay.kind.IncomingPhotos;
import app.photoplay.kind.IncomingPhotos.Incoming;
import app.photoplay.kind.OrderOptions;
import app.photoplay.kind.film.BoardEdits.Edit;
import app.photoplay.kind.film.FilmDrafts.Waiting;
import app.photoplay.kind.speech.SpeechRequest;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.Voices;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `/scene 3 The keeper laughs.`: what is heard or seen in one scene of the newest film that waits
/// in a conversation, in people's own words, or beginning with their own picture.
final class SceneCommand implements Command {
  private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,2})(?:[.:)]?\\s+|$)");

  /// What is seen, as it is written behind the number.
  private static final Pattern PICTURE =
      Pattern.compile("^picture\\s*=\\s*\"?(.*?)\"?$", Pattern.DOTALL);

  private final FilmPlans plans;
  private final FilmDrafts drafts;
  private final BoardCards cards;
  private final Voices voices;
  private final ArtifactStore files;
  private final Pictures pictures;
  private final Executor processor;
  private final Wording wording;

  /// @param processor a few platform threads: decoding keeps a core busy for a moment
  SceneCommand(
      FilmPlans plans,
      FilmDrafts drafts,
      BoardCards cards,
      Voices voices,
      ArtifactStore files,
      Pictures pictures,
      Executor processor,
      Wording wording) {
    this.plans = plans;
    this.drafts = drafts;
    this.cards = cards;
    this.voices = voices;
    this.files = files;
    this.pictures = pictures;
    this.processor = processor;
    this.wording = wording;
  }

  @Override
  public CommandSpec spec() {
    return CommandSpec.listed("scene", Phrase.COMMAND_SCENE)
        .with(OrderOptions.SCENE_WORDS)
        .withFiles(OrderOptions.PHOTO_FILE)
        .with(List.of(OrderOptions.SCENE_NUMBER, OrderOptions.SCENE_PICTURE));
  }

  @Override
  public CommandResult run(Invocation call) throws InterruptedException {
    Optional<Waiting> film = drafts.latest(call);
    if (film.isEmpty()) {
      return refuse(call, Phrase.SCENE_NO_FILM);
    }
    String named = call.options().get(OrderOptions.SCENE_NUMBER.name());
    Matcher written = NUMBERED.matcher(call.words());
    if (named != null) {
      return change(call, film.get(), Integer.parseInt(named), call.words());
    }
    return written.find()
        ? change(
            call,
            film.get(),
            Integer.parseInt(written.group(1)),
            call.words().substring(written.end()))
        : refuse(call, Phrase.SCENE_WHICH);
  }

  private CommandResult change(Invocation call, Waiting film, int number, String words)
      throws InterruptedException {
    Storyboard board = film.board();
    if (number < 1 || number > board.scenes().size()) {
      return refuse(call, Phrase.SCENE_UNKNOWN.with(Argument.MOST.of(board.scenes().size())));
    }
    BoardEdits edits = new BoardEdits(plans.shots(film.film()));
    Optional<StoredFile> own = Optional.empty();
    Edit edit = new Edit.Done(board);
    Optional<Incoming> photo = new IncomingPhotos(files).of(call);
    if (photo.isPresent()) {
      switch (photo.get()) {
        case Incoming.Refused(var why) -> {
          return refuse(call, why);
        }
        case Incoming.Fetched(var file) -> {
          Optional<Sentence> unreadable = unreadable(file);
          if (unreadable.isPresent()) {
            return refuse(call, unreadable.get());
          }
          own = Optional.of(kept(file));
          edit = edits.own(board, number, own.get().content());
        }
      }
    }
    Matcher seen = PICTURE.matcher(words.strip());
    boolean behind = seen.matches();
    String named = call.options().get(OrderOptions.SCENE_PICTURE.name());
    String picture = behind ? seen.group(1) : named;
    if (picture != null && edit instanceof Edit.Done(var before)) {
      edit = edits.picture(before, number, picture);
    }
    if (!behind && !words.isBlank() && edit instanceof Edit.Done(var before)) {
      edit = words(film, before, edits, number, words.strip());
    }
    return saved(call, film, edit, own, number);
  }

  private Edit words(Waiting film, Storyboard board, BoardEdits edits, int number, String words) {
    // with these words, since a voice is asked for those that there are
    Edit said = edits.words(board, number, words, 0);
    if (!(said instanceof Edit.Done(var with))) {
      return said;
    }
    Optional<SpeechRequest> speech = plans.scenes(film.film(), with).speech(number - 1);
    if (speech.isEmpty()) {
      return new Edit.Refused(Phrase.FILM_SILENT);
    }
    return switch (voices.check(
        new SpeechPrompt(words, speech.get().voice(), speech.get().manner()))) {
      case SpeechCheck.Speakable(var seconds) ->
          edits.words(board, number, words, Scenes.around(seconds));
      case SpeechCheck.TooLong(var seconds) ->
          edits.words(board, number, words, Scenes.around(seconds));
      case SpeechCheck.NoWords _ -> new Edit.Refused(Phrase.WORDS_MISSING);
      case SpeechCheck.NoSuchVoice _, SpeechCheck.Unspeakable _ ->
          new Edit.Refused(Phrase.WORDS_UNSPEAKABLE);
    };
  }

  private CommandResult saved(
      Invocation call, Waiting film, Edit edit, Optional<StoredFile> own, int number) {
    return switch (edit) {
      case Edit.Refused(var why) -> refuse(call, why);
      case Edit.Done(var board) when board.equals(film.board()) ->
          new CommandResult.Say(cards.scene(call.language(), film, number));
      case Edit.Done(var board) ->
          drafts
              .change(film, board, own)
              .<CommandResult>map(now ->
                  new CommandResult.Say(
                      cards.scene(call.language(), now, number, changed(now, number))))
              .orElseGet(() -> refuse(call, Phrase.DRAFT_CHANGED));
    };
  }

  /// What is said of a scene that was changed.
  static Sentence changed(Waiting now, int number) {
    return Phrase.SCENE_CHANGED.with(
        Argument.NUMBER.of(number), Argument.SECONDS.of(now.board().seconds()));
  }

  /// Why a picture cannot be used, which is then deleted.
  private Optional<Sentence> unreadable(Path file) {
    PictureAnswer answer =
        CompletableFuture.supplyAsync(() -> pictures.read(file), processor).join();
    if (answer instanceof PictureAnswer.Unreadable(var problem)) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Optional.of(IncomingPhotos.refusal(problem));
    }
    return Optional.empty();
  }

  private StoredFile kept(Path file) {
    try {
      return files.put(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CommandResult refuse(Invocation call, Sentence sentence) {
    return new CommandResult.Say(
        OutboundMessage.of(Kind.REFUSAL, wording.say(call.language(), sentence)));
  }
}
