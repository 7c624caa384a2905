package app.photoplay.storage.sweep;

import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.Shelf;
import app.photoplay.storage.Shelf.Found;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes files that have outlived their time, files that no row knows, and the longest unused
/// ones when all take more than their room; never what something unfinished needs.
///
/// It walks through the disk part by part and asks the database for some hundred rows at a time.
/// When a file was last used is the later of what its row and its disk say. To be deleted, a file
/// is set aside first, then its row is deleted unless it was used meanwhile, then the file: so a
/// file that is used again at the same moment is kept, or is not found and made anew.
public final class Sweep {
  private static final Logger log = LoggerFactory.getLogger(Sweep.class);

  /// A file comes before its row: only after this long without one it is an orphan.
  private static final Duration ORPHAN = Duration.ofDays(2);

  /// What was used within this time is not deleted to make room: its row may be about to come.
  private static final Duration FRESH = Duration.ofHours(1);

  /// A file of so much later than now comes from a clock that was wrong.
  private static final Duration WRONG = Duration.ofDays(1);

  private final FileIndex index;
  private final ArtifactStore files;
  private final List<Room> rooms;
  private final Duration keep;
  private final long most;
  private final InstantSource time;

  /// A sweep.
  ///
  /// @param uploads files that have no rows and are kept as long
  /// @param keep how long a file is kept after its last use
  /// @param most bytes that all files may take
  public Sweep(
      FileIndex index,
      ArtifactStore files,
      List<Shelf> uploads,
      Duration keep,
      long most,
      InstantSource time) {
    this.index = index;
    this.files = files;
    this.keep = keep;
    this.most = most;
    this.time = time;
    this.rooms = new ArrayList<>();
    rooms.add(new Room(files.shelf(), ORPHAN.compareTo(keep) < 0 ? ORPHAN : keep));
    uploads.forEach(shelf -> rooms.add(new Room(shelf, keep)));
  }

  /// A sweep of the artifacts alone.
  public Sweep(FileIndex index, ArtifactStore files, Duration keep, long most, InstantSource time) {
    this(index, files, List.of(), keep, most, time);
  }

  /// Sweeps once. An interrupt ends it early.
  ///
  /// @return how many files were deleted
  public int run() throws IOException {
    Instant now = time.instant();
    Set<String> needed = index.needed();
    Deleting old = new Deleting();
    long[] total = {0};
    walk(
        now,
        file -> {
          total[0] += file.found.bytes();
          if (!needed.contains(file.found.name())
              && file.used.isBefore(now.minus(file.known ? keep : file.room.unknown))) {
            old.add(file);
          }
        });
    old.finish();
    if (Thread.currentThread().isInterrupted()) {
      return old.files;
    }
    forgetLost(now);
    long left = total[0] - old.bytes;
    int deleted = old.files;
    if (left > most) {
      Deleting pressed = makeRoom(now, needed, left - most);
      deleted += pressed.files;
      left -= pressed.bytes;
    }
    if (left > most) {
      log.atWarn()
          .addKeyValue("bytes", left)
          .log("the files that are needed or in use take more than storage.max-size");
    }
    if (deleted > 0) {
      log.info("{} files were swept away", deleted);
    }
    return deleted;
  }

  /// Deletes the longest unused files that take so much together.
  private Deleting makeRoom(Instant now, Set<String> needed, long excess) throws IOException {
    PriorityQueue<Kept> longest = new PriorityQueue<>(Comparator.comparing(Kept::used).reversed());
    long[] sum = {0};
    walk(
        now,
        file -> {
          if (!needed.contains(file.found.name()) && file.used.isBefore(now.minus(FRESH))) {
            longest.add(file);
            sum[0] += file.found.bytes();
            // the last used ones are not needed for it
            for (Kept last = longest.peek();
                last != null && sum[0] - last.found.bytes() >= excess;
                last = longest.peek()) {
              sum[0] -= last.found.bytes();
              longest.remove();
            }
          }
        });
    Deleting pressed = new Deleting();
    if (Thread.currentThread().isInterrupted()) {
      return pressed; // there may be longer unused ones
    }
    for (Kept file : longest) {
      pressed.add(file);
    }
    pressed.finish();
    return pressed;
  }

  private void walk(Instant now, Each each) throws IOException {
    for (Room room : rooms) {
      for (String part : room.shelf.parts()) {
        List<Found> found = room.shelf.files(part);
        for (int i = 0; i < found.size(); i += FileIndex.STEP) {
          if (Thread.currentThread().isInterrupted()) {
            return;
          }
          List<Found> some = found.subList(i, Math.min(found.size(), i + FileIndex.STEP));
          Map<String, Instant> rows = index.used(some.stream().map(Found::name).toList());
          for (Found file : some) {
            each.file(kept(room, file, rows, now));
          }
        }
      }
    }
  }

  private static Kept kept(Room room, Found file, Map<String, Instant> rows, Instant now) {
    Instant row = rows.get(file.name());
    boolean believed = row == null || file.used().isBefore(now.plus(WRONG));
    Instant used = believed && (row == null || file.used().isAfter(row)) ? file.used() : row;
    return new Kept(room, file, used == null ? file.used() : used, row != null);
  }

  /// Forgets rows whose files are gone.
  private void forgetLost(Instant now) {
    Instant before = now.minus(ORPHAN);
    String last = "";
    Map<String, Instant> rows = index.rows(last, before);
    while (!rows.isEmpty()) {
      last = rows.keySet().stream().max(Comparator.naturalOrder()).orElseThrow();
      Map<String, Instant> lost = new HashMap<>(rows);
      lost.keySet().removeIf(name -> !files.gone(name));
      if (!lost.isEmpty()) {
        index.forget(lost);
      }
      rows = index.rows(last, before);
    }
  }

  private interface Each {
    void file(Kept file) throws IOException;
  }

  /// @param unknown how long a file without a row is kept
  private record Room(Shelf shelf, Duration unknown) {}

  /// @param known whether it has a row
  private record Kept(Room room, Found found, Instant used, boolean known) {}

  /// Deletes files in small steps.
  private final class Deleting {
    private final List<Kept> aside = new ArrayList<>();
    private int files;
    private long bytes;

    void add(Kept file) throws IOException {
      if (file.room.shelf.setAside(file.found)) {
        aside.add(file);
      }
      if (aside.size() == FileIndex.STEP) {
        finish();
      }
    }

    void finish() throws IOException {
      Map<String, Instant> lastUse = new HashMap<>();
      aside.forEach(file -> lastUse.put(file.found.name(), file.used));
      Set<String> free = Set.of();
      try {
        free = lastUse.isEmpty() ? Set.of() : index.forget(lastUse);
      } finally {
        for (Kept file : aside) {
          if (free.contains(file.found.name())) {
            file.room.shelf.drop(file.found);
            files++;
            bytes += file.found.bytes();
          } else {
            file.room.shelf.restore(file.found);
          }
        }
        aside.clear();
      }
    }
  }
}
