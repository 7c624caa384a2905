package app.photoplay.testkit.discord;

import java.util.List;
import java.util.Optional;

/// Messages of people. Guarded by the state's lock.
final class PersonWriting {
  private final DiscordState state;
  private final long person;
  private final Room room;

  PersonWriting(DiscordState state, long person, Room room) {
    this.state = state;
    this.person = person;
    this.room = room;
  }

  /// @param seconds of a voice message, else 0
  DiscordMessage write(
      String text, List<DiscordFile> files, Optional<Long> replyTo, double seconds) {
    if (room.deleted || room.locked) {
      throw new AssertionError("nobody can write here");
    }
    var message = new Stored(state.ids.next(), room, person, state.now());
    message.content = text;
    message.flags = seconds > 0 ? Stored.VOICE : 0;
    files.forEach(it -> message.files.add(it.upload(state, room.id, false, seconds)));
    message.replyTo = replyTo.flatMap(room::find);
    if (room.archived) {
      room.archived = false;
      ChannelEvents.updated(room, state);
    }
    state.messages.add(message);
    return message.shown(state);
  }
}
