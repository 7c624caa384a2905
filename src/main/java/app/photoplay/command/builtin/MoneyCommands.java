package app.photoplay.command.builtin;

import app.photoplay.budget.Allowance;
import app.photoplay.budget.Entry;
import app.photoplay.budget.Ledger;
import app.photoplay.budget.Money;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobReader;
import app.photoplay.job.JobReport;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The commands about money and what it depends on: `/budget`, `/receipt`, `/settings`, `/status`.
public final class MoneyCommands {
  private final JobReader jobs;
  private final Ledger ledger;
  private final Wording wording;
  private final InstantSource time;

  public MoneyCommands(JobReader jobs, Ledger ledger, Wording wording, InstantSource time) {
    this.jobs = jobs;
    this.ledger = ledger;
    this.wording = wording;
    this.time = time;
  }

  public List<Command> all() {
    return List.of(
        Command.of(CommandSpec.listed("budget", Phrase.COMMAND_BUDGET), this::budget),
        Command.of(CommandSpec.withButton("receipt", Phrase.COMMAND_RECEIPT), this::receipt),
        Command.of(CommandSpec.listed("status", Phrase.COMMAND_STATUS), this::status),
        Command.of(CommandSpec.listed("settings", Phrase.COMMAND_SETTINGS), this::settings));
  }

  private CommandResult budget(Invocation call) {
    Instant now = time.instant();
    Allowance today = ledger.allowance(call.account(), call.message().conversation().party(), now);
    ZoneId zone = ledger.zone(call.account(), now);
    return say(
        call,
        Phrase.BUDGET,
        Map.of(
            "spent", money(today.spent()),
            "cap", money(today.cap()),
            "left", money(today.left()),
            "resets", wording.time(call.language(), today.resets(), zone)));
  }

  private CommandResult receipt(Invocation call) {
    if (call.words().isEmpty()) {
      return say(call, Phrase.CODE_MISSING, Map.of());
    }
    Optional<JobReport> job =
        JobCode.parse(call.words()).flatMap(code -> jobs.find(call.account(), code));
    if (job.isEmpty()) {
      return !call.pressed()
          ? say(call, Phrase.JOB_NOT_FOUND, Map.of())
          : new CommandResult.Notice(wording.say(call.language(), Phrase.NOT_YOURS));
    }
    List<Entry> entries = ledger.entries(job.get().id().value());
    String lines =
        entries.isEmpty()
            ? wording.say(
                call.language(),
                job.get().fromCache() ? Phrase.RECEIPT_CACHED : Phrase.RECEIPT_FREE)
            : entries.stream().map(entry -> line(call, entry)).collect(Collectors.joining("\n"));
    ZoneId zone = ledger.zone(call.account(), time.instant());
    return say(
        call,
        Phrase.RECEIPT,
        Map.of(
            "code", job.get().code().value(),
            "when", wording.time(call.language(), job.get().created(), zone),
            "lines", lines));
  }

  private String line(Invocation call, Entry entry) {
    Phrase phrase =
        switch (entry.kind()) {
          case HOLD -> Phrase.RECEIPT_HOLD;
          case RELEASE -> Phrase.RECEIPT_RELEASE;
          case CHARGE -> Phrase.RECEIPT_CHARGE;
        };
    Money amount = new Money(Math.abs(entry.amount().microUsd()));
    return wording.say(call.language(), phrase, Map.of("amount", money(amount)));
  }

  private CommandResult status(Invocation call) {
    return say(call, Phrase.STATUS, Map.of("open", jobs.open()));
  }

  private CommandResult settings(Invocation call) {
    Instant now = time.instant();
    String[] words = call.words().split("\\s+", 2);
    if (words.length < 2 || !words[0].equalsIgnoreCase("zone")) {
      ZoneId zone = ledger.zone(call.account(), now);
      return say(call, Phrase.SETTINGS, Map.of("zone", zone.getId()));
    }
    ZoneId zone;
    try {
      zone = ZoneId.of(words[1]);
    } catch (DateTimeException e) {
      return new CommandResult.Say(
          OutboundMessage.of(
              Kind.REFUSAL,
              wording.say(
                  call.language(), Phrase.SETTINGS_ZONE_UNKNOWN, Map.of("zone", words[1]))));
    }
    Instant from = ledger.changeZone(call.account(), zone, now);
    return say(
        call,
        Phrase.SETTINGS_ZONE_CHANGED,
        Map.of("zone", zone.getId(), "when", wording.time(call.language(), from, zone)));
  }

  private String money(Money amount) {
    return wording.money(amount.microUsd());
  }

  private CommandResult say(Invocation call, Phrase phrase, Map<String, ?> values) {
    return new CommandResult.Say(
        OutboundMessage.of(Kind.ANSWER, wording.say(call.language(), phrase, values)).privately());
  }
}
