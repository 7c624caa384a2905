package app.photoplay.testkit.discord;

/// The rights that matter to a bot which sends videos.
public final class Permissions {
  public static final long VIEW_CHANNEL = 1 << 10;
  public static final long SEND_MESSAGES = 1 << 11;
  public static final long EMBED_LINKS = 1 << 14;
  public static final long ATTACH_FILES = 1 << 15;
  public static final long READ_MESSAGE_HISTORY = 1 << 16;
  public static final long USE_APPLICATION_COMMANDS = 1L << 31;
  public static final long SEND_MESSAGES_IN_THREADS = 1L << 38;

  /// All of these.
  public static final long ALL =
      VIEW_CHANNEL
          | SEND_MESSAGES
          | EMBED_LINKS
          | ATTACH_FILES
          | READ_MESSAGE_HISTORY
          | USE_APPLICATION_COMMANDS
          | SEND_MESSAGES_IN_THREADS;

  private Permissions() {}
}
