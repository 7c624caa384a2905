package app.photoplay.provider;

import app.photoplay.provider.health.Experience;
import app.photoplay.provider.health.Health;
import app.photoplay.provider.health.Health.Gauge;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// In which order models are asked: as the operator prefers, and among the accounts of one model
/// the one that has least to do; of those it likes as much, who takes over twice as long comes
/// last. Who fails too often, or whose key is wrong, is passed over while there is anybody else.
///
/// @param order of providers, the preferred first; who is not named comes after them
/// @param experience what came of earlier work
public record Selection(List<String> order, Health health, Experience experience) {
  /// As they are listed, and nothing is known of anybody's health.
  static final Selection AS_LISTED =
      new Selection(List.of(), new Health(() -> Instant.EPOCH), Experience.NONE);

  public Selection {
    order = List.copyOf(order);
  }

  /// The models in the order in which they are asked.
  ///
  /// @param wish the provider that is asked before all others; empty for none
  <M extends Model<?, ?, ?>> List<M> ordered(List<M> models, String wish) {
    List<M> open =
        models.stream()
            .filter(it -> health.find(it.provider(), it.account()).flatMap(Gauge::closed).isEmpty())
            .toList();
    List<M> asked = open.isEmpty() ? models : open;
    return asked.stream()
        .sorted(
            Comparator.<M>comparingInt(it -> it.provider().equals(wish) ? 0 : 1)
                .thenComparingInt(it -> rank(it.provider()))
                .thenComparingInt(it -> slow(models, it))
                .thenComparingInt(it -> models.indexOf(first(models, it)))
                .thenComparingDouble(this::busy))
        .toList();
  }

  /// Why a model is passed over though it could do it; empty when it is not.
  Optional<String> closed(Model<?, ?, ?> model) {
    return health
        .find(model.provider(), model.account())
        .flatMap(Gauge::closed)
        .map(Health.Closed::reason);
  }

  /// How long a model usually takes.
  Optional<Duration> usual(Model<?, ?, ?> model) {
    return experience.usual(model.provider(), model.account(), model.name());
  }

  /// 1 for who usually takes over twice as long as the fastest of those that the operator likes as
  /// much, else 0.
  private int slow(List<? extends Model<?, ?, ?>> models, Model<?, ?, ?> model) {
    Optional<Duration> fastest =
        models.stream()
            .filter(it -> rank(it.provider()) == rank(model.provider()))
            .map(this::usual)
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder());
    return fastest.isPresent()
            && usual(model)
                .filter(it -> it.compareTo(fastest.get().multipliedBy(2)) > 0)
                .isPresent()
        ? 1
        : 0;
  }

  private int rank(String provider) {
    int index = order.indexOf(provider);
    return index < 0 ? order.size() : index;
  }

  private double busy(Model<?, ?, ?> model) {
    return health
        .find(model.provider(), model.account())
        .map(it -> (double) it.inFlight() / it.simultaneous())
        .orElse(0.0);
  }

  /// The same model under the first of its accounts.
  private static <M extends Model<?, ?, ?>> M first(List<M> models, M model) {
    return models.stream()
        .filter(it -> it.provider().equals(model.provider()) && it.name().equals(model.name()))
        .findFirst()
        .orElse(model);
  }
}
