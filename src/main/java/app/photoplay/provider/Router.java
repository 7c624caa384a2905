package app.photoplay.provider;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.provider.health.Experience;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says which models can do a piece of work, and finds them again later. Thread-safe.
///
/// @param <N> what is needed
/// @param <M> the port
public final class Router<N, M extends Model<N, ?, ?>> {
  /// The provider that is this machine.
  public static final String LOCAL = "local";

  private final List<M> models;
  private final PriceBook prices;
  private final Selection selection;

  /// A router.
  ///
  /// @param models the preferred first, as far as the selection knows no better
  public Router(List<? extends M> models, PriceBook prices, Selection selection) {
    this.models = List.copyOf(models);
    this.prices = prices;
    this.selection = selection;
  }

  /// One that asks in the order of the list.
  public Router(List<? extends M> models, PriceBook prices) {
    this(models, prices, Selection.AS_LISTED);
  }

  /// What came of earlier work.
  public Experience experience() {
    return selection.experience();
  }

  /// Who can do it, the preferred first.
  public List<Candidate> candidates(N need) {
    return candidates(need, "");
  }

  /// The same with a provider that is asked first; this machine, when it is asked for, alone.
  ///
  /// @param wish empty for none
  public List<Candidate> candidates(N need, String wish) {
    List<Candidate> candidates = new ArrayList<>();
    for (M model : selection.ordered(models, wish)) {
      if (!wish.equals(LOCAL) || model.provider().equals(LOCAL)) {
        model.price(need, prices).ifPresent(price -> candidates.add(candidate(model, price)));
      }
    }
    return candidates;
  }

  /// Who is asked, why first, who comes after, and why the others do not: one line for the
  /// operator. Empty where there is nobody to choose from.
  public String why(N need, String wish) {
    List<M> able =
        selection.ordered(models, wish).stream()
            .filter(it -> !wish.equals(LOCAL) || it.provider().equals(LOCAL))
            .filter(it -> it.price(need, prices).isPresent())
            .toList();
    List<String> providers = models.stream().map(Model::provider).distinct().toList();
    if (providers.size() < 2) {
      return "";
    }
    String others =
        providers.stream()
            .filter(provider -> able.stream().noneMatch(it -> it.provider().equals(provider)))
            .map(provider -> provider + " " + unable(provider, need, wish))
            .collect(Collectors.joining(", "));
    String not = others.isEmpty() ? "" : "; not " + others;
    return able.isEmpty() ? "nobody" + not : chosen(able, wish) + not;
  }

  private String chosen(List<M> able, String wish) {
    M first = able.getFirst();
    String usual =
        selection.usual(first).map(it -> ", usually " + it.toSeconds() + " s").orElse("");
    String reason = first.provider().equals(wish) ? "asked for" : "first in order";
    String rest =
        able.stream()
            .skip(1)
            .map(Model::name)
            .distinct()
            .limit(6)
            .collect(Collectors.joining(", "));
    return first.name() + " (" + reason + usual + ")" + (rest.isEmpty() ? "" : "; then " + rest);
  }

  private String unable(String provider, N need, String wish) {
    if (wish.equals(LOCAL)) {
      return "(not asked for)";
    }
    return models.stream()
        .filter(it -> it.provider().equals(provider) && it.price(need, prices).isPresent())
        .findFirst()
        .flatMap(selection::closed)
        .map(reason -> "(left alone: " + reason + ")")
        .orElse("(makes no such thing)");
  }

  /// Whether the provider is among the settings, with a key.
  public boolean knows(String provider) {
    return models.stream().anyMatch(it -> it.provider().equals(provider));
  }

  /// Whether the provider makes this, however it fares now.
  public boolean makes(String provider, N need) {
    return models.stream()
        .anyMatch(it -> it.provider().equals(provider) && it.price(need, prices).isPresent());
  }

  /// Whether somebody else is handed the work, and charges for it.
  public boolean paid(Candidate candidate) {
    return model(candidate).map(Model::work).filter(Work.Paid.class::isInstance).isPresent();
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
