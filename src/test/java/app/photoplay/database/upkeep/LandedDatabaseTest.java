package app.photoplay.database.upkeep;

import static app.photoplay.database.generated.Tables.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.chat.button.ButtonData;
import app.photoplay.chat.message.Person;
import app.photoplay.command.draft.Drafts.Found;
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
import app.photoplay.database.file.SqlReuseStore;
import app.photoplay.database.job.Audit;
import app.photoplay.database.job.SqlDeskStore;
import app.photoplay.database.job.SqlJobStore;
import app.photoplay.database.job.SqlJobTimeline;
import app.photoplay.database.job.SqlUnresolvedSubmissions;
import app.photoplay.database.sql.Ids;
import app.photoplay.delivery.Delivery;
import app.photoplay.engine.Claim;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.LaneRules;
import app.photoplay.engine.Submission;
import app.photoplay.intake.DeskStore.Cancelled;
import app.photoplay.intake.UnresolvedSubmissions;
import app.photoplay.intake.UnresolvedSubmissions.Settled;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.Lane;
import app.photoplay.job.event.JobEvent;
import app.photoplay.job.event.JobTimeline;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.storage.reuse.ReuseCache;
import app.photoplay.testkit.DatabaseKind;
import app.photoplay.testkit.Paid;
import app.photoplay.testkit.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Databases of landed versions with everything in flight, as a killed program leaves it: of
/// version 4, of version 9, which has more of it, and of version 12, which remembers events, counts
/// the changes of drafts and lets results wait for people. See [LandedCopies].
@ParameterizedClass
@MethodSource("copies")
class LandedDatabaseTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
  private static final String PHOTO = "a".repeat(64);
  private static final String DRAFTED = "b".repeat(64);

  private static final JobStore.Room PAID =
      new JobStore.Room(new LaneRules(new Lane("paid"), 8, 8, true, Optional.empty()), 8);

  @TempDir Path folder;
  private final DatabaseKind kind;
  private final String version;
  private final boolean more;
  private final boolean newest;
  private final Ids ids = new Ids(() -> NOON);
  private final Caps caps =
      new Caps(
          new Money(2_000_000), new Money(10_000_000), new Money(50_000_000), ZoneId.of("UTC"));
  private final AccountId ann = new AccountId(5);
  private Database database;

  LandedDatabaseTest(DatabaseKind kind, String version) {
    this.kind = kind;
    this.version = version;
    this.more = !version.equals("4");
    this.newest = version.equals("12");
  }

  static Stream<Arguments> copies() {
    return Stream.of(DatabaseKind.values())
        .flatMap(kind -> Stream.of("4", "9", "12").map(version -> Arguments.of(kind, version)));
  }

  @BeforeEach
  void open() throws SQLException, IOException {
    DatabasePlace place =
        kind == DatabaseKind.SQLITE ? new DatabasePlace.Folder(folder) : PostgresServer.bare();
    String url =
        place instanceof PostgresSettings server
            ? server.url()
            : "jdbc:sqlite:" + folder.resolve("photoplay.db");
    String user = place instanceof PostgresSettings server ? server.user() : "";
    String password = place instanceof PostgresSettings server ? server.password() : "";
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      LandedCopies.load(connection, version, kind.name().toLowerCase(Locale.ROOT));
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

    assertThat(findings.open()).isEqualTo(more ? 4 : 2);
    assertThat(findings.undelivered()).isEqualTo(more ? 3 : 1);
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
    assertThat(ledger.allowance(ann, Optional.empty(), NOON).spent())
        .isEqualTo(new Money(more ? 500_000 : 300_000));
    assertThat(ledger.allowance(ann, Optional.empty(), NOON).resets()).isEqualTo(change);
    assertThat(ledger.zone(ann, change)).isEqualTo(ZoneId.of("America/New_York"));
  }

  @Test
  void goesOnWithWhatWasUnderWay() {
    assertThat(new SqlInboxStore(database).take(Set.of("telegram")))
        .extracting(InboxStore.Left::payload)
        .containsExactly("an order");
    assertThat(new SqlDeliveryStore(database, ids).take(Set.of("telegram")))
        .hasSize(more ? 3 : 1)
        .allMatch(delivery -> delivery.state() == Delivery.State.WATCHING)
        .extracting(delivery -> delivery.placeholder().orElseThrow())
        .contains("2");
    assertThat(new SqlDrafts(database).find(ann, "DRAFT1", ButtonData.ANY, NOON))
        .isInstanceOfSatisfying(
            Found.Open.class, open -> assertThat(open.draft().revision()).isEqualTo(1));
    assertThat(new SqlDeskStore(database, caps, ids).cancel(ann, new JobCode("ABCDEF"), NOON))
        .isInstanceOf(Cancelled.Cancelling.class);
    int cancelled = database.read(sql -> sql.fetchCount(JOB, JOB.CANCELLED.eq((short) 1)));
    assertThat(cancelled).isEqualTo(2);
  }

  @Test
  void runsAgainWhatWasRunningAndParked() {
    database.instance().start(DatabaseKind.ALONE);
    SqlJobStore store =
        new SqlJobStore(
            database,
            caps,
            ids,
            new ReuseCache(
                new SqlReuseStore(database),
                new LocalArtifactStore(folder.resolve("files"), InstantSource.system()),
                Duration.ofDays(30),
                10,
                () -> NOON));
    store.recover(NOON);

    List<Claim> claims = store.claim(List.of(Paid.light(), PAID), NOON);

    assertThat(claims)
        .filteredOn(claim -> claim.job().equals(new JobId(101)))
        .singleElement()
        .satisfies(claim ->
            assertThat(claim.submission().flatMap(Submission::operation)).contains("operation"));
    assertThat(claims).hasSize(more ? 2 : 1);
    List<JobTimeline.Entry> timeline =
        new SqlJobTimeline(database).of(new JobCode("EFGHJK"), 0, 9).entries();
    assertThat(timeline).hasSize(newest ? 3 : 1);
    assertThat(timeline.getLast().event().action()).isEqualTo(JobEvent.Action.FREED);
  }

  @Test
  void keepsChangedDraftsAndResultsThatWaitForTheirPerson() {
    SqlDrafts drafts = new SqlDrafts(database);

    assertThat(new SqlDeliveryStore(database, ids).waits(ann)).isEqualTo(newest);
    assertThat(drafts.find(ann, "DRAFT2", 3, NOON))
        .isInstanceOf(newest ? Found.Open.class : Found.Unknown.class);
    assertThat(drafts.find(ann, "DRAFT2", 2, NOON))
        .isInstanceOf(newest ? Found.Changed.class : Found.Unknown.class);
  }

  @Test
  void asksAboutWhatIsInDoubt() {
    SqlUnresolvedSubmissions doubts = new SqlUnresolvedSubmissions(database, caps, ids);

    assertThat(doubts.open()).hasSize(more ? 1 : 0);
    for (UnresolvedSubmissions.Doubt doubt : doubts.open()) {
      assertThat(doubts.again(ann, doubt.code(), NOON)).isEqualTo(Settled.DONE);
    }
  }
}
