package app.photoplay.storage.bucket;

import app.photoplay.storage.Shelf;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A folder of a bucket for the sweeps, of which several programs may make one at once.
/// Thread-safe.
///
/// To set an object aside is to say so beside it and then to look whether it was used: who uses it
/// says so first and then looks whether it was set aside.
final class BucketShelf implements Shelf {
  /// What was set aside so long ago was left by a sweep that does not go on.
  private static final Duration BROKEN_OFF = Duration.ofHours(1);

  /// A sweep that takes longer than this gives up what it has set aside.
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private static final List<String> PARTS =
      "0123456789abcdef".chars().mapToObj(Character::toString).toList();

  private final BucketFolder folder;
  private final Predicate<String> leased;
  private final InstantSource time;
  private final Map<String, String> asides = new ConcurrentHashMap<>();

  /// @param leased whether a name's file is used in this program
  BucketShelf(BucketFolder folder, Predicate<String> leased) {
    this.folder = folder;
    this.leased = leased;
    this.time = folder.time();
  }

  @Override
  public List<String> parts() {
    return PARTS;
  }

  @Override
  public List<Found> files(String part) throws IOException {
    Instant old = time.instant().minus(BROKEN_OFF);
    Copy.Listing listing = folder.list(part);
    for (Keys.Key lost : listing.lost()) {
      if (lost.when().isBefore(old)) {
        folder.bucket().delete(lost.whole());
      }
    }
    List<Copy> copies = new ArrayList<>();
    for (Copy copy : listing.copies()) {
      boolean brokenOff = copy.asides().values().stream().allMatch(it -> it.isBefore(old));
      if (brokenOff) {
        restore(copy);
        copies.add(copy);
      }
    }
    Map<String, Instant> used =
        copies.stream()
            .collect(
                Collectors.toMap(
                    Copy::name, Copy::used, (a, b) -> a.isAfter(b) ? a : b, HashMap::new));
    return copies.stream()
        .map(it ->
            new Found(
                it.key(), last(it.name()), it.bytes(), used.getOrDefault(it.name(), it.used())))
        .toList();
  }

  private void restore(Copy copy) throws IOException {
    for (String aside : copy.asides().keySet()) {
      folder.bucket().delete(aside);
    }
  }

  @Override
  public boolean setAside(Found file) throws IOException {
    String name = name(file);
    String aside = Keys.aside(file.path(), time.instant());
    asides.put(file.path(), aside);
    folder.bucket().mark(aside);
    folder.forget(name);
    List<Copy> now = folder.copies(name);
    boolean wanted =
        leased.test(name)
            || now.stream().anyMatch(it -> it.used().isAfter(file.used()))
            || now.stream()
                .noneMatch(it ->
                    it.key().equals(file.path()) && it.asides().keySet().equals(Set.of(aside)));
    if (wanted) {
      restore(file);
    }
    return !wanted;
  }

  @Override
  public void restore(Found file) throws IOException {
    String aside = asides.remove(file.path());
    if (aside != null) {
      folder.bucket().delete(aside);
    }
  }

  @Override
  public void drop(Found file) throws IOException {
    String aside = asides.get(file.path());
    for (Copy copy : folder.copies(name(file))) {
      // after a long pause others may have put it back and use it
      if (copy.key().equals(file.path())
          && copy.asides()
              .getOrDefault(String.valueOf(aside), Instant.MIN)
              .isAfter(time.instant().minus(LONGEST))) {
        folder.delete(copy);
        asides.remove(file.path());
      }
    }
    restore(file);
  }

  private String name(Found file) {
    return folder.nameOf(file.path());
  }

  /// By which rows call it.
  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
