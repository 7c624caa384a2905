package app.photoplay.command;

import app.photoplay.chat.OutboundMessage;
import app.photoplay.chat.OutboundMessage.Kind;
import app.photoplay.intake.Doubts;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobReader;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What people decide when nothing tells whether a provider took paid work: the owner by the
/// buttons of the card, the operator by `/ops doubts` and `/ops settle CODE absent|there
/// OPERATION|lost`.
public final class DoubtCommands {
  private final Doubts doubts;
  private final JobReader jobs;
  private final Set<String> operators;
  private final Runnable decided;
  private final ZoneId zone;
  private final Wording wording;
  private final InstantSource time;

  /// The commands.
  ///
  /// @param operators who may settle for everybody, each as `platform:id`
  /// @param decided told after a decision was written
  /// @param zone in which operators read times
  public DoubtCommands(
      Doubts doubts,
      JobReader jobs,
      Set<String> operators,
      Runnable decided,
      ZoneId zone,
      Wording wording,
      InstantSource time) {
    this.doubts = doubts;
    this.jobs = jobs;
    this.operators = Set.copyOf(operators);
    this.decided = decided;
    this.zone = zone;
    this.wording = wording;
    this.time = time;
  }

  public List<Command> all() {
    return List.of(
        Command.of(CommandSpec.hidden("resend"), this::resend),
        Command.of(CommandSpec.unlisted("ops"), this::ops));
  }

  private CommandResult resend(Invocation call) {
    Optional<JobCode> own =
        JobCode.parse(call.words()).filter(code -> jobs.find(call.account(), code).isPresent());
    boolean sent =
        own.filter(code -> doubts.again(call.account(), code, time.instant())).isPresent();
    if (sent) {
      decided.run();
    }
    Phrase told =
        sent ? Phrase.RESENDING : own.isPresent() ? Phrase.PRESS_UNKNOWN : Phrase.NOT_YOURS;
    return new CommandResult.Notice(wording.say(call.language(), told));
  }

  private CommandResult ops(Invocation call) {
    if (!operators.contains(call.from().platform() + ":" + call.from().id())) {
      return say(
          Kind.REFUSAL,
          call,
          Phrase.OPS_NOT_YOURS,
          Map.of("id", call.from().platform() + ":" + call.from().id()));
    }
    String[] words = call.words().strip().split("\\s+");
    return switch (words[0]) {
      case "doubts" -> list(call);
      case "settle" -> settle(call, words);
      default -> say(Kind.REFUSAL, call, Phrase.OPS_USAGE, Map.of());
    };
  }

  private CommandResult list(Invocation call) {
    List<Doubts.Doubt> open = doubts.open();
    if (open.isEmpty()) {
      return say(Kind.ANSWER, call, Phrase.OPS_NO_DOUBTS, Map.of());
    }
    String lines = open.stream().map(doubt -> line(call, doubt)).collect(Collectors.joining("\n"));
    String usage = wording.say(call.language(), Phrase.OPS_USAGE);
    return new CommandResult.Say(OutboundMessage.of(Kind.ANSWER, lines + "\n" + usage));
  }

  private String line(Invocation call, Doubts.Doubt doubt) {
    return wording.say(
        call.language(),
        Phrase.OPS_DOUBT,
        Map.of(
            "code", doubt.code().value(),
            "provider", doubt.provider(),
            "key", doubt.key(),
            "price", wording.money(doubt.estimate().microUsd()),
            "when", wording.time(call.language(), doubt.since(), zone)));
  }

  private CommandResult settle(Invocation call, String[] words) {
    Optional<JobCode> code = words.length > 2 ? JobCode.parse(words[1]) : Optional.empty();
    Optional<Doubts.Decision> decision = decision(words);
    if (code.isEmpty() || decision.isEmpty()) {
      return say(Kind.REFUSAL, call, Phrase.OPS_USAGE, Map.of());
    }
    boolean settled = doubts.settle(code.get(), decision.get(), time.instant());
    if (settled) {
      decided.run();
    }
    return say(
        Kind.ANSWER,
        call,
        settled ? Phrase.OPS_SETTLED : Phrase.OPS_NO_DOUBT,
        Map.of("code", code.get().value()));
  }

  private static Optional<Doubts.Decision> decision(String[] words) {
    return switch (words.length < 3 ? "" : words[2]) {
      case "absent" -> Optional.of(new Doubts.Decision.Absent());
      case "there" ->
          words.length > 3 ? Optional.of(new Doubts.Decision.There(words[3])) : Optional.empty();
      case "lost" -> Optional.of(new Doubts.Decision.Lost());
      default -> Optional.empty();
    };
  }

  private CommandResult say(Kind kind, Invocation call, Phrase phrase, Map<String, ?> values) {
    return new CommandResult.Say(
        OutboundMessage.of(kind, wording.say(call.language(), phrase, values)));
  }
}
