package app.photoplay.chat.telegram;

import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.chat.outgoing.OutgoingQueue;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.ChatUpdate.ButtonPress;
import app.photoplay.chat.update.RejectedUpdate;
import app.photoplay.chat.update.UpdateSink;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;

/// The one answer that a press takes: it ends the spinner on the button, and may show a few words.
/// They are known when the press has been worked on. For that the spinner turns only so long: then
/// it is ended without words, and what is to be said comes as a message. Thread-safe.
final class PressAnswers {

  /// As long as people take a spinner for an answer that comes at once.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /// While Telegram takes no more calls it is tried this often; then the spinner ends by itself.
  private static final int TRIES = 10;

  /// Much longer than anything lasts that a press leads to before it is answered.
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private static final int MOST = 10_000;
  private static final int NOTICE_CHARACTERS = 200;

  private final BotApi api;
  private final OutgoingQueue queue;
  private final Say say;

  /// The presses that came to this program, by their ids. One that it does not know came before it
  /// was started; nobody knows whether it was answered.
  private final ConcurrentMap<String, State> presses = remembering();

  PressAnswers(BotApi api, OutgoingQueue queue, Say say) {
    this.api = api;
    this.queue = queue;
    this.say = say;
  }

  /// Says something in the conversation of a press.
  interface Say {
    void say(ButtonPress about, OutboundMessage message) throws InterruptedException;
  }

  private enum State {
    TURNING,
    ENDED_WITHOUT_WORDS,
    ANSWERED
  }

  private static ConcurrentMap<String, State> remembering() {
    Cache<String, State> cache =
        Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();
    return cache.asMap();
  }

  /// The sink, whose presses do not spin for long.
  UpdateSink watching(UpdateSink sink) {
    return new UpdateSink() {
      @Override
      public void accept(ChatUpdate update) {
        if (update instanceof ButtonPress press
            && presses.putIfAbsent(press.id(), State.TURNING) == null) {
          Thread.ofVirtual().name("telegram-press").start(() -> endInTime(press));
        }
        sink.accept(update);
      }

      @Override
      public void putAside(RejectedUpdate update) {
        sink.putAside(update);
      }

      @Override
      public void noRoom(ChatUpdate update) {
        sink.noRoom(update);
      }
    };
  }

  private void endInTime(ButtonPress press) {
    try {
      Thread.sleep(PATIENCE);
      Duration wait = end(press, State.ENDED_WITHOUT_WORDS);
      for (int i = 1; i < TRIES && !wait.isZero(); i++) {
        Thread.sleep(wait);
        wait = end(press, State.ENDED_WITHOUT_WORDS);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody knows this thread", e);
    }
  }

  /// Ends the spinner without words, if it turns and there is room for that.
  ///
  /// @return when to try again; zero when there is nothing left to do
  private Duration end(ButtonPress press, State as) {
    if (presses.get(press.id()) != State.TURNING) {
      return Duration.ZERO;
    }
    Duration wait = queue.offer(place(press), false);
    if (wait.isZero() && presses.replace(press.id(), State.TURNING, as)) {
      api.attempt(client -> client.executeAsync(answer(press).build()));
    }
    return wait;
  }

  /// Gives the answer, or says the words where it has been given. Never waits.
  ///
  /// @param notice may be empty: then it only ends the spinner, now or as soon as there is room
  void give(ButtonPress press, String notice) {
    if (notice.isEmpty()) {
      presses.putIfAbsent(press.id(), State.TURNING);
      end(press, State.ANSWERED);
      return;
    }
    boolean late = presses.put(press.id(), State.ANSWERED) == State.ENDED_WITHOUT_WORDS;
    Thread.ofVirtual().name("telegram-notice").start(() -> tell(press, notice, late));
  }

  private void tell(ButtonPress press, String notice, boolean late) {
    try {
      if (late) {
        say.say(press, OutboundMessage.of(Kind.ANSWER, notice).inReplyTo(press.message()));
        return;
      }
      queue.await(queue.ticket(place(press), false, OutgoingQueue.Rank.ANSWER));
      var answer = answer(press).text(shortened(notice)).build();
      api.attempt(client -> client.executeAsync(answer));
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody knows this thread", e);
    }
  }

  /// An answer is seen by one person alone and in no chat, so that only the rate of all together
  /// counts.
  private static String place(ButtonPress press) {
    return "press " + press.id();
  }

  private static AnswerCallbackQuery.AnswerCallbackQueryBuilder<?, ?> answer(ButtonPress press) {
    return AnswerCallbackQuery.builder().callbackQueryId(press.id());
  }

  private static String shortened(String notice) {
    if (notice.length() <= NOTICE_CHARACTERS) {
      return notice;
    }
    int end = NOTICE_CHARACTERS - 1;
    boolean torn = Character.isHighSurrogate(notice.charAt(end - 1));
    return notice.substring(0, torn ? end - 1 : end) + "…";
  }
}
