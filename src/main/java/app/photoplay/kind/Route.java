package app.photoplay.kind;

import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.job.Failure;
import app.photoplay.provider.Candidate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who shall do a piece of work, and who else may: chosen when it was ordered, stored with the job.
/// Nobody may who is dearer than what was agreed to then; that takes another order.
///
/// @param candidates who is asked now comes first; none before anybody was chosen
/// @param agreed the most that it may cost
/// @param refused why the latest did not do it who said so, in a way that people can do something
///   about
public record Route(List<Candidate> candidates, Money agreed, @Nullable Failure refused) {
  /// Of jobs that were accepted by a version which chose nobody.
  public static final Route UNCHOSEN = new Route(List.of(), Money.ZERO, null);

  public Route {
    candidates = List.copyOf(candidates);
  }

  /// The preferred first; its price is what a person agrees to.
  ///
  /// @param why nobody can, for the log
  /// @throws IllegalStateException when nobody can do it
  static Route of(List<Candidate> candidates, Supplier<String> why) {
    if (candidates.isEmpty()) {
      throw new IllegalStateException("no model can do this: " + why.get());
    }
    return new Route(candidates, candidates.getFirst().price(), null);
  }

  /// What is asked for it.
  ///
  /// @param what a stable word for the part
  public Quote.Line line(String what) {
    return new Quote.Line(what, agreed);
  }

  boolean chosen() {
    return !candidates.isEmpty();
  }

  Candidate at() {
    return candidates.getFirst();
  }

  /// What a provider says that it charges, as far as it was agreed to.
  Money atMost(Money charged) {
    return charged.compareTo(agreed) > 0 ? agreed : charged;
  }

  /// The way on when who was asked does not do it; empty when nobody is left who may.
  Optional<Route> after(Failure failure) {
    List<Candidate> rest = candidates.subList(1, candidates.size());
    List<Candidate> left =
        rest.stream().dropWhile(candidate -> candidate.price().compareTo(agreed) > 0).toList();
    return left.isEmpty() ? Optional.empty() : Optional.of(new Route(left, agreed, told(failure)));
  }

  /// The way of asking everybody once more, in another way, at no higher price; empty when nobody
  /// may.
  Optional<Route> anew(List<Candidate> all, Failure before) {
    List<Candidate> left =
        all.stream().filter(candidate -> candidate.price().compareTo(agreed) <= 0).toList();
    return left.isEmpty() ? Optional.empty() : Optional.of(new Route(left, agreed, before));
  }

  /// What people are told when nobody is left.
  Failure end(Failure failure) {
    boolean dearer = candidates.size() > 1;
    return Objects.requireNonNullElse(
        told(failure), dearer ? new Failure(Failure.Code.DEARER_THAN_HELD) : failure);
  }

  private @Nullable Failure told(Failure failure) {
    return switch (failure.code()) {
      case PROVIDER_BROKEN,
          PROVIDER_CLOSED,
          PROVIDER_LATE,
          RESULT_GONE,
          BAD_RESULT,
          DEARER_THAN_HELD ->
          refused;
      default -> failure;
    };
  }
}
