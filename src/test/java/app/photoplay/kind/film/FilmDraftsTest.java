package app.photoplay.kind.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.Conversation;
import app.photoplay.command.draft.Draft;
import app.photoplay.database.file.FileNames;
import app.photoplay.job.StoredFile;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.Storyboard.Scene;
import app.photoplay.provider.text.Storyboard.Transition;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilmDraftsTest {
  private static final String OWN = "a1".repeat(32);
  private static final String FACE = "b2".repeat(32);
  private static final FilmRequest FILM =
      new FilmRequest(
          "storm",
          10,
          "en-US",
          0,
          "",
          Shape.WIDE,
          Quality.ECONOMY,
          "slt",
          Captions.OFF,
          "",
          "",
          "",
          1,
          0,
          List.of(new CastMember("Ann", "", FACE, true, "")),
          new Storyboard("test", "Storm", "", "en-US", List.of(), List.of(scene())));

  /// A sweep leaves alone what a draft names, see the tests of the file index.
  @Test
  void namesThePicturesThatItWaitsWith() {
    assertThat(FileNames.in(FilmDrafts.payload(FILM, List.of()))).contains(OWN, FACE);
  }

  @Test
  void isReadAsItWasStored() {
    List<StoredFile> inputs = List.of(new StoredFile(OWN, 5));

    FilmDrafts.Waiting read =
        FilmDrafts.read(draft("film", FilmDrafts.payload(FILM, inputs))).orElseThrow();

    assertThat(read.film()).isEqualTo(FILM);
    assertThat(read.inputs()).isEqualTo(inputs);
  }

  @Test
  void draftsOfOthersAreNoFilms() {
    assertThat(FilmDrafts.read(draft("talk-photo", "{}"))).isEmpty();
  }

  private static Draft draft(String purpose, String payload) {
    return new Draft(
        "ABCDEF",
        1,
        new AccountId(1),
        new Conversation("web", "1", "", false),
        purpose,
        payload,
        Instant.EPOCH);
  }

  private static Scene scene() {
    return new Scene(
        4, "sea", "", "", ShotSize.WIDE, CameraMove.STATIC_SHOT, "", "", Transition.CUT, 0, OWN);
  }
}
