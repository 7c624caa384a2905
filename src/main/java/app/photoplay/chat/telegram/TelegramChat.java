package app.photoplay.chat.telegram;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.CommandInfo;
import app.photoplay.chat.Download;
import app.photoplay.chat.PlatformLimits;
import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.Person;
import app.photoplay.chat.outgoing.OutgoingQueue;
import app.photoplay.chat.outgoing.Rates;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.UpdateSink;
import app.photoplay.wording.Wording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;

/// Telegram as a place to talk to the bot.
///
/// What it sends passes an [OutgoingQueue] with [#RATES].
public final class TelegramChat implements ChatPlatform {

  private static final Logger log = LoggerFactory.getLogger(TelegramChat.class);

  /// 50 MB in the reading that is safe either way.
  static final long UPLOAD_BYTES = 50_000_000;

  /// About one message a second in a chat, 20 a minute in a group, 30 a second in all; edits and
  /// reactions count as well. The numbers are those of Telegram's FAQ with a margin; the exact ones
  /// are secret, which is why a 429 closes the chat for the time it asks for. A second's calls do
  /// not go at once: on their way some are late, and meet the next second's.
  static final Rates RATES =
      new Rates(
          List.of(
              new Rates.Window(25, 20, Duration.ofSeconds(1)),
              new Rates.Window(5, 4, Duration.ofMillis(200))),
          List.of(new Rates.Window(3, 2, Duration.ofSeconds(3))),
          List.of(
              new Rates.Window(3, 2, Duration.ofSeconds(3)),
              new Rates.Window(20, 15, Duration.ofSeconds(61))));

  private static final int TEXT_UNITS = 4096;
  private static final int CAPTION_UNITS = 1024;

  /// A file's id lasts longer, but a person does not wait for ever.
  private static final Duration FILES_LIVE = Duration.ofHours(6);

  private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

  private final Wording wording;
  private final Timeouts timeouts;
  private final OutgoingQueue queue;
  private final BotApi api;
  private final FileDownload downloads;
  private final MessageSender sender;
  private final PressAnswers presses;
  private final Administrators administrators;

  /// Groups that became supergroups while we run.
  private final Map<String, String> moved = new ConcurrentHashMap<>();

  private volatile @Nullable Polling polling;

  /// The bot's name, once it is known.
  private volatile @Nullable String us;

  public TelegramChat(TelegramSettings settings) {
    this(settings, new Wording("en"));
  }

  /// @param wording says what the commands do
  public TelegramChat(TelegramSettings settings, Wording wording) {
    this(settings, wording, Timeouts.USUAL, RATES, System::nanoTime);
  }

  TelegramChat(TelegramSettings settings, Timeouts timeouts, Rates rates, LongSupplier nanos) {
    this(settings, new Wording("en"), timeouts, rates, nanos);
  }

  /// @param nanos a clock like [System#nanoTime()]
  private TelegramChat(
      TelegramSettings settings,
      Wording wording,
      Timeouts timeouts,
      Rates rates,
      LongSupplier nanos) {
    this.wording = wording;
    this.timeouts = timeouts;
    queue = new OutgoingQueue(UpdateTranslator.PLATFORM, rates, nanos);
    api = new BotApi(settings, timeouts);
    downloads = new FileDownload(api, timeouts.shortestPause());
    sender = new MessageSender(api, queue);
    administrators = new Administrators(api);
    presses =
        new PressAnswers(api, queue, (press, words) -> send(press.message().conversation(), words));
  }

  private record Polling(PollLoop loop, Thread thread, Thread registering) {}

  @Override
  public String name() {
    return UpdateTranslator.PLATFORM;
  }

  @Override
  public boolean exclusive() {
    return true;
  }

  @Override
  public void start(UpdateSink sink, List<CommandInfo> commands) {
    var registering =
        Thread.ofVirtual()
            .name("telegram-commands")
            .unstarted(new CommandList(api, timeouts, listed(commands)));
    var loop =
        new PollLoop(
            api,
            timeouts,
            presses.watching(sink),
            it -> {
              log.atInfo()
                  .addKeyValue("platform", name())
                  .addKeyValue("bot", it.getUserName())
                  .log("connected");
              us = it.getUserName();
              registering.start();
            });
    var thread = Thread.ofVirtual().name("telegram-poll").unstarted(loop);
    polling = new Polling(loop, thread, registering);
    thread.start();
  }

  /// The lists by their languages; that for all others, without one, comes first.
  private Map<String, List<BotCommand>> listed(List<CommandInfo> commands) {
    Map<String, List<BotCommand>> lists = new LinkedHashMap<>();
    lists.put("", listed(commands, ""));
    Wording.languages().stream()
        .filter(it -> !it.equals(wording.language("")))
        .forEach(it -> lists.put(it, listed(commands, it)));
    return lists;
  }

  private List<BotCommand> listed(List<CommandInfo> commands, String language) {
    return commands.stream()
        .filter(CommandInfo::listed)
        .map(it -> new BotCommand(it.name(), wording.say(language, it.description())))
        .toList();
  }

  @Override
  public void stop() {
    Polling running = polling;
    if (running == null) {
      return;
    }
    running.registering.interrupt();
    running.loop.stop();
    long end = System.nanoTime() + LONGEST_STOP.toNanos();
    try {
      do {
        api.endPolls();
      } while (!running.thread.join(Duration.ofMillis(20)) && System.nanoTime() < end);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    running.thread.interrupt();
  }

  @Override
  public void close() {
    stop();
    api.close();
    queue.close();
  }

  @Override
  public String trouble() {
    Polling running = polling;
    if (running == null) {
      return "Telegram was not started.";
    }
    boolean dead = !running.thread.isAlive() && running.loop.trouble().isEmpty();
    return dead ? "Telegram was stopped." : running.loop.trouble();
  }

  @Override
  public PlatformLimits limits(Conversation conversation) {
    return new PlatformLimits(
        UPLOAD_BYTES,
        TEXT_UNITS,
        CAPTION_UNITS,
        Duration.ofSeconds(conversation.group() ? 5 : 2),
        false,
        FILES_LIVE);
  }

  @Override
  public String addressed(String command, Conversation in) {
    String name = us;
    return in.group() && name != null ? command + "@" + name : command;
  }

  /// Chats have ids below zero.
  @Override
  public boolean chat(Person person) {
    return person.id().startsWith("-");
  }

  @Override
  public boolean administers(Person person, String chat) throws InterruptedException {
    return administrators.are(person, chat);
  }

  @Override
  public int waiting() {
    return queue.waiting();
  }

  @Override
  public SendOutcome send(Conversation conversation, OutboundMessage message)
      throws InterruptedException {
    Target at = Target.of(conversation);
    String supergroup = moved.get(conversation.chat());
    Target to = supergroup == null ? at : at.movedTo(supergroup);
    try {
      return inTurn(
          to, OutgoingQueue.Rank.of(message), () -> sender.send(conversation, to, message));
    } catch (CallFailed failed) {
      if (failed.migratedTo().isEmpty() || supergroup != null) {
        return Outcomes.ofSend(failed);
      }
      moved.put(conversation.chat(), failed.migratedTo().get());
      return send(conversation, message);
    }
  }

  @Override
  public SendOutcome edit(MessageRef message, OutboundMessage replacement)
      throws InterruptedException {
    Target at = Target.of(message);
    try {
      return replacement.kind() == OutboundMessage.Kind.PROGRESS
          ? ifThereIsRoom(at, () -> sender.edit(message, at, replacement))
          : inTurn(
              at, OutgoingQueue.Rank.of(replacement), () -> sender.edit(message, at, replacement));
    } catch (CallFailed failed) {
      // messages from before the move stay behind in the old group
      return failed.migratedTo().isPresent()
          ? new SendOutcome.MessageGone()
          : Outcomes.ofEdit(message.message(), failed);
    }
  }

  /// A call that shows something.
  private interface Call {
    SendOutcome make() throws CallFailed, InterruptedException;
  }

  /// Makes a call when its turn comes; as often as Telegram finds that too soon, and says until
  /// when, the call keeps its place in the queue.
  private SendOutcome inTurn(Target to, OutgoingQueue.Rank rank, Call call)
      throws CallFailed, InterruptedException {
    OutgoingQueue.Ticket ticket = queue.ticket(to.chat(), to.group(), rank);
    while (true) {
      queue.await(ticket);
      try {
        return call.make();
      } catch (CallFailed failed) {
        if (failed.retryAfter().isEmpty()) {
          throw failed;
        }
        queue.pause(to.chat(), to.group(), failed.retryAfter().get());
      }
    }
  }

  private SendOutcome ifThereIsRoom(Target at, Call call) throws CallFailed, InterruptedException {
    Duration wait = queue.offer(at.chat(), at.group());
    if (!wait.isZero()) {
      return new SendOutcome.Later(wait);
    }
    try {
      return call.make();
    } catch (CallFailed failed) {
      failed.retryAfter().ifPresent(pause -> queue.pause(at.chat(), at.group(), pause));
      throw failed;
    }
  }

  @Override
  public void acknowledge(ChatUpdate update, String notice) {
    switch (update) {
      case ChatUpdate.ButtonPress press -> presses.give(press, notice);
      case ChatUpdate.CommandCall call -> react(call.message());
      case ChatUpdate.PlainMessage message -> react(message.message());
      case ChatUpdate.AlbumItem item -> react(item.message());
      case ChatUpdate.Joined _ -> {}
      case ChatUpdate.Edited _ -> {} // it was marked when it was written
    }
  }

  private void react(MessageRef message) {
    Target at = Target.of(message);
    if (!queue.offer(at.chat(), at.group()).isZero()) {
      return;
    }
    var eyes = ReactionTypeEmoji.builder().emoji("👀").build();
    var reaction =
        SetMessageReaction.builder()
            .chatId(at.chat())
            .messageId(at.message())
            .reactionTypes(List.of(eyes))
            .build();
    api.attempt(client -> client.executeAsync(reaction));
  }

  @Override
  public Download download(Attachment attachment, Path target, long limit)
      throws InterruptedException {
    return downloads.fetch(attachment, target, limit);
  }
}
