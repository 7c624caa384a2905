package app.photoplay.storage.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.job.StoredFile;
import app.photoplay.storage.Lease;
import app.photoplay.storage.Shelf.Found;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.testkit.S3Server;
import app.photoplay.testkit.SettableTime;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two programs that share a bucket on a real S3 server and nothing else, and a bucket that is
/// away.
class BucketStorageTest {
  private static final String OWNER = "0123456789abcdef0123456789abcdef";
  private static final String ID = "00112233445566778899aabbccddeeff";

  @TempDir Path folder;
  private final SettableTime time = new SettableTime(Instant.now());
  private final List<BucketStorage> opened = new ArrayList<>();
  private S3Server server;
  private String name;
  private CountedBucket bucket;
  private BucketStorage storage;

  @BeforeEach
  void open() {
    server = S3Server.start(folder.resolve("server"));
    name = server.newBucket();
    bucket = new CountedBucket(server.open(name));
    storage = open("one", bucket, 1 << 20);
  }

  @AfterEach
  void close() {
    opened.forEach(BucketStorage::close);
    server.close();
  }

  private BucketStorage open(String program, Bucket bucket, long room) {
    Path own = folder.resolve(program);
    BucketStorage storage =
        new BucketStorage(
            bucket,
            "photos/",
            new LocalArtifactStore(own.resolve("copies"), time),
            room,
            own.resolve("waiting"),
            BucketStorage.QUIET,
            time);
    opened.add(storage);
    return storage;
  }

  private BucketStorage other() {
    return open("two", server.open(name), 1 << 20);
  }

  private static StoredFile put(BucketStorage storage, String text) throws IOException {
    return storage.files().put(Files.writeString(storage.files().scratch(".mp4"), text));
  }

  private static String read(BucketStorage storage, StoredFile file) throws IOException {
    try (Lease lease = storage.files().open(file.content()).orElseThrow()) {
      return Files.readString(lease.path());
    }
  }

  private static List<Found> found(BucketStorage storage) throws IOException {
    List<Found> found = new ArrayList<>();
    for (String part : storage.files().shelf().parts()) {
      found.addAll(storage.files().shelf().files(part));
    }
    return found;
  }

  @Test
  void whatOneMadeTheOtherReads() throws IOException {
    StoredFile file = put(storage, "a video");

    assertThat(read(other(), file)).isEqualTo("a video");
  }

  @Test
  void whatWasKeptHereBeforeThereWasABucketIsFoundAndMovesThere() throws IOException {
    LocalArtifactStore before = new LocalArtifactStore(folder.resolve("before"), time);
    StoredFile file = before.put(Files.writeString(before.scratch(".mp4"), "a video"));

    assertThat(storage.takeOver(before)).isOne();
    assertThat(read(storage, file)).isEqualTo("a video");
    assertThat(before.exists(file.content())).isFalse();
    assertThat(open("one", server.open(name), 1 << 20).uploadWaiting()).isTrue();

    assertThat(read(other(), file)).isEqualTo("a video");
    assertThat(storage.takeOver(before)).isZero();
  }

  @Test
  void aFileIsFetchedOnceHoweverManyAsk() throws Exception {
    StoredFile file = put(other(), "a video");
    List<Callable<String>> readers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      readers.add(() -> read(storage, file));
    }

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<String> each : threads.invokeAll(readers)) {
        assertThat(each.get()).isEqualTo("a video");
      }
    }

    assertThat(bucket.downloads()).isEqualTo(1);
  }

  @Test
  void whatWasUsedJustNowIsOpenedWithoutAskingAnybody() throws IOException {
    StoredFile file = put(storage, "a video");
    read(storage, file);
    int before = bucket.requests();

    read(storage, file);

    assertThat(bucket.requests()).isEqualTo(before);
  }

  @Test
  void theLongestUnusedCopiesGoWhenThereAreTooManyAndComeBackWhenTheyAreUsed() throws IOException {
    BucketStorage small = open("small", bucket, 250);
    StoredFile first = put(small, "1".repeat(100));
    time.advance(Duration.ofSeconds(1));
    Lease held = small.files().open(first.content()).orElseThrow();
    time.advance(Duration.ofSeconds(1));
    StoredFile second = put(small, "2".repeat(100));
    time.advance(Duration.ofSeconds(1));
    put(small, "3".repeat(100));

    assertThat(held.path()).as("read meanwhile").hasContent("1".repeat(100));
    assertThat(bucket.downloads()).isZero();
    assertThat(read(small, second)).isEqualTo("2".repeat(100));
    assertThat(bucket.downloads()).isEqualTo(1);
    held.close();
  }

  @Test
  void aFileThatWasDamagedInTheStoreIsNeverHandedOut() throws IOException {
    StoredFile file = put(other(), "a video");
    server.damage(name);

    assertThatThrownBy(() -> read(storage, file)).isInstanceOf(IOException.class);
  }

  @Test
  void nothingThatIsNewIsLostWhileTheBucketIsAwayNorByARestart() throws IOException {
    StoredFile before = put(storage, "made before");
    StoredFile unseen = put(other(), "never seen here");
    server.vanish();

    StoredFile meanwhile = put(storage, "made meanwhile");

    assertThat(read(storage, meanwhile)).isEqualTo("made meanwhile");
    assertThat(read(storage, before)).isEqualTo("made before");
    assertThatThrownBy(() -> read(storage, unseen)).isInstanceOf(IOException.class);
    assertThat(storage.files().exists(meanwhile.content())).isTrue();
    assertThat(storage.files().exists(unseen.content())).as("not promised to anybody").isFalse();
    assertThat(storage.files().gone(unseen.content())).as("nor given up").isFalse();
    assertThat(storage.files().trouble()).contains("cannot be reached", "1 files wait");
    assertThat(storage.uploadWaiting()).isFalse();

    BucketStorage restarted = open("one", server.open(name), 1 << 20);
    assertThat(read(restarted, meanwhile)).isEqualTo("made meanwhile");
    server.appear();
    time.advance(Duration.ofMinutes(1));
    restarted.uploadWaiting();

    assertThat(restarted.uploadWaiting()).isTrue();
    assertThat(restarted.files().trouble()).isEmpty();
    assertThat(read(other(), meanwhile)).isEqualTo("made meanwhile");
    assertThat(read(restarted, unseen)).isEqualTo("never seen here");
  }

  @Test
  void whatWaitsWithAnotherIsNotCalledGoneWhenTheBucketIsBack() throws IOException {
    BucketStorage other = other();
    server.vanish();
    StoredFile meanwhile = put(other, "made meanwhile");
    assertThatThrownBy(() -> read(storage, meanwhile)).isInstanceOf(IOException.class);
    server.appear();
    time.advance(Duration.ofMinutes(1));

    assertThatThrownBy(() -> read(storage, meanwhile)).isInstanceOf(IOException.class);
    assertThat(storage.files().gone(meanwhile.content())).isFalse();
    assertThat(other.uploadWaiting()).isTrue();
    assertThat(read(storage, meanwhile)).isEqualTo("made meanwhile");

    time.advance(Duration.ofMinutes(3));
    assertThat(storage.files().gone("0".repeat(64))).isTrue();
  }

  @Test
  void whatOneUsesTheOtherDoesNotSweep() throws IOException {
    StoredFile file = put(storage, "a video");
    BucketStorage other = other();
    Found seen = found(other).getFirst();
    time.advance(Duration.ofHours(1));

    read(storage, file);

    assertThat(other.files().shelf().setAside(seen)).isFalse();
    assertThat(storage.files().exists(file.content())).isTrue();
  }

  @Test
  void whatOneHasSetAsideTheOtherMakesAnewAndKeeps() throws IOException {
    StoredFile file = put(storage, "a video");
    BucketStorage other = other();
    Found seen = found(other).getFirst();
    time.advance(Duration.ofHours(1));
    assertThat(other.files().shelf().setAside(seen)).isTrue();
    assertThat(found(storage)).as("another's sweep is at it").isEmpty();

    put(storage, "a video");
    other.files().shelf().drop(seen);

    assertThat(read(other, file)).isEqualTo("a video");
    assertThat(found(other)).hasSize(1);
  }

  @Test
  void whatAKilledSweepHasSetAsideIsBackAfterAnHour() throws IOException {
    StoredFile file = put(storage, "a video");
    BucketStorage killed = other();
    Found seen = found(killed).getFirst();
    killed.files().shelf().setAside(seen);
    time.advance(Duration.ofMinutes(61));

    assertThat(found(storage)).hasSize(1);

    killed.files().shelf().drop(seen);
    assertThat(read(storage, file)).isEqualTo("a video");
  }

  @Test
  void nothingIsLeftOfWhatIsSwept() throws IOException {
    StoredFile file = put(storage, "a video");
    time.advance(Duration.ofHours(1));
    read(storage, file);
    time.advance(Duration.ofHours(1));
    read(storage, file);
    Found seen = found(storage).getFirst();
    storage.files().shelf().setAside(seen);

    storage.files().shelf().drop(seen);

    assertThat(server.objects(name)).isEmpty();
  }

  @Test
  void aLinkIsServedByTheStoreWithItsTypeAndName() throws Exception {
    StoredFile file = put(storage, "a video");

    URI link = storage.files().link(file.content(), Duration.ofDays(30), "me.mp4").orElseThrow();

    assertThat(link.getQuery()).contains("X-Amz-Expires=604800");
    HttpURLConnection connection = (HttpURLConnection) link.toURL().openConnection();
    assertThat(connection.getContentType()).isEqualTo("video/mp4");
    assertThat(connection.getHeaderField("Content-Disposition"))
        .isEqualTo("inline; filename=\"me.mp4\"");
    assertThat(new String(connection.getInputStream().readAllBytes(), UTF_8)).isEqualTo("a video");
  }

  @Test
  void whatIsSentToOneIsOpenedByTheOtherForItsOwnerAlone() throws IOException {
    send("a photo");
    BucketStorage other = other();

    assertThat(other.uploads().open(OWNER, ID)).as("no message names it").isEmpty();
    other.uploads().keep(OWNER, ID).orElseThrow().close();

    try (Lease lease = storage.uploads().open(OWNER, ID).orElseThrow()) {
      assertThat(lease.path()).hasContent("a photo");
    }
    assertThat(storage.uploads().open(ID, ID)).isEmpty();
    assertThat(storage.uploads().open(OWNER, OWNER)).isEmpty();
    assertThat(storage.uploads().open("..", ID)).isEmpty();
  }

  @Test
  void whatNoMessageNamesIsDiscardedAndNothingElse() throws IOException {
    send("a photo");
    storage.uploads().keep(OWNER, ID).orElseThrow().close();
    storage.uploads().discard(OWNER, ID);
    storage.uploads().discardUnsent(time.instant().plusSeconds(1));
    assertThat(storage.uploads().open(OWNER, ID)).isPresent();
    storage.uploads().put(OWNER, OWNER, Files.writeString(storage.uploads().scratch(), "another"));

    storage.uploads().discardUnsent(time.instant().plusSeconds(1));

    assertThat(storage.uploads().keep(OWNER, OWNER)).isEmpty();
  }

  @Test
  void whatIsSentWhileTheBucketIsAwayIsSentOn() throws IOException {
    server.vanish();
    send("a photo");
    storage.uploads().keep(OWNER, ID).orElseThrow().close();
    assertThat(storage.uploads().open(OWNER, ID)).isPresent();
    server.appear();
    time.advance(Duration.ofMinutes(1));

    assertThat(storage.uploadWaiting()).isTrue();

    try (Lease lease = other().uploads().open(OWNER, ID).orElseThrow()) {
      assertThat(lease.path()).hasContent("a photo");
    }
  }

  private void send(String text) throws IOException {
    Path file = Files.writeString(storage.uploads().scratch(), text);
    storage.uploads().put(OWNER, ID, file);
    assertThat(file).doesNotExist();
  }
}
