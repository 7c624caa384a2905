package app.photoplay.command.builtin;

import app.photoplay.budget.Allowance;
import app.photoplay.budget.Ledger;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobReader;
import app.photoplay.job.JobReport;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The commands about money and what it depends on: `/budget`, `/receipt`, `/status`.
public final class MoneyCommands {
  private final JobReader jobs;
  private final Ledger ledger;
  private final boolean free;
  private final Receipts receipts;
  private final Wording wording;
  private final InstantSource time;

  /// The commands.
  ///
  /// @param free whether nothing costs anything
  public MoneyCommands(
      JobReader jobs, Ledger ledger, boolean free, Wording wording, InstantSource time) {
    this.jobs = jobs;
    this.ledger = ledger;
    this.free = free;
    this.receipts = new Receipts(ledger, free, time);
    this.wording = wording;
    this.time = time;
  }

  public List<Command> all() {
    return List.of(
        Command.of(CommandSpec.listed("budget", Phrase.COMMAND_BUDGET).personal(), this::budget),
        Command.of(
            CommandSpec.withButton("receipt", Phrase.COMMAND_RECEIPT)
                .with(JobCommands.CODE.asRequired())
                .personal(),
            this::receipt),
        Command.of(CommandSpec.listed("status", Phrase.COMMAND_STATUS).personal(), this::status));
  }

  private CommandResult budget(Invocation call) {
    Instant now = time.instant();
    Allowance today = ledger.allowance(call.account(), call.message().conversation().party(), now);
    if (free && today.spent().isZero()) {
      return say(call, Phrase.BUDGET_FREE);
    }
    ZoneId zone = ledger.zone(call.account(), now);
    return say(
        call,
        Phrase.BUDGET.with(
            Argument.SPENT.of(today.spent().amount()),
            Argument.CAP.of(today.cap().amount()),
            Argument.LEFT.of(today.left().amount()),
            Argument.RESETS.of(today.resets().atZone(zone))));
  }

  private CommandResult receipt(Invocation call) {
    if (call.words().isEmpty()) {
      return say(call, Phrase.CODE_MISSING);
    }
    Optional<JobReport> job =
        JobCode.parse(call.words()).flatMap(code -> jobs.find(call.account(), code));
    if (job.isEmpty()) {
      return !call.pressed()
          ? say(call, Phrase.JOB_NOT_FOUND)
          : new CommandResult.Notice(wording.say(call.language(), Phrase.NOT_YOURS));
    }
    return say(call, receipts.of(job.get()));
  }

  private CommandResult status(Invocation call) {
    return say(call, Phrase.STATUS.with(Argument.OPEN.of(jobs.open())));
  }

  private CommandResult say(Invocation call, Sentence sentence) {
    return new CommandResult.Say(
        OutboundMessage.of(Kind.ANSWER, wording.say(call.language(), sentence)).privately());
  }
}
