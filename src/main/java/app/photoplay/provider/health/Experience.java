package app.photoplay.provider.health;

import app.photoplay.budget.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What came of work with paid providers, kept for longer than a program lives and shared by all
/// that use the same database. Thread-safe; may block for the database.
public interface Experience {
  /// That of a program that remembers nothing.
  Experience NONE =
      new Experience() {
        @Override
        public boolean forbidden(String input) {
          return false;
        }

        @Override
        public void forbid(String input) {}

        @Override
        public void finished(Finished work) {}

        @Override
        public Optional<Duration> usual(String provider, String account, String model) {
          return Optional.empty();
        }
      };

  /// Whether a provider's rules have forbidden just this lately.
  ///
  /// @param input a hash of who was given what
  boolean forbidden(String input);

  /// Remembers that they do, for a while.
  void forbid(String input);

  /// Remembers work that a provider has done.
  void finished(Finished work);

  /// How long work usually takes, from its order to its result, going by what was done lately;
  /// empty while too little was.
  Optional<Duration> usual(String provider, String account, String model);

  /// Work that a provider has done.
  ///
  /// @param since when it was ordered, when that is known
  /// @param estimate what it should cost
  /// @param charged what the provider says it charges, when it says so
  record Finished(
      String provider,
      String account,
      String model,
      Optional<Instant> since,
      Money estimate,
      Optional<Money> charged) {}
}
