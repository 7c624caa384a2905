package app.photoplay.database;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.Person;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.account.SqlCastStore;
import app.photoplay.database.file.SqlFileIndex;
import app.photoplay.database.sql.Ids;
import app.photoplay.job.StoredFile;
import app.photoplay.kind.cast.CastStore;
import app.photoplay.kind.cast.CastStore.Adding;
import app.photoplay.kind.cast.Consent;
import app.photoplay.kind.cast.Member;
import app.photoplay.testkit.DatabaseKind;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Who is in whose cast.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class CastStoreTest {
  private static final StoredFile PHOTO = new StoredFile("a".repeat(64), 1234);

  @TempDir Path folder;
  private final DatabaseKind kind;
  private final SettableTime time = SettableTime.noon();
  private Database database;
  private CastStore cast;
  private AccountId ann;
  private AccountId ben;

  CastStoreTest(DatabaseKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    database = kind.fresh(folder).get();
    cast = new SqlCastStore(database);
    SqlAccounts accounts = new SqlAccounts(database, new Ids(time));
    ann = accounts.of(new Person("test", "1", "en", ""), now());
    ben = accounts.of(new Person("test", "2", "en", ""), now());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void isSeenAndEmptiedByItsOwnerAlone() {
    cast.add(ann, anna(), now());

    assertThat(cast.all(ann)).containsExactly(anna());
    assertThat(cast.all(ben)).isEmpty();
    assertThat(cast.remove(ben, "Anna")).isFalse();
    assertThat(cast.all(ann)).hasSize(1);
  }

  @Test
  void isKeptInItsOrderAndAsItWasSaved() {
    Member words = new Member("Zoë", "a red coat", null, false, "", Consent.NOT_NEEDED);
    Member rex = new Member("Rex", "", PHOTO, false, "deep", Consent.NOT_NEEDED);

    for (Member member : List.of(words, rex, anna())) {
      assertThat(cast.add(ann, member, now())).isEqualTo(Adding.SAVED);
      time.advance(Duration.ofSeconds(1));
    }

    assertThat(cast.all(ann)).containsExactly(words, rex, anna());
  }

  @Test
  void aNameIsThereOnceWhateverTheCaseOfItsLetters() {
    cast.add(ann, named("Ärla"), now());

    assertThat(cast.add(ann, named("ärla"), now())).isEqualTo(Adding.NAME_TAKEN);
    assertThat(cast.add(ann, named("Ärla"), now())).isEqualTo(Adding.THERE);
    assertThat(cast.add(ben, named("ärla"), now())).isEqualTo(Adding.SAVED);
    assertThat(cast.remove(ann, "ÄRLA")).isTrue();
    assertThat(cast.all(ann)).isEmpty();
    assertThat(cast.remove(ann, "ÄRLA")).isFalse();
  }

  @Test
  void takesTwenty() {
    IntStream.range(0, CastStore.MOST).forEach(i -> cast.add(ann, named("Number " + i), now()));

    assertThat(cast.add(ann, named("One more"), now())).isEqualTo(Adding.FULL);
    assertThat(cast.add(ben, named("One more"), now())).isEqualTo(Adding.SAVED);

    cast.remove(ann, "number 7");
    assertThat(cast.add(ann, named("One more"), now())).isEqualTo(Adding.SAVED);
  }

  @Test
  void takesNoMoreWhenManyComeAtOnce() throws Exception {
    List<Callable<Adding>> adds =
        IntStream.range(0, CastStore.MOST + 5)
            .<Callable<Adding>>mapToObj(i -> () -> cast.add(ann, named("Number " + i), now()))
            .toList();

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Adding> ends = threads.invokeAll(adds).stream().map(Future::resultNow).toList();
      assertThat(ends).filteredOn(Adding.FULL::equals).hasSize(5);
    }
    assertThat(cast.all(ann)).hasSize(CastStore.MOST);
  }

  @Test
  void aPhotoIsNeededAsLongAsItsMemberIsThere() {
    SqlFileIndex files = new SqlFileIndex(database);
    cast.add(ann, anna(), now());

    assertThat(files.needed()).contains(PHOTO.content());
    assertThat(files.used(List.of(PHOTO.content()))).isEqualTo(Map.of(PHOTO.content(), now()));

    cast.remove(ann, "Anna");
    assertThat(files.needed()).doesNotContain(PHOTO.content());
  }

  private static Member anna() {
    return new Member("Anna", "", PHOTO, true, "", Consent.PERMISSION);
  }

  private static Member named(String name) {
    return new Member(name, "", null, false, "", Consent.NOT_NEEDED);
  }

  private Instant now() {
    return time.instant();
  }
}
