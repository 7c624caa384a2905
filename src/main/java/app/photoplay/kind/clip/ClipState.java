package app.photoplay.kind.clip;

import app.photoplay.kind.Making;
import app.photoplay.kind.Route;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;

/// ```
/// Ordered ──its candidate's lane──> Filming ──> done
/// ```
public sealed interface ClipState {
  record Ordered(Route route) implements ClipState {
    public Ordered {
      // Jobs that were stored before anybody was chosen.
      route = Objects.requireNonNullElse(route, Route.UNCHOSEN);
    }
  }

  /// It is being filmed.
  ///
  /// @param softened how often rules forbade it: in what words it is asked for, see
  ///   `ClipRequest#softened`
  // An earlier version stored the embedded renderer's operation; what was made so is made again.
  @JsonIgnoreProperties("operation")
  record Filming(Making making, int softened) implements ClipState {
    public Filming {
      making = Objects.requireNonNullElse(making, new Making.Here(Route.UNCHOSEN));
    }
  }
}
