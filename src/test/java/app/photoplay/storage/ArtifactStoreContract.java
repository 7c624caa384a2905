package app.photoplay.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.job.StoredFile;
import app.photoplay.storage.Shelf.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every store of artifacts does, wherever it keeps them.
public abstract class ArtifactStoreContract {
  private static final String HELLO_SHA256 =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

  @TempDir protected Path folder;
  private ArtifactStore files;

  /// A new, empty store.
  protected abstract ArtifactStore store();

  /// How often readers and a sweep meet.
  protected int rounds() {
    return 300;
  }

  @BeforeEach
  void open() {
    files = store();
  }

  @Test
  void takesAFileUnderItsContentsName() throws Exception {
    Path file = Files.writeString(files.scratch(".txt"), "hello");

    StoredFile stored = files.put(file);

    assertThat(stored).isEqualTo(new StoredFile(HELLO_SHA256, 5));
    assertThat(file).doesNotExist();
    assertThat(files.exists(HELLO_SHA256)).isTrue();
  }

  @Test
  void takesTheSameContentAgain() throws Exception {
    StoredFile first = put("hello");

    StoredFile second = put("hello");

    assertThat(second).isEqualTo(first);
    assertThat(found()).hasSize(1);
  }

  @Test
  void opensWhatItKeeps() throws Exception {
    StoredFile stored = put("hello");

    try (Lease lease = files.open(stored.content()).orElseThrow()) {
      assertThat(lease.path()).hasContent("hello");
    }
    try (Lease again = files.open(stored.content()).orElseThrow()) {
      assertThat(again.path()).hasContent("hello");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "../../etc/passwd",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void hasNothingUnderANameThatNobodyPut(String name) throws Exception {
    assertThat(files.exists(name)).isFalse();
    assertThat(files.open(name)).isEmpty();
  }

  @Test
  void isSweptWhenNobodyUsesIt() throws Exception {
    StoredFile stored = put("hello");
    Found found = found().getFirst();

    assertThat(found.name()).isEqualTo(stored.content());
    assertThat(found.bytes()).isEqualTo(5);
    assertThat(files.shelf().setAside(found)).isTrue();
    assertThat(files.exists(stored.content())).isFalse();
    assertThat(files.open(stored.content())).isEmpty();

    files.shelf().drop(found);

    assertThat(found()).isEmpty();
  }

  @Test
  void isBackWhenItIsRestored() throws Exception {
    StoredFile stored = put("hello");
    Found found = found().getFirst();
    files.shelf().setAside(found);

    files.shelf().restore(found);

    assertThat(files.exists(stored.content())).isTrue();
  }

  @Test
  void isMadeAnewWhileItIsSetAside() throws Exception {
    StoredFile stored = put("hello");
    Found found = found().getFirst();
    files.shelf().setAside(found);

    put("hello");
    files.shelf().drop(found);

    assertThat(files.exists(stored.content())).isTrue();
  }

  @Test
  void isNotSweptBeforeItsLastLeaseEnds() throws Exception {
    StoredFile stored = put("hello");
    Lease first = files.open(stored.content()).orElseThrow();
    Lease second = files.open(stored.content()).orElseThrow();

    first.close();
    first.close();

    assertThat(files.shelf().setAside(found().getFirst())).isFalse();
    assertThat(files.exists(stored.content())).isTrue();
    assertThat(second.path()).hasContent("hello");

    second.close();

    assertThat(files.shelf().setAside(found().getFirst())).isTrue();
  }

  @Test
  void isUsedByBeingOpened() throws Exception {
    StoredFile stored = put("hello");
    Found before = found().getFirst();

    files.open(stored.content()).orElseThrow().close();

    assertThat(found().getFirst().used()).isAfter(before.used());
    assertThat(files.shelf().setAside(before)).isFalse();
  }

  @Test
  void canAlwaysBeReadWhileItIsLeasedThoughASweepGoesOn() throws Exception {
    List<Callable<Integer>> readers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      readers.add(this::openAndRead);
    }
    readers.add(this::sweep);

    try (ExecutorService threads = Executors.newFixedThreadPool(readers.size())) {
      int done = 0;
      for (Future<Integer> each : threads.invokeAll(readers)) {
        done += each.get();
      }
      assertThat(done).isPositive();
    }
  }

  private int openAndRead() throws IOException {
    int read = 0;
    for (int i = 0; i < rounds(); i++) {
      try (Leases leases = new Leases()) {
        Path path = leases.path(files, put("hello").content()).orElse(null);
        if (path != null) {
          assertThat(path).hasContent("hello");
          read++;
        }
      }
    }
    return read;
  }

  private int sweep() throws IOException {
    int swept = 0;
    for (int i = 0; i < rounds(); i++) {
      for (Found found : found()) {
        if (files.shelf().setAside(found)) {
          files.shelf().drop(found);
          swept++;
        }
      }
    }
    return swept;
  }

  @Test
  void namesTemporaryFilesOnceEach() {
    Set<Path> names = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      names.add(files.scratch(".mp4"));
    }

    assertThat(names).hasSize(100).allMatch(it -> it.toString().endsWith(".mp4"));
    assertThat(names).allMatch(it -> Files.isDirectory(it.resolveSibling(".")));
  }

  private List<Found> found() throws IOException {
    List<Found> all = new ArrayList<>();
    for (String part : files.shelf().parts()) {
      all.addAll(files.shelf().files(part));
    }
    return all;
  }

  /// Stores a text that was last used an hour ago.
  private StoredFile put(String text) throws IOException {
    Path file = Files.writeString(files.scratch(".txt"), text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
    return files.put(file);
  }
}
