package app.photoplay.database.sql;

import static app.photoplay.database.generated.Tables.INBOUND_EVENT;
import static app.photoplay.database.generated.Tables.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.database.Database;
import app.photoplay.database.DatabaseException;
import app.photoplay.testkit.DatabaseKind;
import java.nio.file.Path;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Statements past jOOQ do to a transaction what its own do.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class PlainStatementTest {
  private static final PlainStatement KEEP =
      new PlainStatement("insert into secret (name, value) values (?, ?)");
  private static final PlainStatement UPDATE =
      new PlainStatement(
          "insert into inbound_event (platform, external, received_ms, payload, handled_ms)"
              + " values (?, ?, ?, ?, ?)");

  @TempDir Path folder;
  private final DatabaseKind kind;
  private Database database;

  PlainStatementTest(DatabaseKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    database = kind.fresh(folder).get();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void writesTextsAndNumbersAndNothing() {
    write(
        UPDATE,
        new @Nullable Object[] {"test", "1", 5L, "first", null},
        new @Nullable Object[] {"test", "2", 6L, "second", 7L});

    List<String> rows =
        database.read(sql ->
            sql.selectFrom(INBOUND_EVENT)
                .orderBy(INBOUND_EVENT.EXTERNAL)
                .fetch(row ->
                    row.getPayload() + " " + row.getReceivedMs() + " " + row.getHandledMs()));
    assertThat(rows).containsExactly("first 5 null", "second 6 7");
  }

  @Test
  void writesOnlyWhatATextMayHold() {
    write(KEEP, new @Nullable Object[] {"odd", "a\0b \uD83D c"});

    List<String> kept = database.read(sql -> sql.selectFrom(SECRET).fetch(SECRET.VALUE));
    assertThat(kept).containsExactly("a\uFFFDb \uFFFD c");
  }

  @Test
  void findsARowThatIsThereAndNoOther() {
    PlainStatement named = new PlainStatement("select 1 from secret where name = ?");
    write(KEEP, new @Nullable Object[] {"here", "x"});

    boolean here = database.read(sql -> named.findsAny(sql, "here"));
    boolean elsewhere = database.read(sql -> named.findsAny(sql, "elsewhere"));

    assertThat(here).isTrue();
    assertThat(elsewhere).isFalse();
  }

  @Test
  void saysWhyTheDatabaseDoesNotTakeARow() {
    write(KEEP, new @Nullable Object[] {"taken", "x"});

    assertThatThrownBy(() -> write(KEEP, new @Nullable Object[] {"taken", "y"}))
        .isInstanceOfSatisfying(
            DatabaseException.class, refused -> assertThat(refused.refused()).isTrue());
  }

  @Test
  void letsNothingBeWrittenAfterItFailed() {
    write(KEEP, new @Nullable Object[] {"taken", "x"});

    assertThatThrownBy(() ->
            database.write(sql -> {
              attempt(sql, "taken");
              return sql.insertInto(SECRET).values("later", "z").execute();
            }))
        .isInstanceOf(RuntimeException.class);
    assertThat(names()).containsExactly("taken");
  }

  @Test
  void writesNothingAfterAnotherStatementFailed() {
    write(KEEP, new @Nullable Object[] {"taken", "x"});

    assertThatThrownBy(() ->
            database.write(sql -> {
              try {
                sql.insertInto(SECRET).values("taken", "y").execute();
              } catch (DataAccessException expected) {
                KEEP.forEach(sql, List.<@Nullable Object[]>of(new Object[] {"later", "z"}));
              }
              return true;
            }))
        .isInstanceOf(RuntimeException.class);
    assertThat(names()).containsExactly("taken");
  }

  private static void attempt(DSLContext sql, String name) {
    try {
      KEEP.forEach(sql, List.<@Nullable Object[]>of(new Object[] {name, "y"}));
    } catch (DataAccessException expected) {
      assertThat(expected.getCause()).isNotNull();
    }
  }

  private void write(PlainStatement statement, @Nullable Object[]... rows) {
    boolean _ =
        database.write(sql -> {
          statement.forEach(sql, List.of(rows));
          return true;
        });
  }

  private List<String> names() {
    return database.read(
        sql -> sql.select(SECRET.NAME).from(SECRET).orderBy(SECRET.NAME).fetch(SECRET.NAME));
  }
}
