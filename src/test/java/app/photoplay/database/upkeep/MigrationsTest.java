package app.photoplay.database.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.database.DatabasePlace;
import app.photoplay.database.DatabaseUnusable;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
  @TempDir Path folder;

  @Test
  void copiesAFileOfAnOlderVersionBeforeItIsChanged() throws SQLException {
    older();
    execute("photoplay.db", "insert into account (id, created_ms) values (5, 0)");

    Databases.open(folder).close();

    assertThat(folder.resolve("photoplay.db.before-v15")).exists();
    assertThat(folder.resolve("photoplay.db.before-v15.part")).doesNotExist();
    assertThat(count("photoplay.db.before-v15", "select count(*) from account")).isEqualTo(1);
    assertThat(count("photoplay.db.before-v15", "select count(*) from flyway_schema_history"))
        .isEqualTo(1);
    assertThat(count("photoplay.db", "select count(*) from account")).isEqualTo(1);
    assertThat(count("photoplay.db", "select count(*) from instance")).isZero();
  }

  @Test
  void copiesNothingWhenThereIsNothingToChange() {
    Databases.open(folder).close();
    Databases.open(folder).close();

    assertThat(folder.toFile().list()).noneMatch(it -> it.contains("before"));
  }

  @Test
  void saysWhyAFileCannotBeMigratedAndWhereTheCopyIs() throws SQLException {
    older();
    execute("photoplay.db", "create table instance (something text)");

    assertThatThrownBy(() -> Databases.open(folder))
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("instance already exists")
        .hasMessageContaining("photoplay.db.before-v15");
    assertThat(count("photoplay.db.before-v15", "select count(*) from account")).isZero();
  }

  @Test
  void refusesAFileOfANewerVersion() throws SQLException {
    newer("jdbc:sqlite:" + folder.resolve("photoplay.db"), () -> Databases.open(folder).close());

    assertThatThrownBy(() -> Databases.open(folder))
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("newer Photoplay (tables of version 99");
    assertThatThrownBy(() -> DatabaseCheck.run(new DatabasePlace.Folder(folder)))
        .isInstanceOf(DatabaseUnusable.class);
  }

  private static void newer(String url, Runnable made) throws SQLException {
    made.run();
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into flyway_schema_history (installed_rank, version, description, type, script,"
              + " checksum, installed_by, execution_time, success) values (99, '99', 'x', 'SQL',"
              + " 'V99__x.sql', 1, '', 1, 1)");
    }
  }

  private void older() {
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + folder.resolve("photoplay.db"), "", "")
        .locations("classpath:db/migration")
        .target("1")
        .load()
        .migrate();
  }

  private void execute(String file, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int count(String file, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getInt(1) : -1;
    }
  }
}
