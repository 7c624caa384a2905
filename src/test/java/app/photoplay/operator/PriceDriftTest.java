package app.photoplay.operator;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.database.Database;
import app.photoplay.database.DatabasePlace;
import app.photoplay.database.provider.SqlExperience;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.upkeep.DatabaseCheck;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.operator.doctor.DatabaseChecks;
import app.photoplay.operator.doctor.Doctor.Finding;
import app.photoplay.provider.health.Experience.Finished;
import app.photoplay.testkit.SettableTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The operator learns of prices that are out of date, while the bot runs.
class PriceDriftTest {
  private static final String SAID =
      "runway charged 0.6 USD for work that by the price of runway-gen45 costs 0.5 USD";

  @TempDir Path folder;

  @Test
  void doctorAndTableTellWhoChargesOtherwise() throws Exception {
    DatabasePlace place = new DatabasePlace.Folder(folder);
    SettableTime time = SettableTime.noon();
    try (Database database = Databases.open(place)) {
      SqlExperience experience = new SqlExperience(database, new Ids(time), time);
      experience.finished(work("runway-gen45", 600_000));
      experience.finished(work("runway-right", 520_000));

      assertThat(new DatabaseChecks(place).prices())
          .isInstanceOfSatisfying(
              Finding.Missing.class, it -> assertThat(it.facts()).isEqualTo(SAID));
      assertThat(table(place)).contains("!!  " + SAID).doesNotContain("runway-right costs");

      experience.finished(work("runway-gen45", 500_000));
      assertThat(new DatabaseChecks(place).prices()).isInstanceOf(Finding.Good.class);
    }
  }

  private static String table(DatabasePlace place) throws Exception {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    new ProviderTable(List.of(), List.of(), () -> DatabaseCheck.drifts(place))
        .print(new PrintStream(written, true, StandardCharsets.UTF_8));
    return written.toString(StandardCharsets.UTF_8);
  }

  private static Finished work(String model, long charged) {
    return new Finished(
        "runway", "", model, Optional.empty(), new Money(500_000), Optional.of(new Money(charged)));
  }
}
