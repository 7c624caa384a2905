package app.photoplay.kind.film;

import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobReader;
import app.photoplay.job.JobReport;
import app.photoplay.job.JobRequest;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.util.List;
import java.util.Optional;

/// The buttons under a film's storyboard and pictures: go on, or see more first.
final class ReviewCommand implements Command {
  private static final int CODE = 6;

  private final JobReader jobs;
  private final FilmCards cards;
  private final Wording wording;

  ReviewCommand(JobReader jobs, FilmCards cards, Wording wording) {
    this.jobs = jobs;
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
    Optional<FilmRequest> film = cards.film(preview.get());
    if (film.isEmpty()) {
      return notice(call, Phrase.OFFER_GONE);
    }
    return switch (call.words().substring(end)) {
      case "make" -> order(film.get());
      case "pictures" -> order(new PreviewRequest(film.get()));
      default -> notice(call, Phrase.PRESS_UNKNOWN);
    };
  }

  private static CommandResult order(JobRequest request) {
    return new CommandResult.Order(request, List.of(), false, Optional.empty());
  }

  private CommandResult notice(Invocation call, Phrase phrase) {
    return new CommandResult.Notice(wording.say(call.language(), phrase));
  }
}
