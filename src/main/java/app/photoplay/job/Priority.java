package app.photoplay.job;

/// In which order a lane serves what waits, people taking turns within each class. What waits for
/// long is moved up a class, so that nothing waits for ever. The numbers in the database are these
/// in order.
public enum Priority {
  /// Somebody looks at the screen and waits for a moment's work.
  QUICK,
  NORMAL,
  /// Much work for one wish, such as a film.
  BULK
}
