package app.photoplay.command.builtin;

import app.photoplay.budget.Money;
import app.photoplay.job.JobCode;
import app.photoplay.job.event.Actor;
import app.photoplay.job.event.JobEvent;
import app.photoplay.job.event.JobTimeline;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What the operator reads of a job's timeline, a page of it at a time.
final class TimelineAnswer {
  /// About what one message of the narrowest platform holds.
  private static final int LINES = 12;

  /// As logs write times: the operator compares them.
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final JobTimeline timeline;
  private final ZoneId zone;

  TimelineAnswer(JobTimeline timeline, ZoneId zone) {
    this.timeline = timeline;
    this.zone = zone;
  }

  /// What has happened to the job of a code, or that there is none.
  ///
  /// @param page as it was written; one that there is not is taken for the nearest that there is
  Sentence about(String code, String page) {
    Optional<JobCode> job = JobCode.parse(code);
    if (job.isEmpty()) {
      return Phrase.OPS_NO_JOB;
    }
    int wanted = page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    JobTimeline.Part part = part(job.get(), wanted);
    int pages = Math.ceilDiv(part.all(), LINES);
    if (wanted > pages && pages > 0) {
      wanted = pages;
      part = part(job.get(), wanted);
    }
    return part.all() == 0 ? Phrase.OPS_NO_JOB : said(job.get(), part, wanted, pages);
  }

  private JobTimeline.Part part(JobCode job, int page) {
    return timeline.of(job, (page - 1) * LINES, LINES);
  }

  private Sentence said(JobCode job, JobTimeline.Part part, int page, int pages) {
    Argument.Given code = Argument.CODE.of(job.value());
    Sentence title = Phrase.OPS_JOB.with(code, Argument.ZONE.of(zone.getId()));
    Sentence lines =
        Sentence.lines(part.entries().stream().flatMap(entry -> lines(entry).stream()).toList());
    if (pages == 1) {
      return Sentence.lines(title, lines);
    }
    Argument.Given current = Argument.PAGE.of(page);
    Argument.Given last = Argument.MOST.of(pages);
    // after the last page comes the first
    Argument.Given other = Argument.NEXT.of(page % pages + 1);
    return Sentence.lines(title, lines, Phrase.OPS_JOB_PAGE.with(code, current, last, other));
  }

  private List<Sentence> lines(JobTimeline.Entry entry) {
    JobEvent event = entry.event();
    return Stream.of(
            Optional.of(what(entry.code(), event)),
            costs(event),
            tries(event),
            paid(event),
            event.note().map(it -> Phrase.OPS_EVENT_NOTE.with(Argument.WORDS.of(it))))
        .flatMap(Optional::stream)
        .toList();
  }

  private Sentence what(JobCode code, JobEvent event) {
    return Phrase.OPS_EVENT.with(
        Argument.STAMP.of(STAMP.format(event.at().atZone(zone))),
        Argument.WHAT.of(event.kind()),
        Argument.CODE.of(code.value()),
        Argument.LABEL.of(action(event.action())),
        Argument.STATUS.of(JobCommands.status(event.after())),
        Argument.STEP.of(event.stage().stored()),
        Argument.ACTOR.of(actor(event.actor())),
        Argument.ELAPSED.of(seconds(event.elapsed())),
        Argument.WORKED.of(seconds(event.worked())));
  }

  private static Optional<Sentence> costs(JobEvent event) {
    return event.money().equals(Money.ZERO)
        ? Optional.empty()
        : Optional.of(Phrase.OPS_EVENT_MONEY.with(Argument.AMOUNT.of(event.money().amount())));
  }

  private static Optional<Sentence> tries(JobEvent event) {
    return event.attempt() == 0
        ? Optional.empty()
        : Optional.of(Phrase.OPS_EVENT_TRIES.with(Argument.COUNT.of(event.attempt())));
  }

  private static Optional<Sentence> paid(JobEvent event) {
    return event.request().map(key -> paid(key, event.operation()));
  }

  private static Sentence paid(String key, Optional<String> operation) {
    return operation.isPresent()
        ? Phrase.OPS_EVENT_OPERATION.with(
            Argument.KEY.of(key), Argument.OPERATION.of(operation.get()))
        : Phrase.OPS_EVENT_REQUEST.with(Argument.KEY.of(key));
  }

  private static double seconds(Duration span) {
    return span.toMillis() / 1000.0;
  }

  private static Sentence actor(Actor actor) {
    return switch (actor) {
      case Actor.Instance(var name) -> Phrase.OPS_BY_INSTANCE.with(Argument.ID.of(name));
      case Actor.Provider(var name) -> Phrase.OPS_BY_PROVIDER.with(Argument.PROVIDER.of(name));
      case Actor.Account(var id) ->
          Phrase.OPS_BY_ACCOUNT.with(Argument.ID.of(Long.toString(id.value())));
    };
  }

  private static Phrase action(JobEvent.Action action) {
    return switch (action) {
      case ORDERED -> Phrase.OPS_ORDERED;
      case STEPPED -> Phrase.OPS_STEPPED;
      case RETRIED -> Phrase.OPS_RETRIED;
      case POSTPONED -> Phrase.OPS_POSTPONED;
      case FORKED -> Phrase.OPS_FORKED;
      case REFUNDED -> Phrase.OPS_REFUNDED;
      case SENDING -> Phrase.OPS_SENDING;
      case ACCEPTED -> Phrase.OPS_ACCEPTED;
      case NOT_TAKEN -> Phrase.OPS_NOT_TAKEN;
      case REFUSED -> Phrase.OPS_REFUSED;
      case UNCLEAR -> Phrase.OPS_UNCLEAR;
      case ASKED -> Phrase.OPS_ASKED;
      case DECIDED -> Phrase.OPS_DECIDED;
      case CANCELLED -> Phrase.OPS_CANCELLED;
      case FREED -> Phrase.OPS_FREED;
      case ENDED -> Phrase.OPS_ENDED;
    };
  }
}
