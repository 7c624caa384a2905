package app.photoplay.command.builtin;

import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.intake.Operations;
import app.photoplay.intake.UnresolvedSubmissions;
import app.photoplay.job.JobCode;
import app.photoplay.job.PaidCall.Found;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What people decide when nothing tells whether a provider took paid work: the owner by the
/// buttons of the card, the operator by [OperatorCommand]. Each decision is about one submission.
public final class SubmissionCommands {
  /// What providers call their operations, as far as anybody knows.
  private static final Pattern OPERATION = Pattern.compile("[!-~]{1,200}");

  /// What we call our submissions; an operator may take one for the provider's name.
  private static final Pattern KEY = Pattern.compile("(?i)photoplay-[0-9]{1,19}");

  private final UnresolvedSubmissions doubts;
  private final Operations operations;
  private final Runnable decided;
  private final ZoneId zone;
  private final Wording wording;
  private final InstantSource time;

  /// The commands.
  ///
  /// @param operations by which what the operator found is checked
  /// @param decided told after a decision was written
  /// @param zone in which operators read times
  public SubmissionCommands(
      UnresolvedSubmissions doubts,
      Operations operations,
      Runnable decided,
      ZoneId zone,
      Wording wording,
      InstantSource time) {
    this.doubts = doubts;
    this.operations = operations;
    this.decided = decided;
    this.zone = zone;
    this.wording = wording;
    this.time = time;
  }

  public List<Command> all() {
    return List.of(Command.of(CommandSpec.hidden("resend"), this::resend));
  }

  private CommandResult resend(Invocation call) {
    UnresolvedSubmissions.Settled settled =
        JobCode.parse(call.words())
            .map(code -> doubts.again(call.account(), code, time.instant()))
            .orElse(UnresolvedSubmissions.Settled.NOT_YOURS);
    Phrase told =
        switch (settled) {
          case DONE -> Phrase.RESENDING;
          case NOT_IN_DOUBT, OPERATION_TAKEN -> Phrase.PRESS_UNKNOWN;
          case NOT_YOURS -> Phrase.NOT_YOURS;
        };
    if (settled == UnresolvedSubmissions.Settled.DONE) {
      decided.run();
    }
    return new CommandResult.Notice(wording.say(call.language(), told));
  }

  /// `/ops doubts`.
  CommandResult doubts(Invocation call) {
    List<UnresolvedSubmissions.Doubt> open = doubts.open();
    if (open.isEmpty()) {
      return say(Kind.ANSWER, call, Phrase.OPS_NO_DOUBTS);
    }
    Sentence lines = Sentence.lines(open.stream().map(this::line).toList());
    return say(Kind.ANSWER, call, Sentence.lines(lines, Phrase.OPS_USAGE));
  }

  private Sentence line(UnresolvedSubmissions.Doubt doubt) {
    return Phrase.OPS_DOUBT.with(
        Argument.CODE.of(doubt.code().value()),
        Argument.PROVIDER.of(doubt.provider()),
        Argument.KEY.of(doubt.key()),
        Argument.PRICE.of(doubt.estimate().amount()),
        Argument.WHEN.of(doubt.since().atZone(zone)));
  }

  /// `/ops settle KEY absent|there OPERATION|lost`.
  CommandResult settle(Invocation call, String[] words) {
    Optional<UnresolvedSubmissions.Decision> decision = decision(words);
    boolean named =
        words.length > 2
            && (JobCode.parse(words[1]).isPresent() || KEY.matcher(words[1]).matches());
    if (decision.isEmpty() || !named) {
      return say(Kind.REFUSAL, call, Phrase.OPS_USAGE);
    }
    String which = named(words[1]);
    List<UnresolvedSubmissions.Doubt> meant =
        doubts.open().stream()
            .filter(it -> it.key().equals(which) || it.code().value().equals(which))
            .toList();
    return switch (meant.size()) {
      case 0 -> say(Kind.ANSWER, call, Phrase.OPS_NO_DOUBT.with(Argument.CODE.of(which)));
      case 1 -> settle(call, meant.getFirst(), which, decision.get());
      default ->
          say(
              Kind.REFUSAL,
              call,
              Phrase.OPS_SEVERAL.with(
                  Argument.CODE.of(which),
                  Argument.KEYS.of(meant.stream().map(UnresolvedSubmissions.Doubt::key).toList())));
    };
  }

  private static String named(String typed) {
    return JobCode.parse(typed).map(JobCode::value).orElse(typed.toLowerCase(Locale.ROOT));
  }

  private CommandResult settle(
      Invocation call,
      UnresolvedSubmissions.Doubt doubt,
      String which,
      UnresolvedSubmissions.Decision decision) {
    Phrase told = refusal(doubt, decision).orElseGet(() -> decide(call, doubt, decision));
    String name =
        decision instanceof UnresolvedSubmissions.Decision.There(var there)
            ? there.substring(0, Math.min(there.length(), 60))
            : "";
    Argument.Given operation = Argument.OPERATION.of(name);
    Argument.Given provider = Argument.PROVIDER.of(doubt.provider());
    return switch (told) {
      case OPS_NO_OPERATION, OPS_NOT_ANSWERED ->
          say(Kind.REFUSAL, call, told.with(provider, operation));
      case OPS_OPERATION_TAKEN -> say(Kind.REFUSAL, call, told.with(operation));
      default -> say(Kind.ANSWER, call, told.with(Argument.CODE.of(which)));
    };
  }

  private Phrase decide(
      Invocation call, UnresolvedSubmissions.Doubt doubt, UnresolvedSubmissions.Decision decision) {
    return switch (doubts.settle(call.account(), doubt.key(), decision, time.instant())) {
      case DONE -> {
        decided.run();
        yield Phrase.OPS_SETTLED;
      }
      case NOT_IN_DOUBT, NOT_YOURS -> Phrase.OPS_NO_DOUBT;
      case OPERATION_TAKEN -> Phrase.OPS_OPERATION_TAKEN;
    };
  }

  /// Why what the operator has found cannot be it.
  private Optional<Phrase> refusal(
      UnresolvedSubmissions.Doubt doubt, UnresolvedSubmissions.Decision decision) {
    if (!(decision instanceof UnresolvedSubmissions.Decision.There(var operation))) {
      return Optional.empty();
    }
    if (!OPERATION.matcher(operation).matches() || KEY.matcher(operation).matches()) {
      return Optional.of(Phrase.OPS_NO_OPERATION);
    }
    try {
      return switch (operations.find(doubt.provider(), operation)) {
        case Found.There _ -> Optional.empty();
        case Found.Absent() -> Optional.of(Phrase.OPS_NO_OPERATION);
        case Found.Unclear _ -> Optional.of(Phrase.OPS_NOT_ANSWERED);
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(Phrase.OPS_NOT_ANSWERED);
    }
  }

  private static Optional<UnresolvedSubmissions.Decision> decision(String[] words) {
    return switch (words.length < 3 ? "" : words[2]) {
      case "absent" -> Optional.of(new UnresolvedSubmissions.Decision.Absent());
      case "there" ->
          words.length > 3
              ? Optional.of(new UnresolvedSubmissions.Decision.There(words[3]))
              : Optional.empty();
      case "lost" -> Optional.of(new UnresolvedSubmissions.Decision.Lost());
      default -> Optional.empty();
    };
  }

  private CommandResult say(Kind kind, Invocation call, Sentence sentence) {
    return new CommandResult.Say(OutboundMessage.of(kind, wording.say(call.language(), sentence)));
  }
}
