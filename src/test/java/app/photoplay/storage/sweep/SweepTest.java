package app.photoplay.storage.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.job.StoredFile;
import app.photoplay.storage.Shelf;
import app.photoplay.storage.local.FolderShelf;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.testkit.SettableTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
  private static final Duration MONTH = Duration.ofDays(30);
  private static final String VISITOR = "0123456789abcdef0123456789abcdef";

  @TempDir Path folder;

  private final SettableTime time = SettableTime.noon();
  private final Rows index = new Rows();
  private LocalArtifactStore files;
  private Path uploads;

  @BeforeEach
  void open() {
    files = new LocalArtifactStore(folder.resolve("files"), time);
    uploads = folder.resolve("uploads");
  }

  @Test
  void deletesWhatHasOutlivedItselfWithItsRow() throws IOException {
    StoredFile old = used("old", Duration.ofDays(31));
    StoredFile young = used("young", Duration.ofDays(29));

    int swept = sweep(1 << 20).run();

    assertThat(swept).isEqualTo(1);
    assertThat(files.exists(old.content())).isFalse();
    assertThat(files.exists(young.content())).isTrue();
    assertThat(index.rows).containsOnlyKeys(young.content());
  }

  @Test
  void neverDeletesWhatSomethingUnfinishedNeeds() throws IOException {
    StoredFile row = used("of a job", Duration.ofDays(90));
    StoredFile draft = kept("of a draft");
    age(draft, Duration.ofDays(90));
    index.needed.addAll(List.of(row.content(), draft.content()));

    int swept = sweep(1).run();

    assertThat(swept).isZero();
    assertThat(files.exists(row.content())).isTrue();
    assertThat(files.exists(draft.content())).isTrue();
  }

  @Test
  void aFileThatWasUsedOnTheDiskAloneIsYoung() throws IOException {
    StoredFile old = used("the same", Duration.ofDays(31));

    StoredFile again = kept("the same");
    int swept = sweep(1 << 20).run();

    assertThat(again).isEqualTo(old);
    assertThat(swept).isZero();
    assertThat(files.exists(old.content())).isTrue();
  }

  @Test
  void deletesOldFilesThatNoRowKnowsButNotYoungOnes() throws IOException {
    StoredFile orphan = kept("orphan");
    StoredFile waiting = kept("waiting for its row");
    age(orphan, Duration.ofDays(3));
    age(waiting, Duration.ofHours(3));

    sweep(1 << 20).run();

    assertThat(files.exists(orphan.content())).isFalse();
    assertThat(files.exists(waiting.content())).isTrue();
  }

  @Test
  void deletesTheLongestUnusedWhenThereIsNoRoomForAll() throws IOException {
    StoredFile oldest = used("a".repeat(100), Duration.ofDays(5));
    StoredFile needed = used("b".repeat(100), Duration.ofDays(4));
    StoredFile older = used("c".repeat(100), Duration.ofDays(3));
    StoredFile newer = used("d".repeat(100), Duration.ofDays(2));
    StoredFile fresh = used("e".repeat(100), Duration.ofMinutes(5));
    index.needed.add(needed.content());

    int swept = sweep(350).run();

    assertThat(swept).isEqualTo(2);
    assertThat(files.exists(oldest.content())).isFalse();
    assertThat(files.exists(older.content())).isFalse();
    assertThat(List.of(needed, newer, fresh)).allMatch(it -> files.exists(it.content()));
  }

  @Test
  void uploadsHaveTheSameLifetimeAndCountToTheRoom() throws IOException {
    Path old = upload("a".repeat(32), 100, Duration.ofDays(31));
    Path longUnused = upload("b".repeat(32), 100, Duration.ofDays(20));
    Path unsent = upload("new/" + "c".repeat(32), 100, Duration.ofDays(31));
    StoredFile result = used("d".repeat(100), Duration.ofDays(10));

    int swept = sweep(150).run();

    assertThat(swept).isEqualTo(3);
    assertThat(List.of(old, longUnused, unsent)).noneMatch(Files::exists);
    assertThat(files.exists(result.content())).isTrue();
  }

  @Test
  void keepsAnUploadThatAMessageNeedsWhichNobodyHasHandled() throws IOException {
    Path upload = upload("a".repeat(32), 100, Duration.ofDays(31));
    index.needed.add("a".repeat(32));

    sweep(1).run();

    assertThat(upload).exists();
  }

  @Test
  void keepsAFileWhoseRowIsUsedWhileItIsSwept() throws IOException {
    StoredFile photo = used("just ordered again", Duration.ofDays(31));
    index.meanwhile = () -> index.rows.put(photo.content(), time.instant());

    int swept = sweep(1 << 20).run();

    assertThat(swept).isZero();
    assertThat(files.exists(photo.content())).isTrue();
  }

  @Test
  void aFileThatIsKeptAgainWhileItIsSweptIsThere() throws IOException {
    StoredFile photo = used("just sent again", Duration.ofDays(31));
    index.meanwhile = () -> assertThat(kept("just sent again")).isEqualTo(photo);

    sweep(1 << 20).run();

    assertThat(files.exists(photo.content())).isTrue();
  }

  @Test
  void putsBackWhatASweepThatWasKilledHadSetAside() throws IOException {
    StoredFile file = used("half swept", Duration.ofDays(1));
    Path path = path(file);
    Files.move(path, path.resolveSibling(path.getFileName() + ".going"));

    sweep(1 << 20).run();

    assertThat(path).hasContent("half swept");
  }

  @Test
  void restoresAllWhenTheDatabaseDoesNotAnswer() throws IOException {
    StoredFile old = used("old", Duration.ofDays(31));
    index.meanwhile =
        () -> {
          throw new IllegalStateException("away");
        };

    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> sweep(1 << 20).run()))
        .hasMessage("away");
    assertThat(files.exists(old.content())).isTrue();
  }

  @Test
  void forgetsRowsWhoseFilesAreGone() throws IOException {
    for (int i = 0; i < 3 * FileIndex.STEP; i++) {
      index.rows.put(String.format("%064x", i), time.instant().minus(Duration.ofDays(3)));
    }
    StoredFile there = used("there", Duration.ofDays(3));

    sweep(1 << 20).run();

    assertThat(index.rows).containsOnlyKeys(there.content());
  }

  @Test
  void believesTheRowWhenTheDisksTimeCannotBe() throws IOException {
    StoredFile old = used("old", Duration.ofDays(31));
    age(old, Duration.ofDays(-400));

    assertThat(sweep(1 << 20).run()).isEqualTo(1);
  }

  @Test
  void namesThatAreNoContentFindNothing() {
    assertThat(files.exists("../../etc/passwd")).isFalse();
    assertThat(files.exists("")).isFalse();
    assertThat(files.exists("A".repeat(64))).isFalse();
  }

  @Test
  void temporaryFilesOfAFormerLifeAreGoneAfterTheStart() throws IOException {
    Path left = files.scratch(".part");
    Files.writeString(left, "half");

    LocalArtifactStore next = new LocalArtifactStore(folder.resolve("files"), time);

    assertThat(left).doesNotExist();
    assertThat(next.scratch(".part").getParent()).exists();
  }

  private Sweep sweep(long most) {
    Shelf shelf = new FolderShelf(uploads, Pattern.compile("[0-9a-f]{32}"));
    return new Sweep(index, files, List.of(shelf), MONTH, most, time);
  }

  private StoredFile kept(String text) throws IOException {
    Path file = files.scratch(".txt");
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(time.instant()));
    return files.put(file);
  }

  /// With a row, last used so long ago.
  private StoredFile used(String text, Duration ago) throws IOException {
    StoredFile file = kept(text);
    age(file, ago);
    index.rows.put(file.content(), time.instant().minus(ago));
    return file;
  }

  private Path path(StoredFile file) {
    return folder.resolve("files").resolve(file.content().substring(0, 2)).resolve(file.content());
  }

  private void age(StoredFile file, Duration by) throws IOException {
    Path path = path(file);
    Files.setLastModifiedTime(path, FileTime.from(time.instant().minus(by)));
  }

  private Path upload(String name, int bytes, Duration ago) throws IOException {
    Path file = uploads.resolve(VISITOR).resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x".repeat(bytes));
    Files.setLastModifiedTime(file, FileTime.from(time.instant().minus(ago)));
    return file;
  }

  private interface Meanwhile {
    void happens() throws IOException;
  }

  private static final class Rows implements FileIndex {
    private final TreeMap<String, Instant> rows = new TreeMap<>();
    private final Set<String> needed = new HashSet<>();
    private Meanwhile meanwhile = () -> {};

    @Override
    public Set<String> needed() {
      return Set.copyOf(needed);
    }

    @Override
    public Map<String, Instant> used(Collection<String> names) {
      Map<String, Instant> found = new HashMap<>(rows);
      found.keySet().retainAll(names);
      return found;
    }

    @Override
    public Set<String> forget(Map<String, Instant> lastUse) {
      assertThat(lastUse).hasSizeLessThanOrEqualTo(STEP);
      try {
        meanwhile.happens();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      lastUse.forEach(
          (name, used) -> rows.computeIfPresent(name, (_, row) -> row.isAfter(used) ? row : null));
      Set<String> gone = new HashSet<>(lastUse.keySet());
      gone.removeAll(rows.keySet());
      return gone;
    }

    @Override
    public Map<String, Instant> rows(String after, Instant before) {
      Map<String, Instant> found = new TreeMap<>();
      rows.tailMap(after, false)
          .forEach((name, used) -> {
            if (used.isBefore(before) && found.size() < STEP) {
              found.put(name, used);
            }
          });
      return found;
    }
  }
}
