package app.photoplay.chat.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What is known of interactions while their tokens live, in memory: by the token of a press a
/// message can be replaced that nothing else reaches, and a few words be said to who pressed.
/// Thread-safe.
final class Tokens {
  private static final int MOST = 10_000;

  private final InstantSource time;
  private final Cache<Long, Ref.Asked> byMessage = cache();
  private final Cache<String, Ref.Asked> byPress = cache();
  private final Cache<Long, Future<?>> acknowledgements = cache();
  private final Cache<Long, String> answers = cache();

  Tokens(InstantSource time) {
    this.time = time;
  }

  private static <K, V> Cache<K, V> cache() {
    return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(Ref.TOKENS_LIVE).build();
  }

  void pressed(long message, Ref.Asked press) {
    byMessage.put(message, press);
    byPress.put(Long.toString(press.interaction()), press);
  }

  /// An interaction is being acknowledged; the future never fails.
  void acknowledging(long interaction, Future<?> end) {
    acknowledgements.put(interaction, end);
  }

  /// Discord knows a token only when it has the acknowledgement.
  void awaitAcknowledged(Ref.Asked asked, Duration most) throws InterruptedException {
    Future<?> end = acknowledgements.getIfPresent(asked.interaction());
    if (end != null) {
      try {
        end.get(most.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException _) {
        // the call that follows tells
      }
    }
  }

  /// A press by its id.
  Optional<Ref.Asked> press(String id) {
    return Optional.ofNullable(byPress.getIfPresent(id)).filter(this::alive);
  }

  /// The interaction behind a message, or the last press of a button under it, as long as its token
  /// lives.
  Optional<Ref.Asked> of(Ref ref) {
    return switch (ref) {
      case Ref.Asked asked -> Optional.of(asked).filter(this::alive);
      case Ref.Answered(var asked, var message) ->
          Optional.of(asked).filter(this::alive).or(() -> under(message));
      case Ref.Posted(var message) -> under(message);
      case Ref.Direct _ -> Optional.empty();
    };
  }

  private Optional<Ref.Asked> under(long message) {
    return Optional.ofNullable(byMessage.getIfPresent(message)).filter(this::alive);
  }

  private boolean alive(Ref.Asked asked) {
    return asked.alive(time.instant());
  }

  /// Whether nothing else has answered an interaction yet, as far as is remembered.
  ///
  /// @param nonce names the message that is to answer it
  boolean free(Ref.Asked asked, String nonce) {
    String answer = answers.getIfPresent(asked.interaction());
    return answer == null || answer.equals(nonce);
  }

  void answered(Ref.Asked asked, String nonce) {
    answers.put(asked.interaction(), nonce);
  }
}
