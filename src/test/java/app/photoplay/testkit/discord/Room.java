package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A channel, a thread or a private conversation. Guarded by the state's lock.
final class Room {
  static final int TEXT = 0;
  static final int DM = 1;
  static final int GROUP_DM = 3;
  static final int THREAD = 11;
  static final int FORUM = 15;

  final long id;
  final int type;
  final String name;
  final Optional<Guild> guild;
  final Optional<Room> parent;

  /// The other side of a [#DM], else 0.
  final long person;

  final List<Stored> messages = new ArrayList<>();
  long denied;
  boolean deleted;
  boolean archived;
  boolean locked;

  Room(long id, int type, String name, Optional<Guild> guild, Optional<Room> parent, long person) {
    this.id = id;
    this.type = type;
    this.name = name;
    this.guild = guild;
    this.parent = parent;
    this.person = person;
  }

  /// What the bot may do here.
  long permissions() {
    long here = guild.map(it -> it.permissions).orElse(Permissions.ALL) & ~denied;
    return parent.map(it -> here & ~it.denied).orElse(here);
  }

  boolean allows(long permission) {
    return (permissions() & permission) == permission;
  }

  /// Whether the bot is here by itself, not only brought along by a person.
  boolean botIsHere() {
    return guild.map(it -> it.botIsMember).orElse(type == DM);
  }

  Optional<Stored> find(long message) {
    return messages.stream().filter(it -> it.id == message).findFirst();
  }

  ObjectNode json(DiscordState state) {
    return ChannelJson.of(this, state);
  }
}
