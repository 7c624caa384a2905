package app.photoplay.provider;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Lane;
import java.util.Optional;

/// A generative model of one provider, as seen by whoever needs work done. The ports (speech,
/// talking photos, shots, pictures, texts) are this with their own need, prompt and result.
///
/// Implementations are called by many threads.
///
/// @param <N> what is needed, without files: enough to tell whether it can be done and for how much
/// @param <P> the whole prompt
/// @param <T> the result
public interface Model<N, P, T> {
  /// The provider's short name, as in config.yaml.
  String provider();

  /// Which of the provider's models it is.
  default String name() {
    return provider();
  }

  /// Which of the operator's accounts at the provider pays; empty where there is but one.
  default String account() {
    return "";
  }

  /// Where its work waits for room.
  Lane lane();

  /// How many works of its lane may go on at a provider at a time, for all programs together.
  default int simultaneous() {
    return 1;
  }

  /// The most that such work costs; empty when it makes no such thing. Quick, without network.
  ///
  /// @throws IllegalStateException when it makes it, but nobody has set a price
  Optional<Money> price(N need, PriceBook prices);

  /// Whether its price is what such work costs, and not only the most.
  default boolean firm() {
    return true;
  }

  /// How it is had.
  Work<P, T> work();
}
