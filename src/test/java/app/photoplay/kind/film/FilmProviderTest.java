package app.photoplay.kind.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.cli.FilmArguments;
import app.photoplay.cli.RunOptions;
import app.photoplay.job.Codec;
import app.photoplay.kind.image.ImageRequest;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.Storyboard.Scene;
import app.photoplay.provider.text.Storyboard.Transition;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who shall make a film is who shall make its pieces.
class FilmProviderTest {
  private static final CastMember ANNA =
      new CastMember("Anna", "red hair", "a".repeat(64), true, "");

  @Test
  void aFilmsPiecesAreAskedOfWhoWasChosen() {
    Scenes scenes = scenes(film("runway"));

    assertThat(scenes.picture(0, List.of()).provider()).isEqualTo("runway");
    assertThat(scenes.filmed(0, Optional.of("x"), Optional.empty(), 4).provider())
        .isEqualTo("runway");
    assertThat(scenes.talk(1).orElseThrow().provider()).isEqualTo("runway");
  }

  @Test
  void nobodyWasChosenUnlessSomebodyWas() {
    Scenes scenes = scenes(film(""));

    assertThat(scenes.picture(0, List.of()).provider()).isEmpty();
    assertThat(scenes.talk(1).orElseThrow().provider()).isEmpty();
    assertThat(FilmOptions.defaults(Quality.ECONOMY).provider()).isEmpty();
  }

  @Test
  void theChoiceIsKeptWhateverElseChanges() {
    assertThat(film("runway").with(Quality.PREMIUM).provider()).isEqualTo("runway");
    assertThat(film("runway").with(board()).provider()).isEqualTo("runway");
    assertThat(FilmOptions.defaults(Quality.ECONOMY).with(Map.of("provider", "google")).provider())
        .isEqualTo("google");
  }

  @Test
  void aPictureThatNobodyWasChosenForIsStoredAsBefore() {
    ImageRequest usual = scenes(film("")).picture(0, List.of());

    assertThat(Codec.json(ImageRequest.class).encode(usual)).doesNotContain("provider");
  }

  @Test
  void nobodyIsPaidAtTheShellUnlessHeIsNamed() {
    RunOptions run = new RunOptions(Path.of("."), Optional.empty(), Optional.empty(), false);

    assertThat(new FilmArguments(run, "i", Path.of("o"), Map.of(), Map.of()).chosen())
        .containsEntry("provider", "local");
    assertThat(
            new FilmArguments(run, "i", Path.of("o"), Map.of(), Map.of("provider", "fal")).chosen())
        .containsEntry("provider", "fal");
  }

  private static FilmRequest film(String provider) {
    return new FilmRequest(
        "an idea",
        15,
        "en",
        0,
        "",
        Shape.WIDE,
        Quality.ECONOMY,
        "narrator's",
        Captions.OFF,
        "",
        "",
        "",
        1,
        0,
        List.of(ANNA),
        null,
        provider);
  }

  private static Storyboard board() {
    return new Storyboard(
        "",
        "Title",
        "",
        "en",
        List.of(ANNA.role()),
        List.of(scene("", ""), scene("Anna", "Hello")));
  }

  private static Scenes scenes(FilmRequest film) {
    return new Scenes(film, board(), List.of(2, 4, 6, 8));
  }

  private static Scene scene(String speaker, String words) {
    return new Scene(
        5, "A room", "", "", ShotSize.WIDE, CameraMove.STATIC_SHOT, speaker, words, Transition.CUT);
  }
}
