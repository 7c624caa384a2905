package app.photoplay.chat;

/// Where platforms put what people did. Returns when the update is on disk, within milliseconds; an
/// update with an id that was seen before is ignored. Throws when it cannot be stored: the platform
/// must then not confirm it.
@FunctionalInterface
public interface UpdateSink {
  void accept(ChatUpdate update);
}
