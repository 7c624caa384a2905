package app.photoplay.chat.update;

/// Where platforms put what people did.
@FunctionalInterface
public interface UpdateSink {

  /// Returns when the update is on disk, within milliseconds; an update with an id that was seen
  /// before is ignored.
  ///
  /// @throws NotRecorded when it is not on disk, with what to do; after any other exception, too,
  ///   the platform must not confirm it
  void accept(ChatUpdate update);

  /// Keeps an update that cannot be read or recorded for the operator; returns when it is on disk.
  /// The platform then confirms it and goes on.
  ///
  /// @throws NotRecorded when it is not on disk
  default void putAside(RejectedUpdate update) {}

  /// Says to whoever sent an update that there is no room for it at the moment; once a person until
  /// there is room again. Returns at once.
  default void noRoom(ChatUpdate update) {}
}
