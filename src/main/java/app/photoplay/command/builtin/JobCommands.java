package app.photoplay.command.builtin;

import app.photoplay.budget.Ledger;
import app.photoplay.chat.OptionSpec;
import app.photoplay.chat.button.Button;
import app.photoplay.chat.button.ButtonData;
import app.photoplay.chat.button.ButtonSigner;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.delivery.fit.Fitting;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.JobDesk;
import app.photoplay.job.Artifact;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobReader;
import app.photoplay.job.JobReport;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Kinds;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The commands about one's own jobs: `/jobs`, `/job`, `/cancel`, `/again`, `/link` and the button
/// for making one afresh. Another person's job is answered like one that does not exist.
public final class JobCommands {
  private static final int LISTED = 10;

  /// Of a job, as people type it.
  static final OptionSpec CODE =
      new OptionSpec("code", Phrase.OPTION_CODE, new OptionSpec.Values.Text(20, List::of));

  private final JobReader jobs;
  private final JobDesk desk;
  private final Kinds kinds;
  private final Ledger ledger;
  private final Fitting fitting;
  private final boolean free;
  private final ButtonSigner buttons;
  private final Wording wording;
  private final InstantSource time;

  /// The commands.
  ///
  /// @param free whether nothing costs anything, so that no prices are shown
  public JobCommands(
      JobReader jobs,
      JobDesk desk,
      Kinds kinds,
      Ledger ledger,
      Fitting fitting,
      boolean free,
      ButtonSigner buttons,
      Wording wording,
      InstantSource time) {
    this.jobs = jobs;
    this.desk = desk;
    this.kinds = kinds;
    this.ledger = ledger;
    this.fitting = fitting;
    this.free = free;
    this.buttons = buttons;
    this.wording = wording;
    this.time = time;
  }

  public List<Command> all() {
    return List.of(
        Command.of(CommandSpec.listed("jobs", Phrase.COMMAND_JOBS).personal(), this::list),
        Command.of(
            CommandSpec.listed("job", Phrase.COMMAND_JOB).with(CODE.asRequired()).personal(),
            call -> withJob(call, this::one)),
        Command.of(
            CommandSpec.withButton("cancel", Phrase.COMMAND_CANCEL).with(CODE).personal(),
            this::cancel),
        Command.of(
            CommandSpec.withButton("again", Phrase.COMMAND_AGAIN).with(CODE.asRequired()),
            call -> withJob(call, this::again)),
        Command.of(
            CommandSpec.hidden("repeat"), call -> withJob(call, (_, job) -> same(job, false))),
        Command.of(
            CommandSpec.listed("link", Phrase.COMMAND_LINK).with(CODE.asRequired()).personal(),
            call -> withJob(call, this::link)),
        Command.of(
            CommandSpec.hidden("fresh"), call -> withJob(call, (_, job) -> same(job, true))));
  }

  private CommandResult list(Invocation call) {
    List<JobReport> latest = jobs.latest(call.account(), LISTED);
    if (latest.isEmpty()) {
      return say(call, Phrase.JOBS_NONE);
    }
    Sentence lines = Sentence.lines(latest.stream().map(job -> line(call, job)).toList());
    return say(call, Sentence.lines(Phrase.JOBS_TITLE, lines));
  }

  private CommandResult one(Invocation call, JobReport job) {
    OutboundMessage line =
        OutboundMessage.of(Kind.ANSWER, wording.say(call.language(), line(call, job)));
    Button button =
        job.status().over()
            ? button(wording.say(call.language(), Phrase.BUTTON_AGAIN), "again", job)
            : button(wording.say(call.language(), Phrase.BUTTON_CANCEL), "cancel", job);
    return new CommandResult.Say(line.with(List.of(List.of(button))));
  }

  private CommandResult cancel(Invocation call) {
    if (!call.words().isEmpty()) {
      return withJob(call, this::cancel);
    }
    List<JobReport> going =
        jobs.latest(call.account(), LISTED).stream().filter(job -> !job.status().over()).toList();
    if (going.isEmpty()) {
      return say(call, Phrase.CANCEL_NONE);
    }
    if (going.size() == 1) {
      return cancel(call, going.getFirst());
    }
    List<String> codes = going.stream().map(job -> job.code().value()).toList();
    List<List<Button>> buttons =
        going.stream().map(job -> List.of(button(job.code().value(), "cancel", job))).toList();
    String text = wording.say(call.language(), Phrase.CANCEL_WHICH.with(Argument.CODES.of(codes)));
    return new CommandResult.Say(OutboundMessage.of(Kind.QUESTION, text).with(buttons));
  }

  private Button button(String label, String verb, JobReport job) {
    return new Button(
        label, buttons.sign(ButtonData.of(verb, job.code().value(), job.account().value())));
  }

  private CommandResult cancel(Invocation call, JobReport job) {
    Argument.Given code = Argument.CODE.of(job.code().value());
    return switch (desk.cancel(call.account(), job.code())) {
      case DeskStore.Cancelled.Cancelling _ -> brief(call, Phrase.JOB_CANCELLING.with(code));
      case DeskStore.Cancelled.Over _ -> brief(call, Phrase.JOB_OVER.with(code));
      case DeskStore.Cancelled.Unknown _ -> unknown(call);
    };
  }

  /// Another take of what was made. What was not made, or not all of it, is tried once more as it
  /// was ordered.
  private CommandResult again(Invocation call, JobReport job) {
    boolean whole = !job.artifacts().isEmpty() && Artifact.missing(job.artifacts()).isEmpty();
    Optional<? extends JobRequest> take =
        whole ? kinds.get(job.kind()).retake(job.request(), take(call)) : Optional.empty();
    return take.<CommandResult>map(it ->
            new CommandResult.Order(it, List.of(), false, Optional.empty())
                .saying(wording.say(call.language(), Phrase.NEW_TAKE)))
        .orElseGet(() -> same(job, false));
  }

  /// Another for each message and press, and the same when that comes again after a crash.
  private static long take(Invocation call) {
    return 1 + Integer.toUnsignedLong(call.occasion().key().hashCode());
  }

  private CommandResult same(JobReport job, boolean fresh) {
    return new CommandResult.Order(
        kinds.get(job.kind()).requests().decode(job.request()), List.of(), fresh, Optional.empty());
  }

  /// Another link to what was made, when the one that was given does not work any more.
  private CommandResult link(Invocation call, JobReport job) {
    Optional<Artifact> video = Artifact.find(job.artifacts(), Artifact.VIDEO);
    if (video.isEmpty()) {
      return aside(call, Phrase.LINK_NO_VIDEO.with(Argument.CODE.of(job.code().value())));
    }
    Optional<Fitting.Link> link = fitting.link(job, video.get());
    if (link.isEmpty()) {
      return aside(call, Phrase.LINK_NONE);
    }
    Sentence says = Phrase.LINK.with(Argument.DAYS.of(link.get().lives().toDays()));
    // on a line of its own, so that every chat makes it a link
    String text = wording.say(call.language(), says) + "\n" + link.get().address();
    return new CommandResult.Say(OutboundMessage.of(Kind.ANSWER, text).privately());
  }

  private CommandResult withJob(Invocation call, Answer answer) {
    if (call.words().isEmpty()) {
      return aside(call, Phrase.CODE_MISSING);
    }
    return JobCode.parse(call.words())
        .flatMap(code -> jobs.find(call.account(), code))
        .map(job -> answer.to(call, job))
        .orElseGet(() -> unknown(call));
  }

  /// A job that is not there, or another person's: whoever presses a button in a group is told so
  /// alone.
  private CommandResult unknown(Invocation call) {
    return brief(call, !call.pressed() ? Phrase.JOB_NOT_FOUND : Phrase.NOT_YOURS);
  }

  /// An answer that is only for the person, in a few words where a button was pressed.
  private CommandResult brief(Invocation call, Sentence sentence) {
    return !call.pressed()
        ? aside(call, sentence)
        : new CommandResult.Notice(wording.say(call.language(), sentence));
  }

  private Sentence line(Invocation call, JobReport job) {
    Argument.Given code = Argument.CODE.of(job.code().value());
    Argument.Given status = Argument.STATUS.of(status(job.status()));
    Argument.Given when =
        Argument.WHEN.of(job.created().atZone(ledger.zone(call.account(), time.instant())));
    return free && job.cost().isZero()
        ? Phrase.JOB_LINE_FREE.with(code, status, when)
        : Phrase.JOB_LINE.with(code, status, when, Argument.PRICE.of(job.cost().amount()));
  }

  /// Where a job is, in a word or two.
  static Phrase status(JobReport.Status status) {
    return switch (status) {
      case READY -> Phrase.STATUS_READY;
      case RUNNING -> Phrase.STATUS_RUNNING;
      case WAITING -> Phrase.STATUS_WAITING;
      case MADE -> Phrase.STATUS_MADE;
      case FAILED -> Phrase.STATUS_FAILED;
      case CANCELLED -> Phrase.STATUS_CANCELLED;
    };
  }

  /// For the person alone, also where all see what the command makes.
  private CommandResult aside(Invocation call, Sentence sentence) {
    return new CommandResult.Say(
        OutboundMessage.of(Kind.ANSWER, wording.say(call.language(), sentence)).privately());
  }

  private CommandResult say(Invocation call, Sentence sentence) {
    return new CommandResult.Say(
        OutboundMessage.of(Kind.ANSWER, wording.say(call.language(), sentence)));
  }

  private interface Answer {
    CommandResult to(Invocation call, JobReport job);
  }
}
