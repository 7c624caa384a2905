package app.photoplay.job;

/// A queue with a limit of its own, such as the processor or a provider's slots; the limit stands
/// in the settings.
public record Lane(String name) {
  /// For work that waits or takes a moment.
  public static final Lane LIGHT = new Lane("light");

  /// For the voices of this machine: one text at a time, because a voice is quicker than anything
  /// that waits for it.
  public static final Lane VOICE = new Lane("voice");

  /// For work that a provider should have finished long ago and that nobody waits for any more.
  public static final Lane LATE = new Lane("late");

  /// For rendering on this machine.
  public static final Lane CPU = new Lane("cpu");
}
