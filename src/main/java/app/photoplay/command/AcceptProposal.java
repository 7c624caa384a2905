package app.photoplay.command;

import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;

/// Orders what a button proposed.
public final class AcceptProposal implements Command {
  static final String NAME = "take";

  private final Proposals proposals;
  private final Wording wording;

  public AcceptProposal(Proposals proposals, Wording wording) {
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
        // too old, another's, or made up
        .orElseGet(() -> new CommandResult.Notice(wording.say(call.language(), Phrase.OFFER_GONE)));
  }
}
