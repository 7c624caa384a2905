package app.photoplay.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.database.DatabaseUnusable;
import app.photoplay.database.PostgresSettings;
import app.photoplay.database.upkeep.DatabaseCheck;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.testkit.PostgresServer;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PostgresDatabaseTest {

  @Test
  void saysThatNobodyListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    assertThatThrownBy(() ->
            Databases.open(
                new PostgresSettings("jdbc:postgresql://127.0.0.1:" + port + "/x", "me", "", 4)))
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("cannot be reached")
        .hasMessageContaining("Connection refused")
        .hasMessageEndingWith("check database.url and the network.");
  }

  @Test
  void saysThatThereIsNoSuchDatabaseOrUser() {
    PostgresSettings good = PostgresServer.database();

    assertThatThrownBy(() ->
            Databases.open(
                new PostgresSettings(good.url() + "_not", good.user(), good.password(), 4)))
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageStartingWith("There is no database jdbc:postgresql:");
    assertThatThrownBy(
            () -> Databases.open(new PostgresSettings(good.url(), "nobody", "secret!", 4)))
        .isInstanceOf(DatabaseUnusable.class)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret!"));
  }

  @Test
  void refusesTablesOfANewerVersion() {
    PostgresSettings server = PostgresServer.database();
    PostgresServer.execute(
        server,
        "insert into flyway_schema_history (installed_rank, version, description, type, script,"
            + " checksum, installed_by, execution_time, success) values (99, '99', 'x', 'SQL',"
            + " 'V99__x.sql', 1, '', 1, true)");

    assertThatThrownBy(() -> Databases.open(server))
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("newer Photoplay (tables of version 99");
  }

  @Test
  void tellsTheDoctorWhatIsThere() {
    assertThat(DatabaseCheck.run(PostgresServer.bare()))
        .contains("PostgreSQL 18", "tables of version 0, brought up to date at the next start");
  }
}
