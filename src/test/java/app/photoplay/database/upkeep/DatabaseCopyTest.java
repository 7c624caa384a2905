package app.photoplay.database.upkeep;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.generated.Tables.WEB_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.Person;
import app.photoplay.chat.web.WebMessage;
import app.photoplay.database.Database;
import app.photoplay.database.DatabasePlace;
import app.photoplay.database.DatabaseUnusable;
import app.photoplay.database.PostgresSettings;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.chat.SqlInboxStore;
import app.photoplay.database.chat.SqlWebStore;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.sqlite.FolderInUse;
import app.photoplay.testkit.PostgresServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseCopyTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
  private static final int MESSAGES = 520;
  private static final Person ANN = new Person("test", "ann", "en", "");

  @TempDir Path folder;
  private DatabasePlace file;
  private AccountId account;

  @BeforeEach
  void fill() {
    file = new DatabasePlace.Folder(folder.resolve("data"));
    try (Database database = Databases.open(file)) {
      account = new SqlAccounts(database, new Ids(() -> NOON)).of(ANN, NOON);
      int _ =
          database.write(sql -> {
            for (int i = 0; i < MESSAGES; i++) {
              sql.insertInto(WEB_MESSAGE)
                  .values("ann", "m" + i, i, i, 0L, 1, 0, "Grüße, ' \" \uD83D\uDE00 " + i)
                  .execute();
            }
            return MESSAGES;
          });
      new SqlInboxStore(database).record("test", "1", "left to do", NOON);
    }
  }

  @Test
  void movesEverythingToPostgresAndBack() {
    PostgresSettings server = PostgresServer.database();
    DatabasePlace back = new DatabasePlace.Folder(folder.resolve("back"));
    List<String> there = new ArrayList<>();
    List<String> andBack = new ArrayList<>();

    long rows = DatabaseCopy.copy(file, server, there::add);
    DatabaseCopy.copy(server, back, andBack::add);

    assertThat(rows).isEqualTo(1 + 1 + MESSAGES + 1);
    assertThat(andBack).isEqualTo(there).contains("draft: 0 rows");
    try (Database database = Databases.open(back)) {
      assertThat(new SqlAccounts(database, new Ids(() -> NOON)).of(ANN, NOON)).isEqualTo(account);
      assertThat(new SqlWebStore(database).newest("ann", Long.MAX_VALUE, 2000))
          .hasSize(MESSAGES)
          .extracting(WebMessage::content)
          .anyMatch(it -> it.contains("\uD83D\uDE00 519"));
    }
    assertThat(
            PostgresServer.execute(
                server, "select count(*) from inbound_event where owner is null"))
        .containsExactly(1L);
  }

  @Test
  void refusesATargetThatIsNotEmpty() {
    PostgresSettings server = PostgresServer.database();
    DatabaseCopy.copy(file, server, _ -> {});

    assertThatThrownBy(() -> DatabaseCopy.copy(file, server, _ -> {}))
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("is not empty");
  }

  @Test
  void refusesDatabasesThatAreInUse() {
    PostgresSettings server = PostgresServer.database();
    PostgresServer.execute(server, "insert into instance values (1, 1, 1)");

    assertThatThrownBy(() -> DatabaseCopy.copy(file, server, _ -> {}))
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("is in use");
    try (Database _ = Databases.open(file)) {
      assertThatThrownBy(() -> DatabaseCopy.copy(file, PostgresServer.database(), _ -> {}))
          .isInstanceOf(FolderInUse.class);
    }
  }

  @Test
  void refusesASourceThatIsNotThereAndMakesNone() {
    Path nowhere = folder.resolve("nowhere");

    assertThatThrownBy(() ->
            DatabaseCopy.copy(
                new DatabasePlace.Folder(nowhere), PostgresServer.database(), _ -> {}))
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("There is no database in");
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void tellsOneChangedRowFromAnother() {
    TableDigest one = new TableDigest();
    TableDigest other = new TableDigest();
    try (Database database = Databases.open(file)) {
      database.read(sql -> {
        for (String text : new String[] {"ab,c", "a,bc"}) {
          var record = sql.newRecord(JOB.CODE, JOB.KIND);
          record.values(text.split(",", -1)[0], text.split(",", -1)[1]);
          (text.equals("ab,c") ? one : other).add(record);
        }
        return 0;
      });
    }

    assertThat(one.rows()).isEqualTo(other.rows());
    assertThat(one).isNotEqualTo(other);
  }
}
