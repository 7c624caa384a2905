package app.photoplay.kind.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.database.Database;
import app.photoplay.database.sqlite.NewDatabase;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.testkit.ScriptedHouse;
import app.photoplay.testkit.ScriptedPieces;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many films of eight scenes at once, by three houses that take two, three and four works at a
/// time.
class FilmLoadTest {
  private static final int FILMS = 20;
  private static final int SCENES = 8;
  private static final long MORE_MEMORY = 48L << 20;

  @TempDir Path folder;
  private final ScriptedHouse words = new ScriptedHouse("words", Idempotency.KEY);
  private final ScriptedHouse voices = new ScriptedHouse("voices", Idempotency.LOOKUP);
  private final ScriptedHouse shots = new ScriptedHouse("shots", Idempotency.NONE);
  private Database database;
  private FilmWorld world;

  @BeforeEach
  void open() throws Exception {
    database = NewDatabase.in(folder);
    ScriptedPieces pieces = new ScriptedPieces(folder.resolve("work"));
    world =
        new FilmWorld(
            database,
            folder,
            SettableTime.noon(),
            new FilmWorld.Makers(
                List.of(pieces.writing(words, Boards.json(Boards.of(SCENES)))),
                List.of(pieces.painting(words)),
                pieces.speaking(voices),
                List.of(pieces.filming(shots))),
            FilmWorld.prices("words", "voices", "shots"),
            new ScriptedCutter(() -> world.files),
            List.of(words, voices, shots),
            Map.of("words", 2, "voices", 3, "shots", 4));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  @Tag("proof")
  void twentyPeopleAreServedAlikeWithinTheLimitsOfEachHouse() throws Exception {
    List<JobId> films = new ArrayList<>();
    for (int person = 1; person <= FILMS; person++) {
      films.add(world.order(person, Boards.wish(SCENES)));
    }
    long before = memory();

    Collection<Duration> times = world.times(films).values();

    assertThat(films).allMatch(film -> world.report(film).status() == Status.MADE);
    assertThat(words.mostAtOnce()).isEqualTo(2);
    assertThat(voices.mostAtOnce()).isEqualTo(3);
    assertThat(shots.mostAtOnce()).isEqualTo(4);
    assertThat(shots.taken()).hasSize(FILMS * SCENES);
    double ratio = (double) Collections.max(times).toSeconds() / Collections.min(times).toSeconds();
    assertThat(ratio).as("the longest to the shortest wait: %s", times).isLessThan(2);
    assertThat(memory() - before).as("bytes more in use").isLessThan(MORE_MEMORY);
  }

  @Test
  @Tag("proof")
  void whoOrdersOneFilmDoesNotWaitForWhoOrderedTwelve() throws Exception {
    List<JobId> many = new ArrayList<>();
    for (int version = 1; version <= 12; version++) {
      many.add(world.order(1, Boards.wish(SCENES, version)));
    }
    List<JobId> single = new ArrayList<>();
    for (int person = 2; person <= 9; person++) {
      single.add(world.order(person, Boards.wish(SCENES)));
    }
    List<JobId> all = new ArrayList<>(many);
    all.addAll(single);

    Map<JobId, Duration> times = world.times(all);

    Duration last = Collections.max(single.stream().map(times::get).toList());
    long earlier =
        many.stream()
            .filter(film -> Objects.requireNonNull(times.get(film)).compareTo(last) < 0)
            .count();
    assertThat(earlier).as("films of the one before the last of the others").isLessThan(6);
  }

  private static long memory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
