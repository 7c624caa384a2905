package app.photoplay.provider;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says which models can do a piece of work, and finds them again later. Thread-safe.
///
/// @param <N> what is needed
/// @param <M> the port
public final class Router<N, M extends Model<N, ?, ?>> {
  private final List<M> models;
  private final PriceBook prices;

  /// A router.
  ///
  /// @param models the preferred first
  public Router(List<? extends M> models, PriceBook prices) {
    this.models = List.copyOf(models);
    this.prices = prices;
  }

  /// Who can do it, the preferred first.
  public List<Candidate> candidates(N need) {
    List<Candidate> candidates = new ArrayList<>();
    for (M model : models) {
      model.price(need, prices).ifPresent(price -> candidates.add(candidate(model, price)));
    }
    return candidates;
  }

  /// The candidate's model; empty when it is no longer among the settings.
  public Optional<M> model(Candidate candidate) {
    return models.stream()
        .filter(model ->
            model.provider().equals(candidate.provider())
                && model.name().equals(candidate.model())
                && model.account().equals(candidate.account()))
        .findFirst();
  }

  /// What a candidate charges for what is needed by now: never more than was agreed to.
  public Money cost(Candidate candidate, N need) {
    return model(candidate)
        .flatMap(model -> model.price(need, prices))
        .filter(price -> price.compareTo(candidate.price()) < 0)
        .orElse(candidate.price());
  }

  private static Candidate candidate(Model<?, ?, ?> model, Money price) {
    return new Candidate(model.provider(), model.name(), model.account(), model.lane(), price);
  }
}
