package app.photoplay.storage.sweep;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/// What the database knows of the kept files. Each method is one short transaction or reads.
public interface FileIndex {

  /// How many names are asked for, or forgotten, at a time.
  int STEP = 200;

  /// The names of all files that something unfinished needs: a job, a delivery, a draft, a message
  /// that nobody has handled; and those of people's casts. Whatever begins to need another file
  /// says so by its row's or its disk's time of last use.
  Set<String> needed();

  /// When these were last used, those that have a row.
  Map<String, Instant> used(Collection<String> names);

  /// Forgets those that were not used after the given times.
  ///
  /// @param lastUse at most [#STEP] names
  /// @return those of which there is no row any more, or never was: these may be deleted
  Set<String> forget(Map<String, Instant> lastUse);

  /// The next names after one in their order, at most [#STEP], whose rows were last used before a
  /// time.
  Map<String, Instant> rows(String after, Instant before);
}
