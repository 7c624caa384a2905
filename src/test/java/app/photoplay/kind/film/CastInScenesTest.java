package app.photoplay.kind.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.kind.speech.SpeechRequest;
import app.photoplay.kind.talk.TalkRequest;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.Storyboard.Scene;
import app.photoplay.provider.text.Storyboard.Transition;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whose photos the pieces of a film ask for.
class CastInScenesTest {
  private static final String ANNAS = "a".repeat(64);
  private static final String REXS = "b".repeat(64);
  private static final CastMember ANNA = new CastMember("Anna", "", ANNAS, true, "anna's");
  private static final CastMember REX = new CastMember("Rex", "a dog", REXS, false, "");
  private static final CastMember BOB = new CastMember("Bob", "an old man", null, false, "");

  @Test
  void whoIsNamedInAPictureIsAReferenceForIt() {
    Scenes scenes =
        scenes(seen("anna and Rex on the pier"), seen("The annals of a town"), seen("Bob waits"));

    assertThat(scenes.picture(0, List.of("before")).references())
        .containsExactly(ANNAS, REXS, "before");
    assertThat(scenes.picture(1, List.of("before")).references()).containsExactly("before");
    assertThat(scenes.picture(2, List.of()).references()).isEmpty();
  }

  @Test
  void whoHasAFaceIsSeenSpeaking() {
    Scenes scenes = scenes(said("ANNA", "Hello."), said("Rex", "Woof."), said("Bob", "Hm."));

    assertThat(scenes.talk(0).map(TalkRequest::photo)).contains(ANNAS);
    assertThat(scenes.talk(0).map(TalkRequest::voice)).contains("anna's");
    assertThat(scenes.talk(1)).isEmpty();
    assertThat(scenes.talk(2)).isEmpty();
    assertThat(scenes.speech(1)).contains(new SpeechRequest("Woof.", "narrator's"));
    assertThat(scenes.painted()).containsExactly(1, 2);
  }

  @Test
  void unknownFacesNeverEnterAFilm() {
    Scenes scenes =
        scenes(
            said("Marie Curie", "I am not here."),
            seen("Marie Curie beside Annabel"),
            said("Ann", "Nor I."));

    assertThat(IntStream.range(0, 3).boxed().flatMap(i -> scenes.talk(i).stream())).isEmpty();
    assertThat(
            IntStream.range(0, 3)
                .boxed()
                .flatMap(i -> scenes.picture(i, List.of()).references().stream()))
        .isEmpty();
  }

  private static Scene seen(String picture) {
    return scene(picture, "", "");
  }

  private static Scene said(String speaker, String words) {
    return scene("A room", speaker, words);
  }

  private static Scene scene(String picture, String speaker, String words) {
    return new Scene(
        5, picture, "", "", ShotSize.WIDE, CameraMove.STATIC_SHOT, speaker, words, Transition.CUT);
  }

  private static Scenes scenes(Scene... scenes) {
    FilmRequest film =
        new FilmRequest(
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
            List.of(ANNA, REX, BOB),
            null);
    Storyboard board =
        new Storyboard(
            "",
            "Title",
            "",
            "en",
            Stream.of(ANNA, REX, BOB).map(CastMember::role).toList(),
            List.of(scenes));
    return new Scenes(film, board, List.of(2, 4, 6, 8));
  }
}
