package app.photoplay.testkit.discord;

import java.util.Optional;

/// A server, seen by its owner.
public final class DiscordGuild {
  private final DiscordState state;
  private final Guild guild;

  DiscordGuild(DiscordState state, Guild guild) {
    this.state = state;
    this.guild = guild;
  }

  public long id() {
    return guild.id;
  }

  public DiscordChannel channel(String name) {
    return open(Room.TEXT, name);
  }

  /// A forum, whose posts are its threads.
  public DiscordChannel forum(String name) {
    return open(Room.FORUM, name);
  }

  private DiscordChannel open(int type, String name) {
    return state.monitor.change(() -> {
      Room room =
          state.add(
              new Room(state.ids.next(), type, name, Optional.of(guild), Optional.empty(), 0));
      ChannelEvents.created(room, state);
      return new DiscordChannel(state, room);
    });
  }

  /// Its members speak this language.
  public DiscordGuild speaking(String tag) {
    return change(() -> guild.locale = tag);
  }

  /// Files may be so large, in bytes.
  public DiscordGuild boosted(long bytes) {
    return change(() -> guild.fileLimit = bytes);
  }

  /// What the bot may do where no channel says otherwise, from its next invitation on.
  DiscordGuild allows(long permissions) {
    return change(() -> guild.permissions = permissions);
  }

  public DiscordGuild invitesTheBot() {
    return change(() -> {
      guild.botIsMember = true;
      ChannelEvents.joined(guild, state);
    });
  }

  public DiscordGuild kicksTheBot() {
    return change(() -> {
      guild.botIsMember = false;
      ChannelEvents.left(guild, state);
    });
  }

  private DiscordGuild change(Runnable what) {
    return state.monitor.change(() -> {
      what.run();
      return this;
    });
  }
}
