package app.photoplay.command.builtin;

import app.photoplay.chat.OptionSpec;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.job.event.JobTimeline;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.time.ZoneId;
import java.util.List;

/// `/ops`, for operators alone: `/ops job CODE` tells what has happened to a job, `/ops doubts` and
/// `/ops settle` are about paid work of which nothing tells what became.
public final class OperatorCommand implements Command {
  private static final OptionSpec WHAT =
      new OptionSpec(
          "what",
          Phrase.OPTION_OPS,
          new OptionSpec.Values.Text(500, () -> List.of("doubts", "job")));

  private final SubmissionCommands submissions;
  private final TimelineAnswer timeline;
  private final Wording wording;

  /// The command.
  ///
  /// @param zone in which operators read times
  public OperatorCommand(
      SubmissionCommands submissions, JobTimeline timeline, ZoneId zone, Wording wording) {
    this.submissions = submissions;
    this.timeline = new TimelineAnswer(timeline, zone);
    this.wording = wording;
  }

  @Override
  public CommandSpec spec() {
    return CommandSpec.forOperators("ops", Phrase.COMMAND_OPS).with(WHAT);
  }

  @Override
  public CommandResult run(Invocation call) {
    String[] words = call.words().strip().split("\\s+");
    return switch (words[0]) {
      case "doubts" -> submissions.doubts(call);
      case "settle" -> submissions.settle(call, words);
      case "job" -> words.length < 2 ? usage(call) : job(call, words);
      default -> usage(call);
    };
  }

  private CommandResult job(Invocation call, String[] words) {
    Sentence said = timeline.about(words[1], words.length > 2 ? words[2] : "1");
    return say(Kind.ANSWER, call, said);
  }

  private CommandResult usage(Invocation call) {
    return say(Kind.REFUSAL, call, Phrase.OPS_USAGE);
  }

  private CommandResult say(Kind kind, Invocation call, Sentence sentence) {
    return new CommandResult.Say(OutboundMessage.of(kind, wording.say(call.language(), sentence)));
  }
}
