package app.photoplay.kind.talk;

import app.photoplay.kind.Making;
import app.photoplay.kind.Route;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;

/// ```
/// Ordered ──fork speech──> Speaking ──its candidate's lane──> Rendering ──> done
/// ```
public sealed interface TalkState {
  record Ordered(Route route) implements TalkState {
    public Ordered {
      // Jobs that were stored before anybody was chosen, here and below.
      route = Objects.requireNonNullElse(route, Route.UNCHOSEN);
    }
  }

  /// The speech is being made.
  record Speaking(Route route) implements TalkState {
    public Speaking {
      route = Objects.requireNonNullElse(route, Route.UNCHOSEN);
    }
  }

  /// The video is being made.
  ///
  /// @param millis length of the speech
  // An earlier version stored the embedded renderer's operation; what was made so is made again.
  @JsonIgnoreProperties("operation")
  record Rendering(Making making, long millis) implements TalkState {
    public Rendering {
      making = Objects.requireNonNullElse(making, new Making.Here(Route.UNCHOSEN));
    }
  }
}
