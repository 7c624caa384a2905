package app.photoplay.kind.film;

import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobReader;
import app.photoplay.job.JobReport;
import app.photoplay.job.JobRequest;
import app.photoplay.kind.film.BoardEdits.Edit;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The buttons under a film's storyboard and pictures: go on, see more first, or change something.
/// What is ordered is what the message shows.
final class ReviewCommand implements Command {
  private static final int CODE = 6;
  private static final Pattern ANOTHER = Pattern.compile("t(\\d{1,2})");

  private final FilmPlans plans;
  private final FilmDrafts drafts;
  private final JobReader jobs;
  private final FilmCards films;
  private final BoardCards cards;
  private final Wording wording;

  ReviewCommand(
      FilmPlans plans,
      FilmDrafts drafts,
      JobReader jobs,
      FilmCards films,
      BoardCards cards,
      Wording wording) {
    this.plans = plans;
    this.drafts = drafts;
    this.jobs = jobs;
    this.films = films;
    this.cards = cards;
    this.wording = wording;
  }

  @Override
  public CommandSpec spec() {
    return CommandSpec.hidden(FilmCards.VERB);
  }

  @Override
  public CommandResult run(Invocation call) {
    int end = Math.min(CODE, call.words().length());
    Optional<JobReport> preview =
        JobCode.parse(call.words().substring(0, end))
            .flatMap(code -> jobs.find(call.account(), code))
            .filter(job -> job.kind().equals(PreviewRequest.KIND));
    if (preview.isEmpty()) {
      return notice(call, Phrase.NOT_YOURS);
    }
    return films
        .film(preview.get())
        .map(film -> run(call, film, call.words().substring(end)))
        .orElseGet(() -> notice(call, Phrase.OFFER_GONE));
  }

  private CommandResult run(Invocation call, FilmRequest film, String wish) {
    return switch (wish) {
      case "make" -> order(film);
      case "pictures" -> pictures(call, film, film);
      case "change" -> new CommandResult.Say(cards.all(call.language(), drafts.save(call, film)));
      default -> {
        Matcher another = ANOTHER.matcher(wish);
        yield another.matches()
            ? another(call, film, Integer.parseInt(another.group(1)))
            : notice(call, Phrase.PRESS_UNKNOWN);
      }
    };
  }

  private CommandResult another(Invocation call, FilmRequest film, int scene) {
    BoardEdits edits = new BoardEdits(plans.shots(film));
    return switch (edits.another(Objects.requireNonNull(film.board()), scene)) {
      case Edit.Done(var board) -> pictures(call, film, film.with(board));
      case Edit.Refused(var why) -> notice(call, why);
    };
  }

  private CommandResult pictures(Invocation call, FilmRequest seen, FilmRequest film) {
    drafts.follow(call, seen, film);
    return order(PreviewRequest.ofPictures(film));
  }

  private static CommandResult order(JobRequest request) {
    return new CommandResult.Order(request, List.of(), false, Optional.empty());
  }

  private CommandResult notice(Invocation call, Sentence sentence) {
    return new CommandResult.Notice(wording.say(call.language(), sentence));
  }
}
