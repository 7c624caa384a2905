package app.photoplay.database;

import app.photoplay.engine.Lease;
import app.photoplay.job.JobId;

/// This program among those that share the database: the name that the rows carry which it works
/// on, and its right to them. Thread-safe.
public interface Instance extends Lease {

  /// The name in the rows of what this program works on. Never used before by another; a new one
  /// when the others had to give this program up for dead.
  String owner();

  /// From 0 to 255, different from that of every other program that lives.
  int number();

  /// Joins the others and returns when that is done.
  ///
  /// @throws DatabaseException when the database does not answer
  void start(Listener listener);

  /// Leaves the others, who take up what is left.
  void stop();

  /// Takes part in choosing the one program that plays a role, such as fetching a bot's updates.
  ///
  /// @param begin called when this program plays it, on a thread of the role's own; when it throws,
  ///   the role is ended, left to whoever takes it, and after a while tried again
  /// @param end called on the same when it plays it no more, at once, because another may already
  void elect(String role, Runnable begin, Runnable end);

  /// Hints to the other programs that something about a job has changed. Hints may get lost.
  void changed(JobId job);

  /// Hints to the other programs that they may find something to do, or to show.
  void notifyOthers();

  /// Why this program may not work at the moment, in one sentence; empty when it may.
  String trouble();

  /// What an instance is told, one call after another on a thread that may wait for the database.
  interface Listener {
    /// A program has died, or may have: what it worked on belongs to nobody.
    void orphans();

    /// Others may have left something to do or to show; at least once a second.
    void refresh();

    /// Another program has changed a job.
    void changed(JobId job);

    /// The others have taken over what this program was working on.
    void replaced();
  }
}
