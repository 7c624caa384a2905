package app.photoplay.storage.bucket;

import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A bucket of an object store, as little of it as is needed. Whoever has written something sees it
/// in every request that begins afterwards, and so does everybody else. Thread-safe.
///
/// What the store does not do is a [BucketTrouble]; other [IOException]s are about files here.
public interface Bucket extends AutoCloseable {

  /// Uploads a file under a key that nobody used before. Once this returns the store has all of it.
  ///
  /// @param type media type
  void put(String key, Path file, String type) throws IOException;

  /// Makes an empty object, also when it is there.
  void mark(String key) throws IOException;

  /// All objects whose keys begin so.
  List<Item> list(String prefix) throws IOException;

  /// Writes an object into a new file, piece by piece.
  ///
  /// @throws NoSuchFileException when there is no such object
  void download(String key, Path target) throws IOException;

  /// Deletes an object; one that is not there is deleted already.
  void delete(String key) throws IOException;

  /// An address at which everybody can fetch the object for a while; empty where the credentials
  /// cannot sign one. Made without a request.
  ///
  /// @param lives at most seven days
  /// @param type media type that it is served with
  /// @param name under which browsers save it
  Optional<URI> sign(String key, Duration lives, String type, String name);

  /// Where the store is.
  URI server();

  @Override
  void close();

  /// An object.
  record Item(String key, long bytes) {}
}
