package app.photoplay.provider.local.scene;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.local.scene.SceneIdea.Mood;
import app.photoplay.provider.local.scene.SceneIdea.Place;
import app.photoplay.provider.local.scene.SceneIdea.Subject;
import app.photoplay.provider.local.scene.SceneIdea.Time;
import app.photoplay.provider.local.scene.SceneIdea.Weather;
import app.photoplay.provider.video.ShotSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SceneIdeaTest {

  @ParameterizedTest
  @CsvSource({
    "A lighthouse by the sea at night in a storm, SEA, STORM, NIGHT",
    "foxes in a misty FOREST in the morning,      FOREST, FOG, DAWN",
    "a camel crosses the dunes under a clear sky at noon, DESERT, CLEAR, DAY",
    "Rainy streets of Paris at dusk,              STREET, RAIN, DUSK",
    "winter evening in the village with snow,     VILLAGE, SNOW, DUSK",
    "a boat on the river in fog at sunrise,       RIVER, FOG, DAWN",
    "Ein Segelboot im Hafen bei Sonnenuntergang und Nebel, SEA, FOG, DUSK",
    "Um barco no mar em tempestade ao entardecer, SEA, STORM, DUSK",
    "Лодка на море ночью под дождём,              SEA, RAIN, NIGHT",
    "雨夜里的竹林,                                FOREST, RAIN, NIGHT",
    "धुंध में सुबह का जंगल,                         FOREST, FOG, DAWN",
    "مطر على المدينة في الليل,                    CITY, RAIN, NIGHT",
    "a city street at night in the rain,          STREET, RAIN, NIGHT",
    "cities at night in the rain,                 CITY, RAIN, NIGHT"
  })
  void readsPlaceWeatherAndTime(String text, Place place, Weather weather, Time time) {
    SceneIdea idea = idea(text);

    assertThat(idea.places().getFirst()).isEqualTo(place);
    assertThat(idea.weather()).isEqualTo(weather);
    assertThat(idea.time()).isEqualTo(time);
  }

  @Test
  void readsMoodAndSubjects() {
    SceneIdea idea = idea("Two lovers and their dog by a campfire, a magical evening");

    assertThat(idea.mood()).isEqualTo(Mood.ROMANTIC);
    assertThat(idea.subjects())
        .containsExactlyInAnyOrder(Subject.COUPLE, Subject.DOG, Subject.FIRE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"лодка на закате", "夕阳下的小船", "सूर्यास्त में नाव", "قارب عند الغروب"})
  void readsTheExampleOfEachLanguage(String text) {
    assertThat(idea(text).subjects()).containsExactly(Subject.BOAT);
    assertThat(idea(text).time()).isEqualTo(Time.DUSK);
    assertThat(SceneWords.unknown(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"лодка на реке", "河上的小船", "नदी में नाव", "قارب في النهر"})
  void aBoatOnARiverIsAboutTheRiver(String text) {
    assertThat(idea(text).places()).containsExactly(Place.RIVER);
  }

  @Test
  void takesMarsForNoSea() {
    assertThat(idea("an astronaut on mars").places()).containsExactly(Place.SPACE);
  }

  @Test
  void knowsWhetherAnyWordMeansSomething() {
    assertThat(SceneWords.anyIn("Foxes!")).isTrue();
    assertThat(SceneWords.anyIn("一个好主意")).isFalse();
    assertThat(SceneWords.anyIn("🚀🌙 42 ...")).isFalse();
  }

  @Test
  void leavesOpenWhatNoWordNames() {
    assertThat(idea("Happiness is a warm idea").places()).isEmpty();
    assertThat(idea("42").places()).isEmpty();
  }

  @Test
  void asksTheStyleOnlyWhereTheTextIsSilent() {
    SceneIdea idea = SceneIdea.of("a field", "stormy night by the sea", ShotSize.WIDE, 1);

    assertThat(idea.places()).containsExactly(Place.FIELD);
    assertThat(idea.time()).isEqualTo(Time.NIGHT);
    assertThat(idea.weather()).isEqualTo(Weather.STORM);
  }

  private static SceneIdea idea(String text) {
    return SceneIdea.of(text, "", ShotSize.WIDE, 1);
  }
}
