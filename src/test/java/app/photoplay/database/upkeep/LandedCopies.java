package app.photoplay.database.upkeep;

import app.photoplay.database.PostgresSettings;
import app.photoplay.testkit.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/// Writes and reads the stored copies of databases of landed versions, `src/test/resources/landed`:
/// plain SQL, one statement after another, with everything in flight as a killed program leaves it.
///
/// They were written once, by `main` with the version as its argument, when that version's scripts
/// were the newest. Run it again for a version that lands, and never for an older one: a copy is
/// what tells when a script was changed afterwards.
final class LandedCopies {
  private static final Path FOLDER = Path.of("src/test/resources/landed");
  private static final Path SCRIPTS = Path.of("src/main/resources/db/migration");
  private static final String END = ";\n";
  private static final String HISTORY =
      """
      create table flyway_schema_history (
        installed_rank int not null primary key,
        version varchar(50),
        description varchar(200) not null,
        type varchar(20) not null,
        script varchar(1000) not null,
        checksum integer,
        installed_by varchar(100) not null,
        installed_on timestamp not null default now(),
        execution_time integer not null,
        success boolean not null
      )\
      """;

  private LandedCopies() {}

  static void main(String[] arguments) throws SQLException, IOException {
    String version = arguments[0];
    Path file = Files.createTempDirectory("landed").resolve("photoplay.db");
    write(version, "sqlite", "jdbc:sqlite:" + file, "", "");
    PostgresSettings server = PostgresServer.bare();
    write(version, "postgres", server.url(), server.user(), server.password());
  }

  /// Makes the database of a copy.
  static void load(Connection connection, String version, String kind)
      throws SQLException, IOException {
    execute(connection, copy(version, kind));
  }

  private static void execute(Connection connection, Path statements)
      throws SQLException, IOException {
    try (var statement = connection.createStatement()) {
      for (String one : Files.readString(statements).split(END, 0)) {
        statement.execute(one);
      }
    }
  }

  private static Path copy(String version, String kind) {
    return FOLDER.resolve("v" + version + "-" + kind + ".sql");
  }

  private static void write(String version, String kind, String url, String user, String password)
      throws SQLException, IOException {
    boolean sqlite = kind.equals("sqlite");
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      for (int each = 1; each <= Integer.parseInt(version); each++) {
        migrate(each, url, user, password);
        fill(connection, each);
      }
      List<String> lines = new ArrayList<>(sqlite ? tables(connection) : scripts(version));
      if (!sqlite) {
        lines.add(HISTORY);
        lines.add("set session_replication_role = replica"); // rows come in any order
      }
      for (String table : names(connection, sqlite)) {
        lines.addAll(inserts(connection, table));
      }
      if (!sqlite) {
        lines.add("set session_replication_role = default");
      }
      Files.createDirectories(FOLDER);
      Files.writeString(copy(version, kind), String.join(END, lines) + END);
    }
  }

  private static void migrate(int version, String url, String user, String password) {
    Flyway.configure()
        .dataSource(url, user, password)
        .locations("classpath:db/migration")
        .target(Integer.toString(version))
        .load()
        .migrate();
  }

  /// Adds what was in flight at a version, if a version had something of its own.
  private static void fill(Connection connection, int version) throws SQLException, IOException {
    Path rows = FOLDER.resolve("rows-v" + version + ".sql");
    if (Files.exists(rows)) {
      execute(connection, rows);
    }
  }

  private static List<String> scripts(String version) throws IOException {
    List<String> statements = new ArrayList<>();
    for (int each = 1; each <= Integer.parseInt(version); each++) {
      String prefix = "V" + each + "__";
      try (Stream<Path> scripts = Files.list(SCRIPTS)) {
        for (Path script :
            scripts.filter(it -> it.getFileName().toString().startsWith(prefix)).toList()) {
          String text = Files.readString(script).replaceAll("(?m)^\\s*--.*\n", "");
          Stream.of(text.split(";\\s*\n", 0)).map(String::strip).forEach(statements::add);
        }
      }
    }
    return statements.stream().filter(it -> !it.isEmpty()).toList();
  }

  private static List<String> tables(Connection connection) throws SQLException {
    return texts(
        connection,
        "select sql from sqlite_schema where sql is not null and name not like 'sqlite_%'"
            + " order by rowid");
  }

  private static List<String> names(Connection connection, boolean sqlite) throws SQLException {
    return texts(
        connection,
        sqlite
            ? "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'"
            : "select table_name from information_schema.tables"
                + " where table_schema = current_schema() order by table_name");
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static List<String> inserts(Connection connection, String table) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select * from " + table)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(literal(rows.getObject(i)));
        }
        lines.add(
            values.stream()
                .collect(Collectors.joining(", ", "insert into " + table + " values (", ")")));
      }
    }
    return lines;
  }

  private static String literal(Object value) {
    return value == null || value instanceof Number || value instanceof Boolean
        ? String.valueOf(value)
        : "'" + value.toString().replace("'", "''") + "'";
  }
}
