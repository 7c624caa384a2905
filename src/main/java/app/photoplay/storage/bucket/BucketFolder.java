package app.photoplay.storage.bucket;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The files in one folder of a bucket, by their names. Thread-safe, and so are several programs.
final class BucketFolder {
  private final Bucket bucket;
  private final String folder;
  private final InstantSource time;
  private final Duration quiet;
  private final Cache<String, Used> recent = Caffeine.newBuilder().maximumSize(10_000).build();

  /// @param quiet for so long after a use others need not be told of another one; much shorter than
  ///   what a sweep takes for unused
  BucketFolder(Bucket bucket, String folder, Duration quiet, InstantSource time) {
    this.bucket = bucket;
    this.folder = folder;
    this.quiet = quiet;
    this.time = time;
  }

  private record Used(Copy copy, Instant at) {}

  Bucket bucket() {
    return bucket;
  }

  InstantSource time() {
    return time;
  }

  /// Stores a file under a key of its own.
  void store(String name, Path file, String content, Instant used, String type) throws IOException {
    bucket.put(Keys.object(folder, name, used, content), file, type);
  }

  /// All that there is of a name, also what is set aside.
  List<Copy> copies(String name) throws IOException {
    return Copy.of(folder, bucket.list(folder + "/" + name + "/")).copies().stream()
        .filter(it -> it.name().equals(name))
        .toList();
  }

  /// A name's file to look at, without a use.
  Optional<Copy> find(String name) throws IOException {
    Optional<Copy> known = recentlyUsed(name);
    return known.isPresent() ? known : newest(copies(name));
  }

  /// A name's file, which no sweep takes from now on because it was not used before.
  Optional<Copy> use(String name) throws IOException {
    Optional<Copy> known = recentlyUsed(name);
    if (known.isPresent()) {
      return known;
    }
    Optional<Copy> found = newest(copies(name));
    while (found.isPresent()) {
      Copy copy = found.get();
      Instant now = time.instant();
      if (fresh(copy.used(), now)) {
        recent.put(name, new Used(copy, copy.used()));
        return found;
      }
      bucket.mark(Keys.used(copy.key(), now));
      // Whoever sets it aside from now on sees this use. Who did before is seen now.
      List<Copy> again = copies(name);
      if (again.stream().anyMatch(it -> it.live() && it.key().equals(copy.key()))) {
        recent.put(name, new Used(copy, now));
        forgetUses(copy);
        return found;
      }
      found = newest(again);
    }
    return Optional.empty();
  }

  /// Says that a message names it.
  void send(Copy copy) throws IOException {
    if (!copy.sent()) {
      bucket.mark(Keys.sent(copy.key(), time.instant()));
    }
  }

  /// What others know of it is looked at again.
  void forget(String name) {
    recent.invalidate(name);
  }

  /// The objects whose names begin so, with whatever a sweep that was broken off has left.
  Copy.Listing list(String beginning) throws IOException {
    return Copy.of(folder, bucket.list(folder + "/" + beginning));
  }

  /// The name that an object of ours has.
  String nameOf(String key) {
    Keys.Key parsed = Keys.parse(folder, key);
    if (parsed == null) {
      throw new IllegalArgumentException("no key of ours");
    }
    return parsed.name();
  }

  /// Deletes an object, then what was known of it.
  void delete(Copy copy) throws IOException {
    forget(copy.name());
    bucket.delete(copy.key());
    for (String mark : copy.marks()) {
      bucket.delete(mark);
    }
  }

  private void forgetUses(Copy copy) throws IOException {
    for (String mark : copy.marks()) {
      Keys.Key key = Keys.parse(folder, mark);
      if (key != null && key.mark().equals("used")) {
        bucket.delete(mark);
      }
    }
  }

  private Optional<Copy> recentlyUsed(String name) {
    Used used = recent.getIfPresent(name);
    return used != null && fresh(used.at, time.instant())
        ? Optional.of(used.copy)
        : Optional.empty();
  }

  private boolean fresh(Instant used, Instant now) {
    return now.isBefore(used.plus(quiet));
  }

  private static Optional<Copy> newest(List<Copy> copies) {
    return copies.stream().filter(Copy::live).max(Comparator.comparing(Copy::used));
  }
}
