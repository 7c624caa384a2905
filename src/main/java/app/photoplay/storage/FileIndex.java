package app.photoplay.storage;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What is known of the kept files: their sizes and when they were last used. Each method is one
/// transaction.
public interface FileIndex {

  /// Files that may go: last used before `before`, or the longest unused ones beyond `most` bytes.
  /// None that an unfinished job or an open delivery needs.
  List<String> outlived(Instant before, long most);

  /// Forgets files, and that anything can be served from them.
  void forget(List<String> contents);

  /// All files that some row knows.
  Set<String> known();
}
