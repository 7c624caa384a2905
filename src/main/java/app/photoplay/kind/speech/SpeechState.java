package app.photoplay.kind.speech;

import app.photoplay.kind.Making;
import app.photoplay.kind.Route;
import java.util.Objects;

/// ```
/// Ordered ──its candidate's lane──> Speaking ──> done
/// ```
public sealed interface SpeechState {
  record Ordered(Route route) implements SpeechState {
    public Ordered {
      // Jobs that were stored before anybody was chosen, here and below.
      route = Objects.requireNonNullElse(route, Route.UNCHOSEN);
    }
  }

  record Speaking(Making making) implements SpeechState {
    public Speaking {
      making = Objects.requireNonNullElse(making, new Making.Here(Route.UNCHOSEN));
    }
  }
}
