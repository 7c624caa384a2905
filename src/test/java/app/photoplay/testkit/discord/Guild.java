package app.photoplay.testkit.discord;

import java.util.ArrayList;
import java.util.List;

/// A server. Guarded by the state's lock.
final class Guild {
  final long id;
  final String name;
  final List<Room> rooms = new ArrayList<>();
  long permissions = Permissions.ALL;
  boolean botIsMember;
  String locale = "en-US";

  /// The largest file in bytes, which grows with the server's boosts.
  long fileLimit = MessageChecks.FILE_LIMIT;

  Guild(long id, String name, boolean botIsMember) {
    this.id = id;
    this.name = name;
    this.botIsMember = botIsMember;
  }
}
