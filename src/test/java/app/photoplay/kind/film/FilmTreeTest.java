package app.photoplay.kind.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Entry;
import app.photoplay.budget.Money;
import app.photoplay.database.Database;
import app.photoplay.database.sqlite.NewDatabase;
import app.photoplay.intake.Placement;
import app.photoplay.job.Failure;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Outcome;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.testkit.ScriptedHouse;
import app.photoplay.testkit.ScriptedPieces;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A film of four scenes of four seconds, each with four words that take a second, all by one paid
/// house. A storyboard costs 1 cent, a picture 2, a second of speech 1 and of video 10: a film of
/// them 1 + 4 x (2 + 1 + 40) = 173 cents.
class FilmTreeTest {
  private static final Money FILM = new Money(1_730_000);

  @TempDir Path folder;
  private final ScriptedHouse house = new ScriptedHouse("house", Idempotency.KEY);
  private Database database;
  private ScriptedCutter cutter;
  private FilmWorld world;

  @BeforeEach
  void open() throws Exception {
    database = NewDatabase.in(folder);
    begin(Boards.json(Boards.of(4)));
  }

  private void begin(String... answers) throws Exception {
    ScriptedPieces pieces = new ScriptedPieces(folder.resolve("work"));
    cutter = new ScriptedCutter(() -> world.files);
    world =
        new FilmWorld(
            database,
            folder,
            SettableTime.noon(),
            new FilmWorld.Makers(
                List.of(pieces.writing(house, answers)),
                List.of(pieces.painting(house)),
                pieces.speaking(house),
                List.of(pieces.filming(house))),
            FilmWorld.prices("house"),
            cutter,
            List.of(house));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Map<Entry.Kind, Long> ledger(JobId job) {
    return world.entries(job).stream()
        .collect(Collectors.toMap(Entry::kind, entry -> entry.amount().microUsd()));
  }

  @Test
  void handsEachPieceOverOnceAndChargesTheirSum() throws Exception {
    Placement.Accepted accepted = (Placement.Accepted) world.placed(1, Boards.wish(4));
    world.play(accepted.job());

    JobReport film = world.report(accepted.job());
    assertThat(film.status()).as("%s", film.outcome()).isEqualTo(Status.MADE);
    assertThat(house.taken()).hasSize(13).doesNotHaveDuplicates();
    assertThat(film.cost()).isEqualTo(FILM);
    long held = accepted.quote().total().microUsd();
    assertThat(ledger(accepted.job()))
        .isEqualTo(
            Map.of(
                Entry.Kind.HOLD, held,
                Entry.Kind.RELEASE, -held,
                Entry.Kind.CHARGE, FILM.microUsd()));
    assertThat(held).isGreaterThanOrEqualTo(FILM.microUsd());
    assertThat(world.spent(1)).isEqualTo(FILM);
  }

  @Test
  void chargesTheAnswerThatWasAStoryboardAndNoneBeforeIt() throws Exception {
    begin("what?", "{\"scenes\":[]}", Boards.json(Boards.of(4)));

    Placement.Accepted accepted = (Placement.Accepted) world.placed(1, Boards.wish(4));
    world.play(accepted.job());

    assertThat(world.report(accepted.job()).status()).isEqualTo(Status.MADE);
    assertThat(house.taken("text")).isEqualTo(3);
    assertThat(house.promised()).isLessThanOrEqualTo(accepted.quote().total());
    assertThat(world.report(accepted.job()).cost()).isEqualTo(FILM);
  }

  @Test
  void givesUpAfterFiveAnswersThatAreNoStoryboardAndReturnsTheMoney() throws Exception {
    begin("what?");

    JobReport film = world.film(1, Boards.wish(4));

    assertThat(film.outcome())
        .contains(new Outcome.Failed(new Failure(Failure.Code.NO_STORYBOARD)));
    assertThat(house.taken()).hasSize(5).allMatch(what -> what.startsWith("text"));
    assertThat(world.spent(1)).isEqualTo(Money.ZERO);
  }

  @Test
  void makesTheSameFilmAgainForNothing() throws Exception {
    world.film(1, Boards.wish(4));

    JobReport again = world.film(1, Boards.wish(4));

    assertThat(again.fromCache()).isTrue();
    assertThat(house.taken()).hasSize(13);
    assertThat(world.spent(1)).isEqualTo(FILM);
  }

  @Test
  void makesOnlyTheSpeechOfAChangedLineAndTheCutAnew() throws Exception {
    FilmRequest film = Boards.wish(4).with(Boards.of(4));
    world.film(1, film);
    int before = house.taken().size();

    JobReport changed =
        world.film(1, film.with(Boards.saying(Boards.of(4), 2, "now something else")));

    assertThat(changed.status()).isEqualTo(Status.MADE);
    assertThat(house.taken().subList(before, house.taken().size()))
        .containsExactly("speech now something else");
    assertThat(cutter.cuts()).isEqualTo(2);
    assertThat(changed.cost()).isEqualTo(new Money(7_500));
  }

  @Test
  void filmsASceneAnewWhoseNewLineTakesLongerThanItsShot() throws Exception {
    FilmRequest film = Boards.wish(4).with(Boards.of(4));
    world.film(1, film);
    int before = house.taken().size();
    String line = "word ".repeat(19).strip();

    world.film(1, film.with(Boards.saying(Boards.of(4), 3, line)));

    assertThat(house.taken().subList(before, house.taken().size()))
        .containsExactly("speech " + line, "video a place number 3 by the sea");
  }
}
