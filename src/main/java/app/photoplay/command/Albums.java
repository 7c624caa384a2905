package app.photoplay.command;

import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.draft.Draft;
import app.photoplay.command.draft.Drafts;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Keeps in mind which command got the first of what was sent together, so that the rest is no wish
/// of its own, however late it comes.
final class Albums {
  private static final String PURPOSE = "album ";
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Map<String, Command> commands;
  private final Drafts drafts;
  private final Wording wording;
  private final InstantSource time;

  Albums(Map<String, Command> commands, Drafts drafts, Wording wording, InstantSource time) {
    this.commands = commands;
    this.drafts = drafts;
    this.wording = wording;
    this.time = time;
  }

  /// What a command does with something that comes late; empty when it is the first, as which it is
  /// remembered.
  ///
  /// @param plain what a message that is no command means
  Optional<CommandResult> late(Command command, Command plain, Invocation call)
      throws InterruptedException {
    if (call.album().isEmpty()) {
      return Optional.empty();
    }
    String purpose = PURPOSE + call.album();
    String mine =
        call.message().message() + " " + (command.equals(plain) ? "" : command.spec().name());
    Optional<Draft> first =
        drafts.latest(call.account(), call.message().conversation(), purpose, time.instant());
    if (first.isEmpty()) {
      var _ =
          drafts.save(
              call.account(),
              call.message().conversation(),
              purpose,
              mine,
              time.instant(),
              REMEMBERED);
      return Optional.empty();
    }
    if (first.get().payload().equals(mine)) {
      // it was broken off
      return Optional.empty();
    }
    String name = first.get().payload().split(" ", 2)[1];
    Optional<CommandResult> taken = commands.getOrDefault(name, plain).late(call);
    return Optional.of(
        taken.orElseGet(() ->
            new CommandResult.Say(
                OutboundMessage.of(
                    Kind.REFUSAL, wording.say(call.language(), Phrase.ALBUM_LATE)))));
  }
}
