package app.photoplay.command.builtin;

import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.time.Duration;

/// `/privacy`: what is kept of what people send, and for how long.
public final class PrivacyCommand implements Command {
  private final Duration keep;
  private final Wording wording;

  /// The command.
  ///
  /// @param keep for how long after its last use a file is kept; it is told in days, rounded up
  public PrivacyCommand(Duration keep, Wording wording) {
    this.keep = keep;
    this.wording = wording;
  }

  @Override
  public CommandSpec spec() {
    return CommandSpec.listed("privacy", Phrase.COMMAND_PRIVACY).personal();
  }

  @Override
  public CommandResult run(Invocation call) {
    long days = keep.plusDays(1).minusNanos(1).toDays();
    String text = wording.say(call.language(), Phrase.PRIVACY.with(Argument.DAYS.of(days)));
    return new CommandResult.Say(OutboundMessage.of(OutboundMessage.Kind.ANSWER, text).privately());
  }
}
