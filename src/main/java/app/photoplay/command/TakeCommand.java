package app.photoplay.command;

import app.photoplay.chat.OutboundMessage;
import app.photoplay.chat.OutboundMessage.Kind;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;

/// Orders what a button proposed.
public final class TakeCommand implements Command {
  static final String NAME = "take";

  private final Proposals proposals;
  private final Wording wording;

  public TakeCommand(Proposals proposals, Wording wording) {
    this.proposals = proposals;
    this.wording = wording;
  }

  @Override
  public CommandSpec spec() {
    return CommandSpec.hidden(NAME);
  }

  @Override
  public CommandResult run(Invocation call) {
    return proposals
        .find(call.account(), call.words())
        .<CommandResult>map(order -> order)
        .orElseGet(() -> {
          // too old, another's, or made up
          String text = wording.say(call.language(), Phrase.DRAFT_GONE);
          return new CommandResult.Say(OutboundMessage.of(Kind.REFUSAL, text));
        });
  }
}
