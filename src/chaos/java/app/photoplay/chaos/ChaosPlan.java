package app.photoplay.chaos;

import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.Person;
import app.photoplay.job.PaidCall.Idempotency;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SplittableRandom;

/// What is ordered: the same wishes, by number, in every life of a worker.
///
/// People order 15 times each, a little more than their allowance; two and two in a group, also a
/// little more than its allowance.
///
/// @param folder whose plan it is; numbers of different folders differ
record ChaosPlan(long seed, int folder) {
  static final Caps CAPS =
      new Caps(
          new Money(2_000_000),
          new Money(3_500_000),
          new Money(Long.MAX_VALUE / 2),
          ZoneOffset.UTC);

  static final int OF_A_PERSON = 15;
  static final int PER_FOLDER = 10_000_000;

  Wish wish(int index) {
    int number = folder * PER_FOLDER + index;
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    String person = "p" + folder + "-" + index / OF_A_PERSON;
    String group = "g" + folder + "-" + index / (2 * OF_A_PERSON);
    return new Wish(
        new Person(HttpChat.NAME, person, "en", ""),
        new Conversation(HttpChat.NAME, group, "", true),
        new PaidRequest(
            number, Idempotency.values()[random.nextInt(3)], 50_000 + random.nextInt(200) * 1000L),
        random.nextInt(10) == 0
            ? Optional.of(Duration.ofMillis(random.nextInt(500)))
            : Optional.empty());
  }

  /// One order.
  ///
  /// @param cancelAfter how long after it was accepted its owner changes their mind
  record Wish(
      Person person, Conversation chat, PaidRequest request, Optional<Duration> cancelAfter) {}
}
