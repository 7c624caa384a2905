package app.photoplay.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What a migration must not do. SQLite changes a table by making it anew: in a transaction, with
/// foreign keys on, dropping the old one empties the tables that refer to it, and the migration
/// counts as a success.
class MigrationRulesTest {
  private static final Path SCRIPTS = Path.of("src/main/resources/db/migration");
  private static final Pattern REBUILD =
      Pattern.compile(
          "drop\\s+table|alter\\s+table\\s+\\S+\\s+rename\\s+to|on\\s+delete|on\\s+update|pragma");

  /// Such a script says so in its first line, has `executeInTransaction=false` beside it, and a
  /// test of its own that counts the rows of the children.
  private static final String MARK = "-- rebuilds a table";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> noScriptRebuildsATableUnlessItSaysSo() throws IOException {
    try (Stream<Path> scripts = Files.list(SCRIPTS)) {
      List<Path> all = scripts.filter(it -> it.toString().endsWith(".sql")).sorted().toList();
      assertThat(all).hasSizeGreaterThan(3);
      return all.stream()
          .map(script ->
              dynamicTest(
                  script.getFileName().toString(),
                  () -> {
                    String text = Files.readString(script);
                    if (text.startsWith(MARK)) {
                      assertThat(Path.of(script + ".conf"))
                          .content()
                          .contains("executeInTransaction=false");
                    } else {
                      assertThat(rebuilds(text)).as("rebuilds a table or cascades").isFalse();
                    }
                  }));
    }
  }

  @Test
  void theRuleSeesARebuild() {
    assertThat(rebuilds("create table job2 (id bigint); drop  table job;")).isTrue();
    assertThat(rebuilds("ALTER TABLE job2 RENAME TO job;")).isTrue();
    assertThat(rebuilds("account bigint references account (id) on delete cascade")).isTrue();
    assertThat(rebuilds("alter table job rename column a to b; drop index x;")).isFalse();
    assertThat(rebuilds("-- nobody may drop table here")).isFalse();
  }

  private static boolean rebuilds(String script) {
    String statements = script.replaceAll("--[^\n]*", "").toLowerCase(Locale.ROOT);
    return REBUILD.matcher(statements).find();
  }

  @TestFactory
  Stream<DynamicTest> noMigrationLosesARow() throws IOException {
    List<String> versions = versions();
    return versions.subList(0, versions.size() - 1).stream()
        .map(version ->
            dynamicTest(
                "from version " + version,
                () -> {
                  String url = "jdbc:sqlite:" + folder.resolve("v" + version + ".db");
                  migrate(url, version);
                  Map<String, Long> before;
                  try (Connection connection = DriverManager.getConnection(url)) {
                    fill(connection);
                    before = counts(connection);
                  }
                  // with foreign keys on, as no program of ours has them while it migrates
                  migrate(url + "?foreign_keys=on", "latest");
                  try (Connection connection = DriverManager.getConnection(url)) {
                    assertThat(before.values()).allMatch(rows -> rows > 0);
                    // sums that a script makes of other rows may be added
                    Map<String, Long> after = counts(connection);
                    assertThat(before)
                        .allSatisfy((table, rows) ->
                            assertThat(after.get(table)).as(table).isGreaterThanOrEqualTo(rows));
                    assertThat(foreignKeyProblems(connection)).isZero();
                  }
                }));
  }

  private static List<String> versions() throws IOException {
    try (Stream<Path> scripts = Files.list(SCRIPTS)) {
      return scripts
          .map(it -> it.getFileName().toString())
          .filter(it -> it.endsWith(".sql"))
          .map(it -> it.substring(1, it.indexOf("__")))
          .sorted((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)))
          .toList();
    }
  }

  private static void migrate(String url, String target) {
    Flyway.configure()
        .dataSource(url, "", "")
        .locations("classpath:db/migration")
        .target(target)
        .load()
        .migrate();
  }

  /// One row in each table, with the same value in every column: rows refer to each other.
  private static void fill(Connection connection) throws SQLException {
    for (String table : tables(connection)) {
      List<String> columns = new ArrayList<>();
      try (Statement statement = connection.createStatement();
          var rows = statement.executeQuery("pragma table_info(" + table + ")")) {
        while (rows.next()) {
          columns.add(rows.getString("name"));
        }
      }
      try (Statement statement = connection.createStatement()) {
        String values = "1" + ", 1".repeat(columns.size() - 1);
        statement.execute(
            "insert into "
                + table
                + " ("
                + String.join(", ", columns)
                + ") values ("
                + values
                + ")");
      }
    }
  }

  private static Map<String, Long> counts(Connection connection) throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String table : tables(connection)) {
      try (Statement statement = connection.createStatement();
          var rows = statement.executeQuery("select count(*) from " + table)) {
        counts.put(table, rows.getLong(1));
      }
    }
    return counts;
  }

  private static int foreignKeyProblems(Connection connection) throws SQLException {
    int problems = 0;
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery("pragma foreign_key_check")) {
      while (rows.next()) {
        problems++;
      }
    }
    return problems;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select name from sqlite_schema where type = 'table'"
                    + " and name not like 'sqlite_%' and name <> 'flyway_schema_history'")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }
}
