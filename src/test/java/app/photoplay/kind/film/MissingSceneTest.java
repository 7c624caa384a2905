package app.photoplay.kind.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.database.Database;
import app.photoplay.database.sqlite.NewDatabase;
import app.photoplay.job.Artifact;
import app.photoplay.job.JobReport;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.kind.RenderSteps;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.stitch.Normaliser;
import app.photoplay.media.stitch.Stitcher;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.storage.Lease;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.testkit.DecodedVideo;
import app.photoplay.testkit.MemoryArtifactStore;
import app.photoplay.testkit.ScriptedHouse;
import app.photoplay.testkit.ScriptedHouse.Answer;
import app.photoplay.testkit.ScriptedPieces;
import app.photoplay.testkit.SettableTime;
import app.photoplay.testkit.TinyVideo;
import app.photoplay.wording.Wording;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is seen and heard in a real film where a scene is missing.
class MissingSceneTest {
  private static final Ffmpeg FFMPEG = new Ffmpeg(null, "", Path.of("target", "ffmpeg"));
  private static final int RATE = 24;
  private static final int SOUND_RATE = 48_000;

  @TempDir Path folder;

  @Test
  void itsPictureComesNearerUnderWordsThatSaySoWhileTheNarratorGoesOn() throws Exception {
    ScriptedHouse house = new ScriptedHouse("house", Idempotency.KEY);
    house.when("video a place number 2", Answer.FAILS);

    try (Database database = NewDatabase.in(folder)) {
      FilmWorld world = world(database, house);
      JobReport film = world.film(1, Boards.wish(2).with(Boards.of(2)));

      assertThat(Artifact.missing(film.artifacts())).containsExactly(2);
      String video = Artifact.get(film.artifacts(), Artifact.VIDEO).content();
      try (Lease file = world.files.open(video).orElseThrow()) {
        looked(file.path());
      }
    }
  }

  private static void looked(Path film) throws Exception {
    Path ffmpeg = FFMPEG.binary().path();
    List<byte[]> corner = DecodedVideo.grey(ffmpeg, film, 0, 0, 320, 180);
    List<byte[]> middle = DecodedVideo.grey(ffmpeg, film, 400, 300, 480, 120);
    short[] sound = DecodedVideo.sound(ffmpeg, film);
    int cut = Boards.SECONDS * RATE;
    byte[] first = corner.get(cut + 2);
    byte[] last = corner.getLast();

    assertThat(corner).hasSize(2 * cut);
    assertThat(mean(first)).as("brightness of the still").isGreaterThan(30);
    assertThat(difference(first, last)).as("what the zoom changes").isGreaterThan(4);
    assertThat(difference(first, corner.get(cut + 3))).as("a slow zoom").isLessThan(3);
    assertThat(white(middle.get(cut + 2))).as("pixels of letters").isGreaterThan(500);
    assertThat(white(middle.get(cut - 2))).as("pixels of letters before").isLessThan(100);
    assertThat(loudness(sound, Boards.SECONDS + 0.6, 0.6)).isGreaterThan(1000);
  }

  private FilmWorld world(Database database, ScriptedHouse house) throws Exception {
    TinyVideo.make(MemoryArtifactStore.temporary(), folder, 640, 360, Boards.SECONDS);
    ScriptedPieces pieces = new ScriptedPieces(folder.resolve("work"));
    pieces.shows(folder.resolve("video.mp4"));
    LocalArtifactStore files =
        new LocalArtifactStore(folder.resolve("files"), InstantSource.system());
    Films.Bench bench =
        new Films.Bench(
            new Normaliser(FFMPEG, 1),
            new Stitcher(FFMPEG, folder),
            new Lettering(folder.resolve("cache")),
            new Pictures(),
            new RenderSteps(new Pictures(), files),
            new Wording("en"));
    return new FilmWorld(
        database,
        folder,
        SettableTime.noon(),
        new FilmWorld.Makers(
            List.of(pieces.writing(house, "")),
            List.of(pieces.painting(house)),
            pieces.speaking(house),
            List.of(pieces.filming(house))),
        FilmWorld.prices("house"),
        new FilmCutter(bench, files),
        List.of(house));
  }

  private static double mean(byte[] picture) {
    long sum = 0;
    for (byte pixel : picture) {
      sum += pixel & 0xFF;
    }
    return (double) sum / picture.length;
  }

  private static double difference(byte[] one, byte[] other) {
    long sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs((one[i] & 0xFF) - (other[i] & 0xFF));
    }
    return (double) sum / one.length;
  }

  private static int white(byte[] picture) {
    int white = 0;
    for (byte pixel : picture) {
      white += (pixel & 0xFF) > 235 ? 1 : 0;
    }
    return white;
  }

  private static double loudness(short[] sound, double from, double seconds) {
    int begin = (int) (from * SOUND_RATE);
    int end = begin + (int) (seconds * SOUND_RATE);
    double sum = 0;
    for (int i = begin; i < end; i++) {
      sum += (double) sound[i] * sound[i];
    }
    return Math.sqrt(sum / (end - begin));
  }
}
