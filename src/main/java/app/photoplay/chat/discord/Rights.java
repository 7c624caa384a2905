package app.photoplay.chat.discord;

import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.utils.data.DataObject;

/// What the bot may not do in channels where it should, as interactions state it, and who is to be
/// told: whoever came upon it, alone, once an hour for each channel. Thread-safe.
final class Rights {
  private static final Duration TOLD_FOR = Duration.ofHours(1);
  private static final int MOST = 10_000;

  private final Wording wording;
  private final InstantSource time;
  private final Cache<Long, Hint> hints =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(Ref.TOKENS_LIVE).build();
  private final Cache<Long, Long> told = Caffeine.newBuilder().maximumSize(MOST).build();

  Rights(Wording wording, InstantSource time) {
    this.wording = wording;
    this.time = time;
  }

  private record Hint(long channel, String language, List<Permission> missing) {}

  /// Remembers what an interaction states.
  void learn(Interaction interaction, DataObject raw) {
    if (!interaction.isFromAttachedGuild() || interaction.getChannel() == null) {
      return;
    }
    boolean thread = interaction.getChannelType().isThread();
    EnumSet<Permission> missing = EnumSet.copyOf(DiscordCheck.NEEDED);
    missing.remove(thread ? Permission.MESSAGE_SEND : Permission.MESSAGE_SEND_IN_THREADS);
    missing.removeAll(Permission.getPermissions(raw.getLong("app_permissions", -1)));
    if (!missing.isEmpty()) {
      String language = Translation.person(interaction).language();
      hints.put(
          interaction.getIdLong(),
          new Hint(interaction.getChannelIdLong(), language, List.copyOf(missing)));
    }
  }

  /// What is to be said about it once the interaction has been answered; gives it only once.
  Optional<OutboundMessage> hint(Ref.Asked asked) {
    return Optional.ofNullable(hints.asMap().remove(asked.interaction()))
        .filter(it -> toTell(it.channel))
        .map(it ->
            wording.say(
                it.language, Phrase.PERMISSIONS_MISSING.with(Argument.CHOICES.of(names(it)))))
        .map(it -> OutboundMessage.of(OutboundMessage.Kind.REFUSAL, it));
  }

  private List<String> names(Hint hint) {
    return hint.missing.stream().map(it -> wording.say(hint.language, phrase(it))).toList();
  }

  /// What people know one of [DiscordCheck#NEEDED] by: as Discord writes it in their language.
  static Phrase phrase(Permission needed) {
    return switch (needed) {
      case VIEW_CHANNEL -> Phrase.PERMISSION_VIEW;
      case MESSAGE_SEND -> Phrase.PERMISSION_SEND;
      case MESSAGE_SEND_IN_THREADS -> Phrase.PERMISSION_SEND_IN_THREADS;
      case MESSAGE_EMBED_LINKS -> Phrase.PERMISSION_EMBED;
      case MESSAGE_ATTACH_FILES -> Phrase.PERMISSION_ATTACH;
      case MESSAGE_HISTORY -> Phrase.PERMISSION_HISTORY;
      default -> throw new IllegalArgumentException("no words for " + needed);
    };
  }

  private boolean toTell(long channel) {
    long now = time.millis();
    Long before = told.asMap().putIfAbsent(channel, now);
    return before == null
        || (now - before >= TOLD_FOR.toMillis() && told.asMap().replace(channel, before, now));
  }
}
