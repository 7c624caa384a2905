package app.photoplay.chat.discord;

import app.photoplay.chat.message.Conversation;
import java.util.Objects;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;

/// Where conversations are: a channel, which may be a thread or a post in a forum, by its id; what
/// a person writes to the bot alone by the person's id behind `@`, because after a restart nobody
/// knows that channel.
final class Places {
  private static final String PERSON = "@";

  private Places() {}

  static Conversation inChannel(long channel, boolean group) {
    return new Conversation(DiscordChat.NAME, Long.toString(channel), "", group);
  }

  static Conversation with(long person) {
    return new Conversation(DiscordChat.NAME, PERSON + person, "", false);
  }

  /// Who the conversation is with, when that is one person alone.
  static Optional<Long> person(Conversation in) {
    return in.chat().startsWith(PERSON)
        ? Optional.of(Long.valueOf(in.chat().substring(PERSON.length())))
        : Optional.empty();
  }

  /// The channel, when one of our connections sees it.
  static Optional<MessageChannel> channel(Gateway gateway, Conversation in) {
    return gateway.all().stream()
        .map((JDA client) -> client.getChannelById(MessageChannel.class, in.chat()))
        .filter(Objects::nonNull)
        .findFirst();
  }
}
