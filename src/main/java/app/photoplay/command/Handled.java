package app.photoplay.command;

import app.photoplay.delivery.Reply;
import java.time.Duration;
import java.util.List;

/// What handling an update came to.
public sealed interface Handled {

  /// What it ordered is on disk; this is what is left to say.
  record Done(List<Reply> replies) implements Handled {
    public Done {
      replies = List.copyOf(replies);
    }
  }

  /// It cannot be dealt with now, and nothing was done: it is to be handled again.
  ///
  /// @param most how long after it came that makes sense
  /// @param otherwise what is said when it did not work for that long
  record Again(Throwable cause, Duration most, List<Reply> otherwise) implements Handled {
    public Again {
      otherwise = List.copyOf(otherwise);
    }
  }
}
