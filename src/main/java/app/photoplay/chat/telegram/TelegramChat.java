package app.photoplay.chat.telegram;

import app.photoplay.chat.Attachment;
import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.ChatUpdate;
import app.photoplay.chat.CommandInfo;
import app.photoplay.chat.Conversation;
import app.photoplay.chat.Download;
import app.photoplay.chat.MessageRef;
import app.photoplay.chat.OutboundMessage;
import app.photoplay.chat.PlatformLimits;
import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.UpdateSink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;

/// Telegram as a place to talk to the bot.
///
/// Messages are spaced by a [RateGate]: an answer or a result waits up to 5 seconds for its place,
/// progress never waits and comes back as [SendOutcome.Later].
public final class TelegramChat implements ChatPlatform {

  private static final Logger log = LoggerFactory.getLogger(TelegramChat.class);

  /// 50 MB in the reading that is safe either way.
  static final long UPLOAD_BYTES = 50_000_000;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(5);
  private static final int NOTICE_CHARACTERS = 200;

  private final Patience patience;
  private final RateGate gate;
  private final BotApi api;
  private final MessageSender sender;

  /// Groups that became supergroups while we run.
  private final Map<String, String> moved = new ConcurrentHashMap<>();

  private volatile @Nullable Polling polling;

  public TelegramChat(TelegramSettings settings) {
    this(settings, Patience.USUAL, new RateGate(System::nanoTime));
  }

  TelegramChat(TelegramSettings settings, Patience patience, RateGate gate) {
    this.patience = patience;
    this.gate = gate;
    api = new BotApi(settings, patience);
    sender = new MessageSender(api);
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
            .unstarted(new CommandList(api, patience, commands));
    var loop =
        new PollLoop(
            api,
            patience,
            sink,
            us -> {
              log.atInfo()
                  .addKeyValue("platform", name())
                  .addKeyValue("bot", us.getUserName())
                  .log("connected");
              registering.start();
            });
    var thread = Thread.ofVirtual().name("telegram-poll").unstarted(loop);
    polling = new Polling(loop, thread, registering);
    thread.start();
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
        UPLOAD_BYTES, Duration.ofSeconds(conversation.group() ? 5 : 2), false);
  }

  @Override
  public SendOutcome send(Conversation conversation, OutboundMessage message)
      throws InterruptedException {
    Target to = Target.of(conversation);
    String supergroup = moved.get(conversation.chat());
    to = supergroup == null ? to : to.movedTo(supergroup);
    Duration wait = place(to.chat(), conversation.group(), message.kind());
    if (!wait.isZero()) {
      return new SendOutcome.Later(wait);
    }
    try {
      return sender.send(conversation, to, message);
    } catch (CallFailed failed) {
      if (failed.migratedTo().isEmpty() || supergroup != null) {
        return Outcomes.ofSend(heeded(to.chat(), failed));
      }
      moved.put(conversation.chat(), failed.migratedTo().get());
      return send(conversation, message);
    }
  }

  @Override
  public SendOutcome edit(MessageRef message, OutboundMessage replacement)
      throws InterruptedException {
    Target at = Target.of(message);
    Duration wait = place(at.chat(), message.conversation().group(), replacement.kind());
    if (!wait.isZero()) {
      return new SendOutcome.Later(wait);
    }
    try {
      return sender.edit(message, at, replacement);
    } catch (CallFailed failed) {
      // messages from before the move stay behind in the old group
      return failed.migratedTo().isPresent()
          ? new SendOutcome.MessageGone()
          : Outcomes.ofEdit(heeded(at.chat(), failed));
    }
  }

  private CallFailed heeded(String chat, CallFailed failed) {
    failed.retryAfter().ifPresent(pause -> gate.pause(chat, pause));
    return failed;
  }

  /// Waits for a place in the rates; not zero when it would take too long.
  private Duration place(String chat, boolean group, OutboundMessage.Kind kind)
      throws InterruptedException {
    boolean progress = kind == OutboundMessage.Kind.PROGRESS;
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    Duration wait = gate.take(chat, group, progress);
    while (!wait.isZero() && !progress && System.nanoTime() + wait.toNanos() <= end) {
      Thread.sleep(wait);
      wait = gate.take(chat, group, false);
    }
    return wait;
  }

  @Override
  public void acknowledge(ChatUpdate update, String notice) {
    switch (update) {
      case ChatUpdate.ButtonPress press -> answer(press, notice);
      case ChatUpdate.CommandCall call -> react(call.message());
      case ChatUpdate.PlainMessage message -> react(message.message());
    }
  }

  private void answer(ChatUpdate.ButtonPress press, String notice) {
    var answer =
        AnswerCallbackQuery.builder()
            .callbackQueryId(press.id())
            .text(notice.isEmpty() ? null : shortened(notice))
            .build();
    api.attempt(client -> client.executeAsync(answer));
  }

  private void react(MessageRef message) {
    Target at = Target.of(message);
    var eyes = ReactionTypeEmoji.builder().emoji("👀").build();
    var reaction =
        SetMessageReaction.builder()
            .chatId(at.chat())
            .messageId(at.message())
            .reactionTypes(List.of(eyes))
            .build();
    api.attempt(client -> client.executeAsync(reaction));
  }

  private static String shortened(String notice) {
    if (notice.length() <= NOTICE_CHARACTERS) {
      return notice;
    }
    int end = NOTICE_CHARACTERS - 1;
    boolean torn = Character.isHighSurrogate(notice.charAt(end - 1));
    return notice.substring(0, torn ? end - 1 : end) + "…";
  }

  @Override
  public Download download(Attachment attachment, Path target, long limit)
      throws InterruptedException {
    return new FileDownload(api, patience.shortestPause()).fetch(attachment, target, limit);
  }
}
