package app.photoplay.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.job.StoredFile;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.testkit.SettableTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
  @TempDir Path folder;

  private final SettableTime time = SettableTime.noon();
  private final Known index = new Known();
  private LocalArtifactStore files;

  @BeforeEach
  void open() {
    files = new LocalArtifactStore(folder);
  }

  @Test
  void deletesWhatTheIndexSaysHasOutlivedItself() throws IOException {
    StoredFile old = kept("old");
    StoredFile young = kept("young");
    index.known.addAll(Set.of(old.content(), young.content()));
    index.outlived.add(old.content());

    int swept = sweep().run();

    assertThat(swept).isEqualTo(1);
    assertThat(files.find(old.content())).isEmpty();
    assertThat(files.find(young.content())).isPresent();
    assertThat(index.known).containsExactly(young.content());
  }

  @Test
  void deletesOldFilesThatNoRowKnowsButNotYoungOnes() throws IOException {
    StoredFile orphan = kept("orphan");
    StoredFile waiting = kept("waiting for its row");
    age(orphan, Duration.ofDays(3));
    age(waiting, Duration.ofHours(3));

    sweep().run();

    assertThat(files.find(orphan.content())).isEmpty();
    assertThat(files.find(waiting.content())).isPresent();
  }

  @Test
  void aFileThatIsKeptAgainIsYoungAgain() throws IOException {
    StoredFile orphan = kept("the same");
    age(orphan, Duration.ofDays(3));

    StoredFile again = kept("the same");
    sweep().run();

    assertThat(again).isEqualTo(orphan);
    assertThat(files.find(orphan.content())).isPresent();
  }

  @Test
  void namesThatAreNoContentFindNothing() {
    assertThat(files.find("../../etc/passwd")).isEmpty();
    assertThat(files.find("")).isEmpty();
    assertThat(files.find("A".repeat(64))).isEmpty();
  }

  @Test
  void temporaryFilesOfAFormerLifeAreGoneAfterTheStart() throws IOException {
    Path left = files.scratch(".part");
    Files.writeString(left, "half");

    LocalArtifactStore next = new LocalArtifactStore(folder);

    assertThat(left).doesNotExist();
    assertThat(next.scratch(".part").getParent()).exists();
  }

  private Sweep sweep() {
    return new Sweep(index, files, Duration.ofDays(30), 1 << 20, time);
  }

  private StoredFile kept(String text) throws IOException {
    Path file = files.scratch(".txt");
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(time.instant()));
    return files.keep(file);
  }

  private void age(StoredFile file, Duration by) throws IOException {
    Path path = files.find(file.content()).orElseThrow();
    Files.setLastModifiedTime(path, FileTime.from(time.instant().minus(by)));
  }

  private static final class Known implements FileIndex {
    private final Set<String> known = new HashSet<>();
    private final List<String> outlived = new ArrayList<>();

    @Override
    public List<String> outlived(Instant before, long most) {
      return List.copyOf(outlived);
    }

    @Override
    public void forget(List<String> contents) {
      contents.forEach(known::remove);
    }

    @Override
    public Set<String> known() {
      return Set.copyOf(known);
    }
  }
}
