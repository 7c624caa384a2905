package app.photoplay.command.builtin;

import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.command.draft.DraftNotices;
import app.photoplay.command.draft.Proposals;
import java.util.Optional;

/// Orders what a button proposed.
public final class AcceptProposal implements Command {
  private final Proposals proposals;
  private final DraftNotices notices;

  public AcceptProposal(Proposals proposals, DraftNotices notices) {
    this.proposals = proposals;
    this.notices = notices;
  }

  @Override
  public CommandSpec spec() {
    return CommandSpec.hidden(Proposals.VERB);
  }

  @Override
  public CommandResult run(Invocation call) {
    return switch (proposals.find(call.account(), call.words(), call.revision())) {
      case Proposals.Found.Offered(var request, var inputs, var draft) ->
          new CommandResult.Order(request, inputs, false, Optional.of(draft), true);
      case Proposals.Found.Gone(var why) ->
          new CommandResult.Notice(notices.say(call.account(), call.language(), why));
    };
  }
}
