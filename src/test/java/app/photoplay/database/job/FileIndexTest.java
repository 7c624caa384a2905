package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.ARTIFACT;
import static app.photoplay.database.generated.Tables.INBOUND_EVENT;
import static app.photoplay.database.generated.Tables.REUSE;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.Person;
import app.photoplay.database.Database;
import app.photoplay.database.account.LedgerRules;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.chat.SqlDrafts;
import app.photoplay.database.chat.SqlInboxStore;
import app.photoplay.database.file.SqlFileIndex;
import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.sql.Numbers;
import app.photoplay.job.JobReport.Status;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.storage.reuse.Fingerprint;
import app.photoplay.storage.sweep.FileIndex;
import app.photoplay.storage.sweep.Sweep;
import app.photoplay.testkit.DatabaseKind;
import app.photoplay.testkit.SettableTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Insert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What the sweep may delete and what it may not, asked of real tables.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class FileIndexTest {
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Conversation CHAT = new Conversation("telegram", "1", "", false);

  @TempDir Path folder;
  private final SettableTime time = SettableTime.noon();
  private final DatabaseKind kind;
  private final Ids ids = new Ids(time);
  private Database database;
  private SqlFileIndex index;
  private SqlDrafts drafts;
  private AccountId ann;

  FileIndexTest(DatabaseKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    database = kind.fresh(folder.resolve("data")).get();
    index = new SqlFileIndex(database);
    drafts = new SqlDrafts(database);
    ann = new SqlAccounts(database, ids).of(new Person("telegram", "1", "en", ""), time.instant());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void needsWhatUnfinishedJobsTheirFamiliesDraftsAndUnhandledMessagesName() {
    JobRecord root = job("{\"photo\":\"" + name(1) + "\"}", Status.WAITING, null);
    job("{\"voice\":\"" + name(2) + "\"}", Status.MADE, root.getId());
    job("{\"photo\":\"" + name(3) + "\"}", Status.MADE, null);
    draft(name(4));
    String upload = name(5).substring(32);
    new SqlInboxStore(database)
        .record("web", "1", "{\"file\":\"" + "a".repeat(32) + "/" + upload + "\"}", now());

    assertThat(index.needed()).contains(name(1), name(2), name(4), upload).doesNotContain(name(3));
  }

  @Test
  void keepsADraftsPhotoBeyondItsTimeWhileTheDraftLives() throws IOException {
    LocalArtifactStore files =
        new LocalArtifactStore(folder.resolve("files"), InstantSource.system());
    Sweep sweep = new Sweep(index, files, Duration.ofDays(1), 1, time);
    String photo = kept(files, "a photo that waits for its words");
    draft(photo);

    time.advance(Duration.ofDays(5));
    sweep.run();
    boolean waiting = files.exists(photo);
    time.advance(Duration.ofDays(4));
    index.tidy(now(), MONTH);
    sweep.run();

    assertThat(waiting).isTrue();
    assertThat(files.exists(photo)).isFalse();
  }

  @Test
  void forgetsOnlyWhatWasNotUsedMeanwhile() {
    Instant old = now().minus(MONTH);
    artifact(1, old);
    artifact(2, now());

    assertThat(index.forget(Map.of(name(1), old, name(2), old, name(3), old)))
        .containsExactlyInAnyOrder(name(1), name(3));
    assertThat(index.used(List.of(name(1), name(2), name(3)))).containsOnlyKeys(name(2));
  }

  @Test
  void aDraftThatIsMadeWhileItIsSweptUsesItsPhoto() {
    Instant old = now().minus(MONTH);
    artifact(1, old);
    draft(name(1));

    assertThat(index.forget(Map.of(name(1), old))).isEmpty();
  }

  @Test
  void walksThroughOldRowsInSmallSteps() {
    for (int i = 0; i < FileIndex.STEP + 5; i++) {
      artifact(i, now().minus(MONTH));
    }

    Map<String, Instant> first = index.rows("", now());
    Map<String, Instant> second = index.rows(name(FileIndex.STEP - 1), now());

    assertThat(first).hasSize(FileIndex.STEP);
    assertThat(second).hasSize(5);
    assertThat(index.rows("", now().minus(MONTH))).isEmpty();
  }

  @Test
  void tidiesAwayWhatIsOverAndNothingElse() {
    SqlInboxStore inbox = new SqlInboxStore(database);
    for (int i = 0; i < FileIndex.STEP * 2 + 1; i++) {
      inbox.record("telegram", "old " + i, "payload", now());
      inbox.handled("telegram", "old " + i, List.of(), now());
    }
    inbox.record("telegram", "open", "payload", now());
    served("old");
    time.advance(MONTH);
    served("new");
    inbox.record("telegram", "new", "payload", now());
    inbox.handled("telegram", "new", List.of(), now());

    index.tidy(now(), Duration.ofDays(20));

    assertThat(database.<Integer>read(sql -> sql.fetchCount(INBOUND_EVENT))).isEqualTo(2);
    List<String> served =
        database.read(sql -> sql.select(REUSE.FINGERPRINT).from(REUSE).fetch(REUSE.FINGERPRINT));
    assertThat(served).containsExactly("new");
  }

  /// The proof is the time that others wait meanwhile.
  @Test
  @Tag("proof")
  void sweepsAHundredThousandFilesWithoutHoldingOthersUp() throws Exception {
    int many = 100_000;
    LocalArtifactStore files =
        new LocalArtifactStore(folder.resolve("files"), InstantSource.system());
    FileTime old = FileTime.from(now().minus(Duration.ofDays(31)));
    for (int i = 0; i < many; i++) {
      Path file = folder.resolve("files").resolve(name(i).substring(0, 2)).resolve(name(i));
      Files.createDirectories(file.getParent());
      Files.createFile(file);
      Files.setLastModifiedTime(file, old);
    }
    IntStream.range(0, many / 1000)
        .forEach(thousand ->
            database.write(sql ->
                sql.batch(
                        IntStream.range(thousand * 1000, thousand * 1000 + 1000)
                            .mapToObj(i -> insert(sql, i, old.toInstant()))
                            .toList())
                    .execute()
                    .length));
    AtomicBoolean over = new AtomicBoolean();
    AtomicLong longest = new AtomicLong();
    Thread other =
        Thread.ofPlatform()
            .start(() -> {
              SqlInboxStore inbox = new SqlInboxStore(database);
              for (int i = 0; !over.get(); i++) {
                long start = System.nanoTime();
                inbox.record("telegram", "m" + i, "payload", now());
                longest.accumulateAndGet(System.nanoTime() - start, Math::max);
              }
            });

    long start = System.nanoTime();
    int swept = new Sweep(index, files, MONTH, 1L << 40, time).run();
    long millis = (System.nanoTime() - start) / 1_000_000;
    over.set(true);
    other.join();

    System.out.printf(
        "swept %d in %d ms, others waited at most %d ms%n",
        swept, millis, longest.get() / 1_000_000);
    assertThat(swept).isEqualTo(many);
    assertThat(longest.get()).isLessThan(Duration.ofSeconds(10).toNanos());
  }

  private String kept(LocalArtifactStore files, String text) throws IOException {
    Path file = files.scratch(".txt");
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(now()));
    return files.put(file).content();
  }

  private void draft(String photo) {
    drafts.save(ann, CHAT, "photo", "{\"photo\":\"" + photo + "\"}", now(), Duration.ofDays(1));
  }

  private JobRecord job(String request, Status status, @Nullable Long parent) {
    Caps caps = new Caps(Money.ZERO, Money.ZERO, Money.ZERO, ZoneId.of("UTC"));
    return database.write(sql -> {
      JobRecord job =
          new Jobs(ids, new LedgerRules(caps, ids))
              .create(
                  sql, ann.value(), "talk", request, Fingerprint.of(ann, "talk", request), now());
      job.setStatus(Numbers.number(status));
      if (parent != null) {
        job.setParent(parent);
        job.setRoot(parent);
        job.setChildName("child");
      }
      job.insert();
      return job;
    });
  }

  private void served(String fingerprint) {
    database.write(sql ->
        sql.insertInto(REUSE)
            .set(REUSE.FINGERPRINT, fingerprint)
            .set(REUSE.ACCOUNT, ann.value())
            .set(REUSE.JOB, 1L)
            .set(REUSE.ARTIFACTS, "[]")
            .set(REUSE.CREATED_MS, now().toEpochMilli())
            .execute());
  }

  private void artifact(int number, Instant used) {
    database.write(sql -> insert(sql, number, used).execute());
  }

  private static Insert<?> insert(DSLContext sql, int number, Instant used) {
    return sql.insertInto(ARTIFACT)
        .set(ARTIFACT.CONTENT, name(number))
        .set(ARTIFACT.BYTES, 1L)
        .set(ARTIFACT.CREATED_MS, used.toEpochMilli())
        .set(ARTIFACT.USED_MS, used.toEpochMilli());
  }

  private Instant now() {
    return time.instant();
  }

  /// Ordered by the number; the parts of the folder are filled evenly.
  private static String name(int number) {
    return String.format("%08x", number * 40_000L) + "0".repeat(55) + "a";
  }
}
