package app.photoplay.storage;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/// Files that are deleted once nothing needs them and their time or their room is over. Other
/// programs may use, add and delete files meanwhile.
public interface Shelf {

  /// The parts that it can be looked through in, one after another.
  List<String> parts() throws IOException;

  /// The files of a part. One that a broken off sweep had set aside is back in its place.
  List<Found> files(String part) throws IOException;

  /// Takes a file out of everybody's sight; false when it is gone, is leased, or was used after it
  /// was found. Who wants to use it from now on does not find it and makes it anew.
  boolean setAside(Found file) throws IOException;

  /// Puts back what was set aside.
  void restore(Found file) throws IOException;

  /// Deletes what was set aside.
  void drop(Found file) throws IOException;

  /// A file.
  ///
  /// @param path below the shelf
  /// @param name by which rows call it
  /// @param used when it was last used, as far as the disk knows
  record Found(String path, String name, long bytes, Instant used) {}
}
