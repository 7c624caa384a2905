package app.photoplay.kind.film;

import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.command.draft.DraftNotices;
import app.photoplay.command.draft.Drafts.Found;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobReader;
import app.photoplay.kind.film.BoardEdits.Edit;
import app.photoplay.kind.film.FilmDrafts.Waiting;
import app.photoplay.provider.text.SpokenTime;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The buttons with which people change the scenes of a film that waits, or of one that is made.
///
/// A tap alters the draft under its code and the message under the finger. Every button is of one
/// revision of the draft; an older one shows how the draft is now.
final class BoardCommands {
  private static final int CODE = 6;
  private static final String CHANGE_MADE = "scenes";
  private static final Pattern WISH = Pattern.compile("([a-z])(\\d{1,2})(?:x(\\d{1,2}))?");

  private final FilmPlans plans;
  private final FilmDrafts drafts;
  private final JobReader jobs;
  private final FilmCards films;
  private final BoardCards cards;
  private final DraftNotices notices;
  private final Wording wording;

  BoardCommands(
      FilmPlans plans,
      FilmDrafts drafts,
      JobReader jobs,
      FilmCards films,
      BoardCards cards,
      DraftNotices notices,
      Wording wording) {
    this.plans = plans;
    this.drafts = drafts;
    this.jobs = jobs;
    this.films = films;
    this.cards = cards;
    this.notices = notices;
    this.wording = wording;
  }

  List<Command> all() {
    return List.of(
        Command.of(CommandSpec.hidden(BoardCards.VERB), this::tap),
        Command.of(CommandSpec.hidden(CHANGE_MADE), this::changeMade));
  }

  /// The button under a finished film.
  private CommandResult changeMade(Invocation call) {
    return JobCode.parse(call.words())
        .flatMap(code -> jobs.find(call.account(), code))
        .filter(job -> job.kind().equals(FilmRequest.KIND))
        .<CommandResult>map(job ->
            films
                .film(job)
                .<CommandResult>map(film ->
                    new CommandResult.Say(
                        cards.all(
                            call.language(),
                            drafts.save(call, film, job.code().value()),
                            Phrase.FILM_STAYS.with(Argument.CODE.of(job.code().value())))))
                .orElseGet(() -> notice(call, Phrase.OFFER_GONE)))
        .orElseGet(() -> notice(call, Phrase.NOT_YOURS));
  }

  private CommandResult tap(Invocation call) {
    int end = Math.min(CODE, call.words().length());
    String wish = call.words().substring(end);
    Found found = drafts.find(call, call.words().substring(0, end));
    Optional<Waiting> film =
        switch (found) {
          case Found.Open(var draft) -> FilmDrafts.read(draft);
          // what was ordered may be changed and ordered once more
          case Found.Ordered(var draft) when !wish.equals("make") -> FilmDrafts.read(draft);
          case Found.Changed(var draft) -> FilmDrafts.read(draft);
          case Found.Ordered _, Found.Ended _, Found.Unknown _ -> Optional.empty();
        };
    if (film.isEmpty()) {
      return new CommandResult.Notice(notices.say(call.account(), call.language(), found));
    }
    return found instanceof Found.Changed
        ? showAgain(call, film.get(), found)
        : done(call, film.get(), wish);
  }

  /// The message did not show what would be changed: it does now.
  private CommandResult showAgain(Invocation call, Waiting film, Found found) {
    return new CommandResult.Change(
        cards.all(call.language(), film), notices.say(call.account(), call.language(), found));
  }

  private CommandResult done(Invocation call, Waiting film, String wish) {
    return switch (wish) {
      case "" -> new CommandResult.Change(cards.all(call.language(), film));
      case "make" ->
          new CommandResult.Order(film.film(), film.inputs(), false, film.at().used(), true);
      case "pictures" ->
          new CommandResult.Order(
              PreviewRequest.ofPictures(film.film()), film.inputs(), false, Optional.empty());
      case "voice" -> new CommandResult.Change(cards.voices(call.language(), film));
      case "length" -> new CommandResult.Change(cards.lengths(call.language(), film));
      case "mute" -> saved(call, film, film.film().toldBy(""), 0);
      default -> {
        Matcher read = WISH.matcher(wish);
        yield read.matches()
            ? changed(
                call,
                film,
                read.group(1).charAt(0),
                Integer.parseInt(read.group(2)),
                Optional.ofNullable(read.group(3)).map(Integer::valueOf).orElse(-1))
            : notice(call, Phrase.PRESS_UNKNOWN);
      }
    };
  }

  /// @param cast whose place in the cast it is about
  private CommandResult changed(Invocation call, Waiting film, char wish, int number, int cast) {
    Storyboard board = film.board();
    BoardEdits edits = new BoardEdits(plans.shots(film.film()));
    return switch (wish) {
      case 's' ->
          number >= 1 && number <= board.scenes().size()
              ? scene(call, film, number)
              : notice(call, Phrase.PRESS_UNKNOWN);
      case 'v' ->
          number < cards.narrators(film).size()
              ? saved(call, film, film.film().toldBy(cards.narrators(film).get(number)), 0)
              : notice(call, Phrase.PRESS_UNKNOWN);
      case 'l' ->
          number < BoardCards.LENGTHS.size()
              ? shown(call, film, lasting(film, edits, BoardCards.LENGTHS.get(number)), 0)
              : notice(call, Phrase.PRESS_UNKNOWN);
      case 'd' -> shown(call, film, edits.drop(board, number), 0);
      case 'u' -> shown(call, film, edits.up(board, number), 0);
      case 'w' -> shown(call, film, edits.down(board, number), 0);
      case 'a' -> shown(call, film, edits.add(board, number), number + 1);
      case 't' -> shown(call, film, edits.another(board, number), number);
      case 'n' -> shown(call, film, edits.spokenBy(board, number, ""), number);
      case 'p' ->
          cast >= 0 && cast < film.film().cast().size()
              ? shown(
                  call,
                  film,
                  edits.spokenBy(board, number, film.film().cast().get(cast).name()),
                  number)
              : notice(call, Phrase.PRESS_UNKNOWN);
      default -> notice(call, Phrase.PRESS_UNKNOWN);
    };
  }

  private CommandResult scene(Invocation call, Waiting film, int number) {
    return new CommandResult.Change(cards.scene(call.language(), film, number));
  }

  /// @param next the scene that is shown then; 0 for all
  private CommandResult shown(Invocation call, Waiting film, Edit edit, int next) {
    return switch (edit) {
      case Edit.Refused(var why) -> notice(call, why);
      case Edit.Done(var board) -> saved(call, film, film.film().with(board), next);
    };
  }

  private CommandResult saved(Invocation call, Waiting film, FilmRequest changed, int next) {
    return drafts
        .change(film, changed, Optional.empty())
        .<CommandResult>map(now -> {
          OutboundMessage card =
              next == 0
                  ? cards.all(call.language(), now)
                  : cards.scene(call.language(), now, next, SceneCommand.changed(now, next));
          return new CommandResult.Change(card);
        })
        .orElseGet(() ->
            new CommandResult.Notice(
                notices.say(call.account(), call.language(), new Found.Changed(film.at()))));
  }

  /// No scene gets too short for its words.
  private Edit lasting(Waiting film, BoardEdits edits, int seconds) {
    Scenes scenes = plans.scenes(film.film(), film.board());
    List<Double> least =
        IntStream.range(0, scenes.count())
            .mapToObj(i ->
                scenes
                    .speech(i)
                    .map(it -> Scenes.around(SpokenTime.seconds(it.words())))
                    .orElse(0.0))
            .toList();
    return edits.lasting(film.board(), seconds, least);
  }

  private CommandResult notice(Invocation call, Sentence sentence) {
    return new CommandResult.Notice(wording.say(call.language(), sentence));
  }
}
