package app.photoplay.storage.bucket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An object and what is known of it.
///
/// @param key of the object
/// @param name by which its file is asked for
/// @param content SHA-256 of its bytes in lower-case hex
/// @param used when it was last used
/// @param marks the keys of all that is known of it
/// @param asides those that say that it is set aside
/// @param sent whether a message names it
record Copy(
    String key,
    String name,
    String content,
    long bytes,
    Instant used,
    List<String> marks,
    Map<String, Instant> asides,
    boolean sent) {

  Copy {
    marks = List.copyOf(marks);
    asides = Map.copyOf(asides);
  }

  /// Whether it can be used.
  boolean live() {
    return asides.isEmpty();
  }

  /// What a listing of a folder says.
  static Listing of(String folder, List<Bucket.Item> items) {
    Map<String, List<Keys.Key>> marks = new HashMap<>();
    Map<Keys.Key, Long> objects = new HashMap<>();
    for (Bucket.Item item : items) {
      Keys.Key key = Keys.parse(folder, item.key());
      if (key != null && key.mark().isEmpty()) {
        objects.put(key, item.bytes());
      } else if (key != null) {
        marks.computeIfAbsent(key.object(), _ -> new ArrayList<>()).add(key);
      }
    }
    List<Copy> copies = new ArrayList<>();
    objects.forEach((key, bytes) -> {
      List<Keys.Key> known = marks.remove(key.whole());
      copies.add(of(key, bytes, known == null ? List.of() : known));
    });
    return new Listing(copies, marks.values().stream().flatMap(List::stream).toList());
  }

  private static Copy of(Keys.Key object, long bytes, List<Keys.Key> marks) {
    Map<String, Instant> asides = new HashMap<>();
    Instant used = object.when();
    boolean sent = false;
    for (Keys.Key mark : marks) {
      if (mark.mark().equals("aside")) {
        asides.put(mark.whole(), mark.when());
      } else {
        used = mark.when().isAfter(used) ? mark.when() : used;
        sent |= mark.mark().equals("sent");
      }
    }
    List<String> keys = marks.stream().map(Keys.Key::whole).toList();
    return new Copy(
        object.whole(), object.name(), object.content(), bytes, used, keys, asides, sent);
  }

  /// @param lost marks whose object is not there
  record Listing(List<Copy> copies, List<Keys.Key> lost) {}
}
