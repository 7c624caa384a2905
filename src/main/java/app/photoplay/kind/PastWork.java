package app.photoplay.kind;

import app.photoplay.budget.Money;
import app.photoplay.provider.Candidate;
import app.photoplay.provider.Model;
import app.photoplay.provider.Router;
import app.photoplay.provider.health.Experience.Finished;
import app.photoplay.provider.remote.Operation;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is remembered of work with providers. That something cannot be remembered changes nothing.
record PastWork<N>(Router<N, ? extends Model<N, ?, ?>> router) {
  private static final Logger log = LoggerFactory.getLogger(PastWork.class);

  /// What the rules of whoever is asked now forbid.
  ///
  /// @param input see [ModelWork.Order]
  Refusals refusals(Route route, String input) {
    return Refusals.of(router.experience(), route.at(), input);
  }

  /// A provider has done its work.
  ///
  /// @param need what it turned out to be
  /// @param charged what the provider says that it charges
  void finished(Making making, N need, Optional<Money> charged) {
    if (making instanceof Making.Working(var route, var operation)) {
      try {
        router.experience().finished(finished(route.at(), operation, need, charged));
      } catch (RuntimeException e) {
        log.atWarn().setCause(e).log("finished work could not be remembered");
      }
    }
  }

  private Finished finished(Candidate by, String operation, N need, Optional<Money> charged) {
    long since = Operation.parse(operation).since();
    boolean firm = router.model(by).filter(Model::firm).isPresent();
    return new Finished(
        by.provider(),
        by.account(),
        by.model(),
        since == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(since)),
        router.cost(by, need),
        charged.filter(_ -> firm));
  }
}
