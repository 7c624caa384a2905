package app.photoplay.kind.film;

import static app.photoplay.database.generated.Tables.DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Entry;
import app.photoplay.budget.Money;
import app.photoplay.database.Database;
import app.photoplay.database.sqlite.NewDatabase;
import app.photoplay.engine.HaltingStore;
import app.photoplay.job.Artifact;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.testkit.ScriptedHouse;
import app.photoplay.testkit.ScriptedPieces;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ends the program before and after everything that a film of four scenes does to the disk and to
/// its houses, starts it again, and looks at what was paid and charged. The storyboard and the
/// pictures, the speech, and the shots come from three houses, each against paying twice in a way
/// of its own.
class FilmCrashTest {
  private static final Money FILM = new Money(1_730_000);

  /// A prime, so that every kind of point is met in some scene.
  private static final int FEW = 29;

  @TempDir Path folder;

  @Test
  void aFilmIsPaidOnceWhereverTheProgramEnds() throws Exception {
    assertThat(endsAtEvery(FEW, 0)).isGreaterThan(150);
  }

  @Test
  @Tag("proof")
  void aFilmIsPaidOnceWhereverTheProgramEndsAtEachPoint() throws Exception {
    for (int turn = 0; turn < Idempotency.values().length; turn++) {
      assertThat(endsAtEvery(1, turn)).isGreaterThan(150);
    }
  }

  /// Returns how many points there are.
  private int endsAtEvery(int step, int turn) throws Exception {
    Path data = folder.resolve("turn" + turn);
    try (Database database = NewDatabase.in(data)) {
      int points = new Life(database, data, 0, turn).run(-1).size();
      for (int end = 0; end < points; end += step) {
        // in the short round the houses change places from one end to the next
        new Life(database, data, end + 1, step == 1 ? turn : end).run(end);
      }
      return points;
    }
  }

  /// One film of a person of its own, on a day of its own.
  private static final class Life {
    private final Database database;
    private final int number;
    private final List<ScriptedHouse> houses = new ArrayList<>();
    private final FilmWorld world;

    Life(Database database, Path data, int number, int turn) throws Exception {
      this.database = database;
      this.number = number;
      Idempotency[] all = Idempotency.values();
      for (String name : List.of("words", "voices", "shots")) {
        houses.add(new ScriptedHouse(name, all[(houses.size() + turn) % all.length]));
      }
      SettableTime time = SettableTime.noon();
      time.advance(Duration.ofDays(number));
      ScriptedPieces pieces = new ScriptedPieces(data.resolve("work"));
      world =
          new FilmWorld(
              database,
              data,
              time,
              new FilmWorld.Makers(
                  List.of(pieces.writing(houses.get(0), Boards.json(Boards.of(4)))),
                  List.of(pieces.painting(houses.get(0))),
                  pieces.speaking(houses.get(1)),
                  List.of(pieces.filming(houses.get(2)))),
              FilmWorld.prices("words", "voices", "shots"),
              new ScriptedCutter(this::files),
              houses);
    }

    private LocalArtifactStore files() {
      return world.files;
    }

    List<String> run(int end) throws InterruptedException {
      JobId job = world.order(number, Boards.wish(4));
      HaltingStore halting = new HaltingStore(end);
      world.halting(halting);
      try {
        world.play(job);
      } catch (Error e) {
        if (!halting.ended()) {
          throw e;
        }
        world.restart();
        world.play(job);
      }
      String where = end < 0 ? "nowhere" : halting.reached().get(end);
      assertThat(complaints(job)).as("ended %s, the %d.", where, end).isEmpty();
      return halting.reached();
    }

    private List<String> complaints(JobId job) {
      List<String> complaints = new ArrayList<>();
      JobReport film = world.report(job);
      if (film.status() != Status.MADE || !Artifact.missing(film.artifacts()).isEmpty()) {
        complaints.add("it is " + film.status() + " " + film.outcome());
      }
      List<String> taken = new ArrayList<>();
      houses.forEach(house -> taken.addAll(house.taken()));
      if (taken.size() != 13 || new HashSet<>(taken).size() != 13) {
        complaints.add("paid for " + taken);
      }
      if (!world.spent(number).equals(FILM) || !film.cost().equals(FILM)) {
        complaints.add("charged " + world.spent(number));
      }
      List<Entry.Kind> lines = world.entries(job).stream().map(Entry::kind).toList();
      if (!lines.equals(List.of(Entry.Kind.HOLD, Entry.Kind.RELEASE, Entry.Kind.CHARGE))) {
        complaints.add("lines in the ledger: " + lines);
      }
      int shown = database.read(sql -> sql.fetchCount(DELIVERY, DELIVERY.JOB.eq(job.value())));
      if (shown != 1) {
        complaints.add("shown " + shown + " times");
      }
      return complaints;
    }
  }
}
