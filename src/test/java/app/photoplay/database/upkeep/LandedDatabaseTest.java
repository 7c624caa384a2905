package app.photoplay.database.upkeep;

import static app.photoplay.database.generated.Tables.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.chat.message.Person;
import app.photoplay.command.inbox.InboxStore;
import app.photoplay.database.Database;
import app.photoplay.database.DatabasePlace;
import app.photoplay.database.PostgresSettings;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.account.SqlLedger;
import app.photoplay.database.chat.SqlDeliveryStore;
import app.photoplay.database.chat.SqlDrafts;
import app.photoplay.database.chat.SqlInboxStore;
import app.photoplay.database.chat.SqlWebStore;
import app.photoplay.database.file.SqlFileIndex;
import app.photoplay.database.job.Audit;
import app.photoplay.database.job.SqlDeskStore;
import app.photoplay.database.sql.Ids;
import app.photoplay.delivery.Delivery;
import app.photoplay.intake.DeskStore.Cancelled;
import app.photoplay.job.JobCode;
import app.photoplay.testkit.DatabaseKind;
import app.photoplay.testkit.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A database of version 4 with everything in flight, as a killed program leaves it.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class LandedDatabaseTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
  private static final String PHOTO = "a".repeat(64);
  private static final String DRAFTED = "b".repeat(64);
  private static final String ROWS =
      """
      insert into account values (5, 1, 'Europe/Berlin', 'America/New_York', 1781560800000);
      insert into identity values ('telegram', '17', 5, 'en');
      insert into draft values
        ('DRAFT1', 5, 'telegram 17 ', 'photo', '{"photo":"%2$s"}', 1781524000000);
      insert into job (id, code, account, root, kind, request, fingerprint, status, state, stage,
          lane, due_ms, attempt, waiting_on, held, created_ms)
        values (100, 'ABCDEF', 5, 100, 'talk', '{"photo":"%1$s"}', 'f1', 2, 'waiting', 'speech',
          'light', 1, 0, 1, 300000, 1);
      insert into job (id, code, account, root, parent, child_name, kind, request, fingerprint,
          status, state, stage, lane, due_ms, attempt, owner, slot, paying, created_ms)
        values (101, 'EFGHJK', 5, 100, 100, 'speech', 'speech', '{}', 'f2', 1, 'rendering', 'x',
          'light', 1, 1, 'dead', 1, 2, 1);
      insert into submission values
        (200, 101, 'paid', 0, 'hash', 1, 'operation', 100000, null, 1, 1, 2, null);
      insert into ledger values
        (300, 5, 100, 0, 300000, '2026-06-15', '2026-06-15', 1, null);
      insert into spending values ('person 5', '2026-06-15', 300000);
      insert into spending values ('all', '2026-06-15', 300000);
      insert into delivery (id, job, platform, chat, thread, group_chat, occasion, reply_to,
          language, placeholder, state, created_ms, owner)
        values (400, 100, 'telegram', '17', '', 0, 'message 1', '1', 'en', '2', 0, 1, 'dead');
      insert into inbound_event values ('telegram', '9', 1, 'an order', null, 'dead');
      insert into artifact values ('%1$s', 10, 1, 1);
      insert into artifact values ('%2$s', 10, 1, 1);
      insert into reuse values ('f3', 5, 99, '{"artifacts":[]}', 1);
      insert into platform_file values ('telegram', '%1$s', 'file', 1);
      insert into setting values (5, 'style', 'calm');
      insert into web_visitor values ('visitor', 1);
      insert into web_message values ('visitor', 'm1', 1, 1, 1, 1, 0, '{}');
      insert into lane values ('light', 0, 0, 0, 0);
      insert into fair values (5, 'light', 1);
      """
          .formatted(PHOTO, DRAFTED);

  @TempDir Path folder;
  private final DatabaseKind kind;
  private final Ids ids = new Ids(() -> NOON);
  private final Caps caps =
      new Caps(
          new Money(2_000_000), new Money(10_000_000), new Money(50_000_000), ZoneId.of("UTC"));
  private final AccountId ann = new AccountId(5);
  private Database database;

  LandedDatabaseTest(DatabaseKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws SQLException {
    DatabasePlace place =
        kind == DatabaseKind.SQLITE ? new DatabasePlace.Folder(folder) : PostgresServer.bare();
    String url =
        place instanceof PostgresSettings server
            ? server.url()
            : "jdbc:sqlite:" + folder.resolve("photoplay.db");
    String user = place instanceof PostgresSettings server ? server.user() : "";
    String password = place instanceof PostgresSettings server ? server.password() : "";
    Flyway.configure()
        .dataSource(url, user, password)
        .locations("classpath:db/migration")
        .target("4")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url, user, password);
        var statement = connection.createStatement()) {
      for (String row : ROWS.split(";\n", 0)) {
        statement.execute(row);
      }
    }
    database = Databases.open(place);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void hasEverythingAndItsBooksBalance() {
    Audit.Findings findings = new Audit(database).findings();

    assertThat(findings.open()).isEqualTo(2);
    assertThat(findings.undelivered()).isEqualTo(1);
    assertThat(findings.drift()).isZero();
    assertThat(findings.unbalanced()).isZero();
    assertThat(findings.integrity()).isEqualTo("ok");
    assertThat(new SqlFileIndex(database).needed()).contains(PHOTO, DRAFTED);
    assertThat(new SqlWebStore(database).newest("visitor", 99, 9)).hasSize(1);
  }

  @Test
  void countsWhatWasSpentTodayAndTheChangeOfZoneThatWasPromised() {
    SqlLedger ledger = new SqlLedger(database, caps, ids);
    Instant change = Instant.ofEpochMilli(1781560800000L);

    assertThat(new SqlAccounts(database, ids).of(new Person("telegram", "17", "en", ""), NOON))
        .isEqualTo(ann);
    assertThat(ledger.allowance(ann, Optional.empty(), NOON).spent()).isEqualTo(new Money(300_000));
    assertThat(ledger.allowance(ann, Optional.empty(), NOON).resets()).isEqualTo(change);
    assertThat(ledger.zone(ann, change)).isEqualTo(ZoneId.of("America/New_York"));
  }

  @Test
  void goesOnWithWhatWasUnderWay() {
    assertThat(new SqlInboxStore(database).take(Set.of("telegram")))
        .extracting(InboxStore.Left::payload)
        .containsExactly("an order");
    assertThat(new SqlDeliveryStore(database).take(Set.of("telegram")))
        .singleElement()
        .satisfies(delivery -> {
          assertThat(delivery.placeholder()).contains("2");
          assertThat(delivery.state()).isEqualTo(Delivery.State.WATCHING);
        });
    assertThat(new SqlDrafts(database).find(ann, "DRAFT1", Instant.EPOCH)).isPresent();
    assertThat(new SqlDeskStore(database, caps, ids).cancel(ann, new JobCode("ABCDEF"), NOON))
        .isInstanceOf(Cancelled.Cancelling.class);
    int cancelled = database.read(sql -> sql.fetchCount(JOB, JOB.CANCELLED.eq((short) 1)));
    assertThat(cancelled).isEqualTo(2);
  }
}
