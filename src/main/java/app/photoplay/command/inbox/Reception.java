package app.photoplay.command.inbox;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.Person;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.NotRecorded;
import app.photoplay.chat.update.RejectedUpdate;
import app.photoplay.chat.update.UpdateSink;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a platform passes its updates to: the inbox, with a place for those that cannot be read or
/// recorded, and a sentence for people while the disk is full. Thread-safe.
public final class Reception implements UpdateSink {
  private static final Logger log = LoggerFactory.getLogger(Reception.class);
  private static final int SEND_ATTEMPTS = 3;

  private final UpdateSink inbox;
  private final QuarantineStore quarantine;
  private final Function<RuntimeException, Optional<NotRecorded.Why>> why;
  private final ChatPlatform platform;
  private final Wording wording;
  private final InstantSource time;

  /// Who was told since there was room.
  private final Set<Person> told = ConcurrentHashMap.newKeySet();

  /// A reception.
  ///
  /// @param why what a failure of the inbox or the quarantine means; empty when nobody knows
  public Reception(
      UpdateSink inbox,
      QuarantineStore quarantine,
      Function<RuntimeException, Optional<NotRecorded.Why>> why,
      ChatPlatform platform,
      Wording wording,
      InstantSource time) {
    this.inbox = inbox;
    this.quarantine = quarantine;
    this.why = why;
    this.platform = platform;
    this.wording = wording;
    this.time = time;
  }

  @Override
  public void accept(ChatUpdate update) {
    recorded(() -> inbox.accept(update));
    told.clear();
  }

  @Override
  public void putAside(RejectedUpdate update) {
    recorded(() -> quarantine.put(update, time.instant()));
  }

  private void recorded(Runnable recording) {
    try {
      recording.run();
    } catch (RuntimeException e) {
      throw why.apply(e).<RuntimeException>map(known -> new NotRecorded(known, e)).orElse(e);
    }
  }

  @Override
  public void noRoom(ChatUpdate update) {
    if (!(update instanceof ChatUpdate.Joined) && told.add(update.from())) {
      Thread.ofVirtual().name("no-room").start(() -> tell(update));
    }
  }

  private void tell(ChatUpdate update) {
    String words = wording.say(wording.language(update.from().language()), Phrase.NO_ROOM);
    if (update instanceof ChatUpdate.ButtonPress) {
      platform.acknowledge(update, words);
      return;
    }
    OutboundMessage message =
        OutboundMessage.of(OutboundMessage.Kind.FAILURE, words).inReplyTo(update.message());
    try {
      for (int attempt = 1; attempt <= SEND_ATTEMPTS; attempt++) {
        SendOutcome outcome = platform.send(update.message().conversation(), message);
        if (!(outcome instanceof SendOutcome.Later(var pause))) {
          return;
        }
        Thread.sleep(pause);
      }
      log.atWarn()
          .addKeyValue("platform", platform.name())
          .log("somebody was not told that the disk is full");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
