package app.photoplay.database.provider;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.database.Database;
import app.photoplay.database.sql.Ids;
import app.photoplay.provider.health.Drift;
import app.photoplay.provider.health.Experience.Finished;
import app.photoplay.testkit.DatabaseKind;
import app.photoplay.testkit.SettableTime;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/// What is remembered of work with providers.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class SqlExperienceTest {
  private static final Money CENT = new Money(10_000);
  private static final String INPUT = "ab".repeat(32);

  @TempDir Path folder;
  private final DatabaseKind kind;
  private final SettableTime time = SettableTime.noon();
  private final Logger logger = (Logger) LoggerFactory.getLogger(SqlExperience.class);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private Database database;
  private SqlExperience experience;

  SqlExperienceTest(DatabaseKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    database = kind.fresh(folder).get();
    experience = new SqlExperience(database, new Ids(time), time);
    logged.start();
    logger.addAppender(logged);
  }

  @AfterEach
  void close() {
    logger.detachAppender(logged);
    database.close();
  }

  @Test
  void whatIsForbiddenIsAskedAgainAfterThirtyDays() {
    experience.forbid(INPUT);
    assertThat(experience.forbidden(INPUT)).isTrue();
    assertThat(experience.forbidden("cd".repeat(32))).isFalse();

    time.advance(Duration.ofDays(29));
    experience.tidy();
    assertThat(experience.forbidden(INPUT)).isTrue();

    time.advance(Duration.ofDays(1));
    assertThat(experience.forbidden(INPUT)).isFalse();
  }

  @Test
  void theUsualTimeIsTheMedianOfThatAccountAndModel() {
    finished("one", 10);
    finished("one", 90);
    assertThat(experience.usual("fal", "", "one")).isEmpty();

    finished("one", 20);
    finished("two", 1000);
    time.advance(Duration.ofMinutes(2));

    assertThat(experience.usual("fal", "", "one")).contains(Duration.ofSeconds(20));
    assertThat(experience.usual("fal", "", "two")).isEmpty();
    assertThat(experience.usual("fal", "second", "one")).isEmpty();
  }

  @Test
  void aPriceThatIsOffByMoreThanATenthIsToldOnceADay() {
    charged(11_000);
    assertThat(logged.list).isEmpty();

    charged(11_001);
    charged(12_000);
    assertThat(logged.list)
        .singleElement()
        .extracting(ILoggingEvent::getFormattedMessage)
        .asString()
        .contains("fal charged 0.011001 USD", "the price of one costs 0.01 USD");

    time.advance(Duration.ofDays(1));
    charged(8_000);
    assertThat(logged.list).hasSize(2);
  }

  @Test
  void aPriceIsOffInBothDirections() {
    assertThat(Drift.of(work(8_999))).isPresent();
    assertThat(Drift.of(work(9_000))).isEmpty();
    assertThat(
            Drift.of(
                new Finished("fal", "", "one", Optional.empty(), Money.ZERO, Optional.of(CENT))))
        .isPresent();
  }

  private void charged(long microUsd) {
    experience.finished(work(microUsd));
  }

  private static Finished work(long microUsd) {
    return new Finished("fal", "", "one", Optional.empty(), CENT, Optional.of(new Money(microUsd)));
  }

  private void finished(String model, int seconds) {
    experience.finished(
        new Finished(
            "fal",
            "",
            model,
            Optional.of(time.instant().minusSeconds(seconds)),
            CENT,
            Optional.empty()));
  }
}
