package app.photoplay.command;

/// Something that people can ask for by `/name`, or by a button `v1:name:words`.
public interface Command {
  CommandSpec spec();

  /// Answers or orders; the caller says or submits it. Runs on a virtual thread and may block, in
  /// turn with whatever else the same conversation asks for.
  CommandResult run(Invocation call) throws InterruptedException;
}
