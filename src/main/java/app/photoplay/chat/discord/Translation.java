package app.photoplay.chat.discord;

import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.Attachment.Kind;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.Person;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;

/// What Discord says about people, places and files, in our terms.
final class Translation {
  private Translation() {}

  static Person person(Interaction interaction) {
    DiscordLocale locale = interaction.getUserLocale();
    String language = locale == DiscordLocale.UNKNOWN ? "" : locale.getLocale();
    return new Person(DiscordChat.NAME, interaction.getUser().getId(), language, "");
  }

  /// Direct messages state no language.
  static Person person(User user) {
    return new Person(DiscordChat.NAME, user.getId(), "", "");
  }

  static Conversation conversation(Interaction interaction) {
    return interaction.getContext() == InteractionContextType.BOT_DM
        ? Places.with(interaction.getUser().getIdLong())
        : Places.inChannel(interaction.getChannelIdLong(), true);
  }

  /// The interaction as a message that can be answered.
  ///
  /// @param personal whether the answer is for the person alone
  static Ref.Asked asked(Interaction interaction, boolean personal) {
    boolean reachable =
        interaction.getContext() == InteractionContextType.BOT_DM
            || interaction.isFromAttachedGuild();
    return new Ref.Asked(
        reachable && !personal,
        interaction.getUser().getIdLong(),
        interaction.getIdLong(),
        interaction.getToken());
  }

  static MessageRef message(Interaction interaction, Ref ref) {
    return new MessageRef(conversation(interaction), ref.written());
  }

  /// The options that are neither the words nor files.
  static Map<String, String> options(CommandInteractionPayload call, String words) {
    Map<String, String> options = new HashMap<>();
    for (OptionMapping option : call.getOptions()) {
      if (option.getType() != OptionType.ATTACHMENT && !option.getName().equals(words)) {
        options.put(option.getName(), option.getAsString());
      }
    }
    return options;
  }

  static List<Attachment> attachments(CommandInteractionPayload call) {
    return attachments(
        call.getOptions().stream()
            .filter(it -> it.getType() == OptionType.ATTACHMENT)
            .map(OptionMapping::getAsAttachment)
            .toList());
  }

  static List<Attachment> attachments(Collection<Message.Attachment> files) {
    return files.stream().map(Translation::attachment).toList();
  }

  private static Attachment attachment(Message.Attachment file) {
    String type = file.getContentType() == null ? "" : file.getContentType();
    Kind kind = file.getWaveform() != null ? Kind.VOICE : Kind.of(type, file.getFileName());
    return new Attachment(kind, file.getUrl(), file.getFileName(), type, file.getSize());
  }
}
