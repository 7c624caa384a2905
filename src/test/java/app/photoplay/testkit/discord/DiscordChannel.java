package app.photoplay.testkit.discord;

import java.util.Optional;

/// A channel, a thread or a group of people, seen by whoever rules over it.
public final class DiscordChannel {
  private final DiscordState state;
  private final Room room;

  DiscordChannel(DiscordState state, Room room) {
    this.state = state;
    this.room = room;
  }

  public long id() {
    return room.id;
  }

  Room room() {
    return room;
  }

  /// Opens a thread, or a post of a forum.
  public DiscordChannel thread(String name) {
    return state.monitor.change(() -> {
      Room thread =
          state.add(
              new Room(state.ids.next(), Room.THREAD, name, room.guild, Optional.of(room), 0));
      ChannelEvents.created(thread, state);
      return new DiscordChannel(state, thread);
    });
  }

  /// Takes rights from the bot, of [Permissions].
  public DiscordChannel denies(long permissions) {
    return change(() -> {
      room.denied = permissions;
      ChannelEvents.updated(room, state);
    });
  }

  /// The same, and the bot is not told.
  public DiscordChannel deniesSilently(long permissions) {
    return change(() -> room.denied = permissions);
  }

  /// Nobody writes in the thread any more; a message opens it again.
  public DiscordChannel archives() {
    return change(() -> {
      room.archived = true;
      ChannelEvents.updated(room, state);
    });
  }

  /// The same, and only a moderator opens it again.
  public DiscordChannel locks() {
    room.locked = true;
    return archives();
  }

  public void deletes() {
    change(() -> {
      ChannelEvents.deleted(room, state);
      room.deleted = true;
    });
  }

  private DiscordChannel change(Runnable what) {
    return state.monitor.change(() -> {
      what.run();
      return this;
    });
  }
}
