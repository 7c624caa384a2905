package app.photoplay.assembly;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.CommandInfo;
import app.photoplay.chat.update.NotRecorded;
import app.photoplay.command.CommandRouter;
import app.photoplay.command.inbox.Inbox;
import app.photoplay.command.inbox.InboxStore;
import app.photoplay.command.inbox.QuarantineStore;
import app.photoplay.command.inbox.Reception;
import app.photoplay.database.DatabaseException;
import app.photoplay.database.DatabaseUnusable;
import app.photoplay.database.chat.SqlAnswerStore;
import app.photoplay.database.chat.SqlInboxStore;
import app.photoplay.database.chat.SqlQuarantineStore;
import app.photoplay.delivery.AnswerStore;
import app.photoplay.delivery.Outbox;
import app.photoplay.retry.Backoff;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The doors: what people write is recorded and handed to the commands, what they are answered is
/// kept until a platform has taken it.
final class ChatModule {
  private static final Backoff RETRY = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  private final Foundation foundation;
  private final Map<String, ChatPlatform> platforms;
  private final List<CommandInfo> listed;
  private final QuarantineStore quarantine;
  private final Outbox outbox;
  private final Inbox inbox;
  private volatile boolean stopping;

  /// The platforms whose updates this program takes at the moment, by name.
  private final Set<String> taking = ConcurrentHashMap.newKeySet();

  ChatModule(
      Foundation foundation,
      Map<String, ChatPlatform> platforms,
      CommandRouter router,
      List<CommandInfo> listed) {
    this.foundation = foundation;
    this.platforms = platforms;
    this.listed = listed;
    this.quarantine =
        foundation.port(QuarantineStore.class, new SqlQuarantineStore(foundation.database()));
    Backoff backoff = foundation.port(Backoff.class, RETRY);
    this.outbox =
        new Outbox(
            foundation.port(AnswerStore.class, new SqlAnswerStore(foundation.database())),
            platforms,
            foundation::leased,
            backoff,
            foundation.time());
    this.inbox =
        new Inbox(
            foundation.port(InboxStore.class, new SqlInboxStore(foundation.database())),
            router,
            outbox,
            platforms.keySet(),
            backoff,
            foundation.time());
  }

  QuarantineStore quarantine() {
    return quarantine;
  }

  /// Takes up what was not answered yet.
  void start() {
    outbox.refresh();
    inbox.refresh();
  }

  /// Takes updates, of an exclusive platform when no other program on the database does.
  void open() {
    for (ChatPlatform platform : platforms.values()) {
      if (platform.exclusive()) {
        foundation.instance().elect(platform.seat(), () -> open(platform), () -> close(platform));
      } else {
        open(platform);
      }
    }
  }

  private void open(ChatPlatform platform) {
    if (!stopping) {
      // whoever sends to the others waits for the answer and hears of a failure at once
      platform.start(
          platform.exclusive()
              ? new Reception(
                  inbox,
                  quarantine,
                  ChatModule::why,
                  platform,
                  foundation.wording(),
                  foundation.time())
              : inbox,
          listed);
      taking.add(platform.name());
    }
  }

  /// What it means that an update was not recorded.
  private static Optional<NotRecorded.Why> why(RuntimeException failure) {
    return switch (failure) {
      case DatabaseException full when full.full() -> Optional.of(NotRecorded.Why.NO_ROOM);
      case DatabaseException refused when refused.refused() -> Optional.of(NotRecorded.Why.REFUSED);
      case DatabaseException _, DatabaseUnusable _ -> Optional.of(NotRecorded.Why.UNAVAILABLE);
      default -> Optional.empty();
    };
  }

  private void close(ChatPlatform platform) {
    taking.remove(platform.name());
    platform.stop();
  }

  void refresh() {
    outbox.refresh();
    inbox.refresh();
    platforms.values().forEach(ChatPlatform::refresh);
  }

  /// Takes nothing new; what was written is answered for so long.
  void closeDoors(Duration grace) throws InterruptedException {
    stopping = true;
    platforms.values().forEach(ChatPlatform::stop);
    inbox.stop(grace);
  }

  void stopAnswers(Duration grace) throws InterruptedException {
    outbox.stop(grace);
  }

  void closePlatforms() {
    platforms.values().forEach(ChatPlatform::close);
  }

  /// What keeps people from reaching the bot, in plain sentences.
  Stream<String> troubles() {
    return platforms.values().stream()
        .filter(platform -> taking.contains(platform.name()) && !platform.trouble().isEmpty())
        .map(platform -> platform.name() + ": " + platform.trouble());
  }

  /// How many answers wait to be sent.
  int waiting() {
    return outbox.waiting() + platforms.values().stream().mapToInt(ChatPlatform::waiting).sum();
  }
}
