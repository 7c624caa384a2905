package app.photoplay.provider.local.scene;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Size;
import app.photoplay.provider.local.scene.SceneIdea.Place;
import app.photoplay.provider.local.scene.SceneIdea.Subject;
import app.photoplay.provider.local.scene.SceneIdea.Time;
import app.photoplay.provider.video.ShotSize;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A clip has what it was asked for, or it is said what it is without.
class KeptWordsTest {
  private static final Size SMALL = new Size(320, 180);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a castle by the sea at dawn",
        "a castle on the beach",
        "a castle in the desert at night",
        "a castle in the snow",
        "a castle in the forest",
        "a castle beside a lake",
        "a castle in the mountains",
        "ein Schloss am Meer im Morgen",
        "a castle above the city"
      })
  void theCastleIsThere(String prompt) {
    SceneIdea with = idea(prompt);
    Set<Subject> others = EnumSet.copyOf(with.subjects());
    assertThat(others.remove(Subject.CASTLE)).isTrue();

    assertThat(panes(with)).isGreaterThan(panes(withSubjects(with, others)));
  }

  @Test
  void placeAndHourAreKeptBesideIt() {
    SceneIdea idea = idea("a castle by the sea at dawn");

    assertThat(idea.places()).containsExactly(Place.SEA);
    assertThat(idea.time()).isEqualTo(Time.DAWN);
  }

  @Test
  void aThirdPlaceIsSeenToo() {
    SceneIdea three = idea("the sea, mountains and a city");
    assertThat(three.places()).containsExactly(Place.SEA, Place.MOUNTAIN, Place.CITY);

    assertThat(panes(three)).isGreaterThan(panes(idea("the sea and mountains")));
  }

  @Test
  void aLighthouseStandsAtTheSeaWhateverIsNamedFirst() {
    assertThat(idea("a village with a lighthouse").places()).startsWith(Place.SEA);
  }

  @Test
  void whatCannotBePaintedIsNamed() {
    assertThat(SceneWords.unknown("A piano on the beach at night, and a trombone"))
        .containsExactly("piano", "trombone");
    assertThat(SceneWords.unknown("a castle by the sea at dawn")).isEmpty();
    assertThat(SceneWords.unknown("ein Klavier am Meer bei Nacht")).containsExactly("klavier");
  }

  private static SceneIdea idea(String prompt) {
    return SceneIdea.of(prompt, "", ShotSize.WIDE, 0);
  }

  private static int panes(SceneIdea idea) {
    return Places.paint(idea, SMALL).layers().size();
  }

  private static SceneIdea withSubjects(SceneIdea idea, Set<Subject> subjects) {
    List<Place> places = idea.places();
    return new SceneIdea(
        places,
        idea.weather(),
        idea.time(),
        idea.mood(),
        subjects,
        idea.shot(),
        idea.look(),
        idea.guise(),
        idea.seed(),
        idea.view());
  }
}
