package app.photoplay.chat.discord;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.CommandInfo;
import app.photoplay.chat.Download;
import app.photoplay.chat.PlatformLimits;
import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.outgoing.OutgoingQueue;
import app.photoplay.chat.outgoing.Rates;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.Intake;
import app.photoplay.chat.update.UpdateSink;
import app.photoplay.wording.Wording;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;

/// Discord as a place to talk to the bot: slash commands, menus of messages, buttons and direct
/// messages through JDA.
///
/// What it sends passes an [OutgoingQueue] with [#RATES].
public final class DiscordChat implements ChatPlatform {
  /// As in [Conversation#platform()].
  public static final String NAME = "discord";

  /// Below what was seen of the buckets of channels and of interactions (about five calls in five
  /// seconds) and of the whole (50 a second); JDA waits where an answer says that less is allowed.
  static final Rates RATES =
      new Rates(
          List.of(new Rates.Window(45, 35, Duration.ofSeconds(1))),
          List.of(new Rates.Window(5, 3, Duration.ofSeconds(5))),
          List.of(new Rates.Window(5, 3, Duration.ofSeconds(5))));

  /// A call that has not ended by then never will.
  private static final Duration DEADLINE = Duration.ofMinutes(3);

  private static final Duration LONGEST_STOP = Duration.ofSeconds(5);
  private static final Duration EDIT_GAP = Duration.ofMillis(2500);

  /// Escapes need room.
  private static final int TEXT_UNITS = Forms.BOX_UNITS - 600;

  private static final int CAPTION_UNITS = Forms.TEXT_UNITS - 400;

  /// What was attached to a command is there for a while.
  private static final Duration FILES_LIVE = Duration.ofHours(6);

  private static final Emoji SEEN = Emoji.fromUnicode("👀");

  private final DiscordSettings settings;
  private final Wording wording;
  private final Tokens tokens;
  private final UploadLimits uploads = new UploadLimits();
  private final Intake intake = new Intake(NAME, LONGEST_STOP);
  private final OutgoingQueue queue;
  private final Listener listener;
  private final Gateway gateway;
  private final Deliveries deliveries;
  private final CdnDownload downloads;

  /// @param wording says what the commands do
  public DiscordChat(DiscordSettings settings, Wording wording, InstantSource time) {
    this(settings, wording, RATES, DEADLINE, time, System::nanoTime);
  }

  /// @param deadline of one call
  /// @param nanos a clock like [System#nanoTime()]
  DiscordChat(
      DiscordSettings settings,
      Wording wording,
      Rates rates,
      Duration deadline,
      InstantSource time,
      LongSupplier nanos) {
    this.settings = settings;
    this.wording = wording;
    this.queue = new OutgoingQueue(NAME, rates, nanos);
    this.tokens = new Tokens(time);
    Rights rights = new Rights(wording, time);
    this.listener = new Listener(intake, tokens, new Questions(wording), uploads, rights);
    this.gateway = new Gateway(settings, listener);
    this.deliveries = new Deliveries(gateway, tokens, rights, deadline);
    this.downloads = new CdnDownload(settings.apiUrl());
  }

  /// Does what a start does, in vain, at a server that does not know the bot, so that all that a
  /// start needs is loaded.
  public static void rehearse(URI server, Wording wording, InstantSource time) {
    DiscordSettings nobody = new DiscordSettings("nobody", server);
    new DiscordChat(nobody, wording, time).gateway.rehearse();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean exclusive() {
    return true;
  }

  @Override
  public boolean typedCommands() {
    return true;
  }

  @Override
  public String seat() {
    return NAME + settings.range().map(it -> " " + it).orElse("");
  }

  @Override
  public void start(UpdateSink sink, List<CommandInfo> commands) {
    Slash slash = new Slash(commands, wording);
    Registration registration = new Registration(slash.all(), settings.guilds());
    intake.start(sink);
    listener.take(slash, registration);
    gateway.all().forEach(registration::begin);
    gateway.connect();
  }

  @Override
  public void stop() {
    listener.leave();
    intake.stop();
  }

  @Override
  public void close() {
    stop();
    gateway.close();
    downloads.close();
    queue.close();
  }

  @Override
  public String trouble() {
    return gateway.trouble().isEmpty() ? intake.trouble() : gateway.trouble();
  }

  @Override
  public PlatformLimits limits(Conversation conversation) {
    return new PlatformLimits(
        uploads.of(conversation.chat()), TEXT_UNITS, CAPTION_UNITS, EDIT_GAP, false, FILES_LIVE);
  }

  @Override
  public int waiting() {
    return queue.waiting();
  }

  @Override
  public SendOutcome send(Conversation conversation, OutboundMessage message)
      throws InterruptedException {
    gateway.connect();
    queue.await(
        queue.ticket(conversation.chat(), conversation.group(), OutgoingQueue.Rank.of(message)));
    return deliveries.send(conversation, message);
  }

  @Override
  public SendOutcome edit(MessageRef message, OutboundMessage replacement)
      throws InterruptedException {
    gateway.connect();
    Conversation in = message.conversation();
    if (replacement.kind() == OutboundMessage.Kind.PROGRESS) {
      Duration wait = queue.offer(in.chat(), in.group());
      if (!wait.isZero()) {
        return new SendOutcome.Later(wait);
      }
    } else {
      queue.await(queue.ticket(in.chat(), in.group(), OutgoingQueue.Rank.of(replacement)));
    }
    return deliveries.edit(message, replacement);
  }

  /// Commands with fields show that they are being worked on, and presses were answered when they
  /// came: what is left are direct messages, and the words for who pressed.
  @Override
  public void acknowledge(ChatUpdate update, String notice) {
    if (update instanceof ChatUpdate.Joined || update instanceof ChatUpdate.Edited) {
      return;
    }
    if (!(update instanceof ChatUpdate.ButtonPress press)) {
      react(update.message());
    } else if (!notice.isEmpty()) {
      tokens
          .press(press.id())
          .ifPresent(asked ->
              Thread.ofVirtual().name("discord-notice").start(() -> whisper(asked, notice)));
    }
  }

  private void react(MessageRef message) {
    Conversation in = message.conversation();
    MessageChannel direct = Places.person(in).flatMap(gateway::direct).orElse(null);
    if (direct != null
        && Ref.parse(message.message()) instanceof Ref.Posted(var id)
        && queue.offer(in.chat(), in.group()).isZero()) {
      direct.addReactionById(id, SEEN).queue(_ -> {}, _ -> {});
    }
  }

  private void whisper(Ref.Asked asked, String notice) {
    try {
      deliveries.whisper(asked, OutboundMessage.of(OutboundMessage.Kind.ANSWER, notice));
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody knows this thread", e);
    }
  }

  @Override
  public boolean quotable(MessageRef message) {
    return !(Ref.parse(message.message()) instanceof Ref.Asked);
  }

  @Override
  public Download download(Attachment attachment, Path target, long limit)
      throws InterruptedException {
    return downloads.fetch(attachment, target, limit);
  }
}
