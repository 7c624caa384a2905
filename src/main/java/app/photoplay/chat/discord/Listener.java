package app.photoplay.chat.discord;

import app.photoplay.chat.CommandInfo;
import app.photoplay.chat.OptionSpec;
import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.Person;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.Intake;
import app.photoplay.chat.update.WrittenCommand;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.MessageUpdateEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Acknowledges what comes, on the thread that reads it, because Discord waits three seconds and no
/// longer; then passes on what it means. Nothing here waits for a database or the network. One of
/// the places that catch every exception, because the thread is not ours.
final class Listener implements EventListener {
  private static final Logger log = LoggerFactory.getLogger(Listener.class);

  private final Intake intake;
  private final Tokens tokens;
  private final Questions questions;
  private final UploadLimits limits;
  private final Rights rights;
  private final ReadWriteLock taking = new ReentrantReadWriteLock();
  private volatile Optional<Slash> commands = Optional.empty();
  private volatile Optional<Registration> registration = Optional.empty();

  Listener(Intake intake, Tokens tokens, Questions questions, UploadLimits limits, Rights rights) {
    this.intake = intake;
    this.tokens = tokens;
    this.questions = questions;
    this.limits = limits;
    this.rights = rights;
  }

  /// Takes what comes from now on, for these commands.
  void take(Slash slash, Registration toRegister) {
    commands = Optional.of(slash);
    registration = Optional.of(toRegister);
  }

  /// Leaves what comes to others. What was acknowledged before has been passed on.
  void leave() {
    taking.writeLock().lock();
    try {
      commands = Optional.empty();
      registration = Optional.empty();
    } finally {
      taking.writeLock().unlock();
    }
  }

  @Override
  public void onEvent(GenericEvent event) {
    taking.readLock().lock();
    try {
      commands.ifPresent(it -> on(event, it));
    } catch (RuntimeException e) {
      // what its message says may quote people
      log.atError()
          .addKeyValue("platform", DiscordChat.NAME)
          .addKeyValue("error", e.getClass().getSimpleName())
          .log("something that came was not understood");
    } finally {
      taking.readLock().unlock();
    }
  }

  private void on(GenericEvent event, Slash slash) {
    switch (event) {
      case SlashCommandInteractionEvent call -> command(call, slash);
      case MessageContextInteractionEvent call -> menu(call, slash);
      case ButtonInteractionEvent press -> press(press, press.getComponentId());
      case StringSelectInteractionEvent press -> press(press, first(press.getValues()));
      case ModalInteractionEvent answer -> window(answer, slash);
      case CommandAutoCompleteInteractionEvent typing -> suggest(typing, slash);
      case MessageReceivedEvent message -> written(message.getMessage()).ifPresent(intake::add);
      case MessageUpdateEvent edit -> edited(edit.getMessage());
      case GuildJoinEvent added -> joined(added.getGuild());
      case ReadyEvent ready -> registration.ifPresent(it -> it.begin(ready.getJDA()));
      default -> {}
    }
  }

  private void command(SlashCommandInteractionEvent call, Slash slash) {
    Optional<CommandInfo> known = slash.find(call.getName());
    String name = known.flatMap(CommandInfo::words).map(OptionSpec::name).orElse("");
    var typed = name.isEmpty() ? null : call.getOption(name);
    String words = typed == null ? "" : typed.getAsString().strip();
    List<Attachment> attachments = Translation.attachments(call);
    Map<String, String> options = Translation.options(call, name);
    learn(call);
    if (known.isPresent() && known.get().misses(words, attachments)) {
      ask(call, known.get(), new Questions.Rest(options, attachments));
      return;
    }
    run(call, call.getName(), known, words, options, attachments);
  }

  /// A picture in somebody's message.
  private void menu(MessageContextInteractionEvent call, Slash slash) {
    CommandInfo known = slash.menu(call.getName()).orElse(null);
    if (known == null) {
      return;
    }
    learn(call);
    List<Attachment> attachments = Translation.attachments(call.getTarget().getAttachments());
    List<Attachment> pictures =
        attachments.stream().filter(it -> it.kind() == Attachment.Kind.PHOTO).limit(1).toList();
    if (!pictures.isEmpty() && known.misses("", pictures)) {
      ask(call, known, new Questions.Rest(Map.of(), pictures));
      return;
    }
    run(call, known.name(), Optional.of(known), "", Map.of(), pictures);
  }

  private <T extends Interaction & IModalCallback> void ask(
      T call, CommandInfo command, Questions.Rest rest) {
    String language = Translation.person(call).language();
    acknowledge(call, call.replyModal(questions.window(command, call.getIdLong(), rest, language)));
  }

  private void window(ModalInteractionEvent answer, Slash slash) {
    Questions.Asked asked = questions.answered(answer.getModalId()).orElse(null);
    var input = answer.getValue(Questions.WORDS);
    if (asked == null || input == null) {
      return;
    }
    learn(answer);
    Questions.Rest rest = asked.rest().orElse(new Questions.Rest(Map.of(), List.of()));
    var photo = answer.getValue(Questions.PHOTO);
    run(
        answer,
        asked.command(),
        slash.find(asked.command()),
        input.getAsString().strip(),
        rest.options(),
        photo == null ? rest.attachments() : Translation.attachments(photo.getAsAttachmentList()));
  }

  private <T extends Interaction & IReplyCallback> void run(
      T call,
      String name,
      Optional<CommandInfo> known,
      String words,
      Map<String, String> options,
      List<Attachment> attachments) {
    boolean personal =
        call.getContext() != InteractionContextType.BOT_DM
            && known.map(CommandInfo::personal).orElse(true);
    acknowledge(call, call.deferReply(personal));
    intake.add(
        new ChatUpdate.CommandCall(
            call.getId(),
            Translation.person(call),
            Translation.message(call, Translation.asked(call, personal)),
            name.toLowerCase(Locale.ROOT),
            words,
            options,
            attachments,
            Optional.empty()));
  }

  /// The data comes from the outside and may be forged; whoever checks it also finds out whose the
  /// button is.
  private void press(GenericComponentInteractionCreateEvent press, String data) {
    acknowledge(press, press.deferEdit());
    learn(press);
    long message = press.getMessageIdLong();
    tokens.pressed(message, Translation.asked(press, true));
    intake.add(
        new ChatUpdate.ButtonPress(
            press.getId(),
            Translation.person(press),
            Translation.message(press, new Ref.Posted(message)),
            data));
  }

  private void learn(GenericInteractionCreateEvent event) {
    DataObject raw = event.getRawData();
    if (raw != null) {
      DataObject stated = raw.optObject("d").orElse(raw);
      limits.learn(event, stated);
      rights.learn(event, stated);
    }
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : values.getFirst();
  }

  private void suggest(CommandAutoCompleteInteractionEvent typing, Slash slash) {
    String language = Translation.person(typing).language();
    var option = typing.getFocusedOption();
    var choices =
        slash.suggestions(typing.getName(), option.getName(), option.getValue(), language);
    acknowledge(typing, typing.replyChoices(choices));
  }

  /// Where everybody reads what is new, if the bot may write there, else where it may.
  private void joined(Guild guild) {
    Stream.concat(
            Stream.ofNullable(guild.getSystemChannel()),
            Stream.concat(
                Stream.ofNullable(guild.getDefaultChannel()), guild.getTextChannels().stream()))
        .filter(it -> it instanceof GuildMessageChannel channel && channel.canTalk())
        .findFirst()
        .ifPresent(channel -> {
          Person owner =
              new Person(DiscordChat.NAME, guild.getOwnerId(), guild.getLocale().getLocale(), "");
          intake.add(
              new ChatUpdate.Joined(
                  guild.getId(), owner, Places.inChannel(channel.getIdLong(), true)));
        });
  }

  /// Also tells of previews of links that were found in the meantime.
  private void edited(Message message) {
    OffsetDateTime when = message.getTimeEdited();
    if (when != null) {
      String id = message.getId() + "-" + when.toInstant().toEpochMilli();
      written(message).ifPresent(now -> intake.add(new ChatUpdate.Edited(id, now)));
    }
  }

  /// What a person writes to the bot alone.
  private static Optional<ChatUpdate> written(Message message) {
    boolean theirs = !message.getAuthor().isBot() && !message.isWebhookMessage();
    if (!theirs || message.isFromGuild() || message.getType().isSystem()) {
      return Optional.empty();
    }
    String words = message.getContentRaw().strip();
    List<Attachment> attachments = Translation.attachments(message.getAttachments());
    MessageRef ref =
        new MessageRef(
            Places.with(message.getAuthor().getIdLong()),
            new Ref.Posted(message.getIdLong()).written());
    Optional<ChatUpdate.Replied> replied =
        Optional.ofNullable(message.getReferencedMessage())
            .map(it ->
                new ChatUpdate.Replied(
                    new MessageRef(ref.conversation(), it.getId()),
                    it.getAuthor().equals(message.getJDA().getSelfUser()),
                    Translation.attachments(it.getAttachments())));
    var from = Translation.person(message.getAuthor());
    String id = message.getId();
    return Optional.of(
        WrittenCommand.in(words)
            .filter(it -> it.bot().isEmpty())
            .<ChatUpdate>map(it -> it.call(id, from, ref, attachments, replied))
            .orElseGet(() ->
                new ChatUpdate.PlainMessage(id, from, ref, words, Map.of(), attachments, replied)));
  }

  /// When Discord did not wait, or somebody else has answered, what it asks for is done all the
  /// same, and shown in the channel.
  private void acknowledge(Interaction interaction, RestAction<?> answer) {
    tokens.acknowledging(
        interaction.getIdLong(),
        answer
            .submit()
            .handle((_, e) -> {
              if (e != null) {
                log.atWarn()
                    .addKeyValue("platform", DiscordChat.NAME)
                    .addKeyValue("error", e.getClass().getSimpleName())
                    .log("an interaction could not be acknowledged in time");
              }
              return true;
            }));
  }
}
