package app.photoplay.kind.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.database.Database;
import app.photoplay.database.sqlite.NewDatabase;
import app.photoplay.intake.Placement;
import app.photoplay.job.Artifact;
import app.photoplay.job.Failure;
import app.photoplay.job.JobReport;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Outcome;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.testkit.ScriptedHouse;
import app.photoplay.testkit.ScriptedHouse.Answer;
import app.photoplay.testkit.ScriptedPieces;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a film whose pieces do not all come about. A picture costs 2 cents, the second
/// of speech of a scene 1, its four of video 40, with either of two cameras.
class FilmTroubleTest {
  private static final int PICTURE = 20_000;
  private static final int SPEECH = 10_000;
  private static final int SHOT = 400_000;

  @TempDir Path folder;
  private final ScriptedHouse house = new ScriptedHouse("house", Idempotency.KEY);
  private final ScriptedHouse first = new ScriptedHouse("first", Idempotency.KEY);
  private final ScriptedHouse second = new ScriptedHouse("second", Idempotency.LOOKUP);
  private Database database;
  private ScriptedPieces pieces;
  private ScriptedCutter cutter;
  private FilmWorld world;

  @BeforeEach
  void open() throws Exception {
    database = NewDatabase.in(folder);
    pieces = new ScriptedPieces(folder.resolve("work"));
    begin(FilmWorld.prices("house", "first", "second"));
  }

  private void begin(PriceBook prices) {
    cutter = new ScriptedCutter(() -> world.files);
    world =
        new FilmWorld(
            database,
            folder,
            SettableTime.noon(),
            new FilmWorld.Makers(
                List.of(pieces.writing(house, Boards.json(Boards.of(4)))),
                List.of(pieces.painting(house)),
                pieces.speaking(house),
                List.of(pieces.filming(first), pieces.filming(second))),
            prices,
            cutter,
            List.of(house, first, second));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static FilmRequest film(int scenes) {
    return Boards.wish(scenes).with(Boards.of(scenes));
  }

  private static Money scenes(int pictures, int words, int shots) {
    return new Money((long) pictures * PICTURE + (long) words * SPEECH + (long) shots * SHOT);
  }

  private void both(String words, Answer... answers) {
    first.when(words, answers);
    second.when(words, answers);
  }

  @Test
  void aFilmInTroubleIsFinishedSaysWhatIsMissingAndCostsWhatWasMade() throws Exception {
    both("number 1", Answer.FAILS);
    both("number 2", Answer.FAILS);
    both("number 3", Answer.REFUSES, Answer.REFUSES, Answer.WORKS);
    first.when("number 4", Answer.OVERLOADED);
    first.when("number 5", Answer.WORKS_LATE);

    JobReport made = world.film(1, Boards.wish(6).with(Boards.continued(Boards.of(6), 3)));

    assertThat(made.status()).isEqualTo(Status.MADE);
    assertThat(Artifact.missing(made.artifacts())).containsExactly(1, 2);
    assertThat(first.taken())
        .filteredOn(what -> what.contains("number 3"))
        .singleElement()
        .asString()
        .startsWith("video A peaceful picture")
        .doesNotEndWith("with an end");
    assertThat(second.taken("number 4")).isOne();
    assertThat(first.taken("number 5")).isOne();
    assertThat(second.taken("number 5")).isZero();
    assertThat(made.cost()).isEqualTo(scenes(6, 6, 4));
    assertThat(world.spent(1)).isEqualTo(made.cost());
  }

  @Test
  void whatIsMissingIsMadeWhenTheSameIsOrderedOnceMore() throws Exception {
    both("number 2", Answer.FAILS, Answer.WORKS);
    JobReport gaps = world.film(1, film(4));
    long before = first.asked("video");

    JobReport again = world.film(1, film(4));
    JobReport third = world.film(1, film(4));

    assertThat(Artifact.missing(gaps.artifacts())).containsExactly(2);
    assertThat(again.fromCache()).isFalse();
    assertThat(Artifact.missing(again.artifacts())).isEmpty();
    assertThat(first.asked("video") - before).isOne();
    assertThat(again.cost()).isEqualTo(scenes(0, 0, 1));
    assertThat(third.fromCache()).isTrue();
  }

  @Test
  void whatComesTooLateForAFilmIsFreeInTheNext() throws Exception {
    both("number 2", Answer.OVERDUE);
    JobReport gaps = world.film(1, film(4));
    Money spent = world.spent(1);
    long asked = first.asked("video") + second.asked("video");
    world.goesOn(Duration.ofHours(1));

    JobReport again = world.film(1, film(4));

    assertThat(Artifact.missing(gaps.artifacts())).containsExactly(2);
    assertThat(gaps.cost()).isEqualTo(scenes(4, 4, 3));
    assertThat(Artifact.missing(again.artifacts())).isEmpty();
    assertThat(again.cost()).isEqualTo(Money.ZERO);
    assertThat(world.spent(1)).isEqualTo(spent);
    assertThat(first.asked("video") + second.asked("video")).isEqualTo(asked);
  }

  @Test
  void nobodyIsAskedAgainWhoChargedForForbidding() throws Exception {
    first.when("number 2", Answer.REFUSES_FOR_MONEY);

    JobReport made = world.film(1, film(3));

    assertThat(Artifact.missing(made.artifacts())).containsExactly(2);
    assertThat(first.asked("number 2")).isOne();
    assertThat(second.asked("number 2")).isZero();
    assertThat(made.cost()).isEqualTo(scenes(3, 3, 2));
  }

  @Test
  void aPictureThatIsForbiddenIsAskedForOnceInSofterWords() throws Exception {
    house.when("image a place number 1", Answer.REFUSES);
    house.when("image a place number 2", Answer.HIDES);
    house.when("image A calm scene that is suitable for everybody. a place number 2", Answer.HIDES);

    JobReport made = world.film(1, film(3));

    assertThat(Artifact.missing(made.artifacts())).containsExactly(2);
    assertThat(house.taken("image A calm scene that is suitable for everybody. a place number 1"))
        .isOne();
    assertThat(house.asked("number 2 by the sea")).isEqualTo(2);
  }

  @Test
  void aSceneWithoutItsWordsIsMissingRatherThanSilent() throws Exception {
    house.when("speech here is part 2", Answer.FAILS);

    JobReport made = world.film(1, film(3));

    assertThat(Artifact.missing(made.artifacts())).containsExactly(2);
    assertThat(first.asked("number 2")).isZero();
    assertThat(made.cost()).isEqualTo(scenes(3, 2, 2));
  }

  @Test
  void aFilmOfNothingIsNoFilmAndCostsNothing() throws Exception {
    both("video", Answer.REFUSES);

    JobReport none = world.film(1, film(3));

    assertThat(none.outcome())
        .get()
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.failure().code()).isEqualTo(Failure.Code.POLICY));
    assertThat(cutter.cuts()).isZero();
    assertThat(world.spent(1)).isEqualTo(Money.ZERO);
  }

  @Test
  void aPictureIsAskedForSevenTimesOfAHouseThatIsOverloaded() throws Exception {
    house.when("image a place number 1", Answer.OVERLOADED);
    Instant begun = world.time.instant();

    JobReport made = world.film(1, film(2));

    assertThat(house.asked("image a place number 1")).isEqualTo(7);
    // at least half of 2 + 4 + 8 + 16 + 32 + 64
    assertThat(Duration.between(begun, world.time.instant())).isGreaterThan(Duration.ofSeconds(63));
    assertThat(Artifact.missing(made.artifacts())).containsExactly(1);
  }

  @Test
  void aSceneThatHasBecomeDearerThanWhatIsHeldIsMissingAndTheRestIsMade() throws Exception {
    Placement.Accepted accepted = (Placement.Accepted) world.placed(1, film(3));
    Map<String, Money> dearer = new HashMap<>();
    for (String name : List.of("house", "first", "second")) {
      dearer.put(name + ".image", new Money(PICTURE));
      dearer.put(name + ".speech", new Money(SPEECH));
      dearer.put(name + ".video", new Money(SHOT * 3L / 2 / 4));
    }
    begin(PriceBook.perSecond(dearer));

    world.play(accepted.job());

    JobReport made = world.report(accepted.job());
    assertThat(Artifact.missing(made.artifacts())).containsExactly(3);
    assertThat(made.cost()).isEqualTo(scenes(3, 3, 3));
    assertThat(made.cost()).isLessThanOrEqualTo(accepted.quote().total());
  }
}
