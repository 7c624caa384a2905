package app.photoplay.command;

import app.photoplay.job.JobRequest;
import java.util.Optional;
import java.util.function.Function;

/// Something that people can ask for by `/name`, or by a button whose verb it is.
public interface Command {
  CommandSpec spec();

  /// Answers or orders; the caller says or submits it. Runs on a virtual thread and may block, in
  /// turn with whatever else the same person writes in the conversation. May be run again for the
  /// same message or press as long as it has not led to an order or an answer.
  CommandResult run(Invocation call) throws InterruptedException;

  /// What is ordered when a message that led to a job of this command's, or to a proposal of one,
  /// says something else by now.
  ///
  /// @param call the message as it stands
  /// @param before what was ordered or proposed
  default CommandResult reworded(Invocation call, JobRequest before) throws InterruptedException {
    return run(call);
  }

  /// What becomes of something that was sent together with what this command was called with, and
  /// came when that had been worked on.
  ///
  /// @return empty when the person is to be told that it came too late
  default Optional<CommandResult> late(Invocation call) throws InterruptedException {
    return Optional.empty();
  }

  /// A command whose body is a function.
  static Command of(CommandSpec spec, Function<Invocation, CommandResult> body) {
    return new Command() {
      @Override
      public CommandSpec spec() {
        return spec;
      }

      @Override
      public CommandResult run(Invocation call) {
        return body.apply(call);
      }
    };
  }
}
