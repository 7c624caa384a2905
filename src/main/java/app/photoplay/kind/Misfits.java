package app.photoplay.kind;

import app.photoplay.job.JobKind.Unable;
import app.photoplay.job.JobKind.Unable.Why;
import app.photoplay.provider.Candidate;
import app.photoplay.provider.Model;
import app.photoplay.provider.Router;
import java.util.List;
import java.util.Optional;

/// Finds out why nobody, or not who was named, can do a piece of work: by asking for what is most
/// like it.
///
/// @param <N> what is needed
public record Misfits<N>(Router<N, ? extends Model<N, ?, ?>> router) {
  /// Something like it.
  ///
  /// @param why what is otherwise in it
  /// @param limit its length in seconds
  public record Near<N>(Why why, int limit, N need) {}

  /// Why it cannot be done as it is wished; empty when it can.
  ///
  /// @param who was named for it; empty for nobody
  /// @param near what is like it, the likest first
  public Optional<Unable> of(N need, String who, List<Near<N>> near) {
    List<Candidate> able = router.candidates(need, who);
    if (able.isEmpty()) {
      return Optional.of(
          near.stream()
              .filter(it -> !router.candidates(it.need(), who).isEmpty())
              .findFirst()
              .map(it -> new Unable("", it.why(), it.limit()))
              .orElse(new Unable("", Why.NOTHING, 0)));
    }
    return who.isEmpty() || able.stream().anyMatch(it -> it.provider().equals(who))
        ? Optional.empty()
        : Optional.of(named(need, who, near));
  }

  private Unable named(N need, String who, List<Near<N>> near) {
    if (!router.knows(who)) {
      return new Unable(who, Why.OFF, 0);
    }
    if (router.makes(who, need)) {
      return new Unable(who, Why.RESTS, 0);
    }
    return near.stream()
        .filter(it -> router.makes(who, it.need()))
        .findFirst()
        .map(it -> new Unable(who, it.why(), it.limit()))
        .orElse(new Unable(who, Why.NOTHING, 0));
  }
}
