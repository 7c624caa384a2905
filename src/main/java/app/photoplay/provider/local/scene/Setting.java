package app.photoplay.provider.local.scene;

import app.photoplay.provider.local.scene.SceneIdea.Place;
import app.photoplay.provider.local.scene.SceneIdea.Subject;
import app.photoplay.provider.local.scene.SceneIdea.Time;
import app.photoplay.provider.local.scene.SceneIdea.Weather;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Where, when and with whom the scenes of one story are: what a scene does not say is as in the
/// one before, or moves on where the story says nothing of it. Said in words that the painter
/// knows.
final class Setting {
  private static final List<String> HOURS = List.of("dawn", "day", "day", "dusk", "night");
  private static final List<String> WEATHERS =
      List.of("clear", "clear", "cloudy", "misty", "clear");
  private static final int LONGEST = 400;
  private static final Set<Subject> PEOPLE = Set.of(Subject.PERSON, Subject.CHILD, Subject.COUPLE);
  private static final Set<Place> WITHOUT_WEATHER = Set.of(Place.ROOM, Place.SPACE, Place.SNOW);

  private final int scenes;
  private final List<String> hero;
  private final boolean hourGiven;
  private final boolean weatherGiven;
  private List<String> place;
  private List<String> hour;

  /// The setting of a story.
  ///
  /// @param story all its words
  /// @param scenes how many there will be
  /// @param people whether somebody speaks in it
  Setting(String story, int scenes, boolean people) {
    List<String> words = SceneWords.split(story);
    this.scenes = scenes;
    List<String> named =
        SceneWords.naming(Subject.class, words).stream()
            .filter(word -> !people || namesPeople(word))
            .toList();
    this.hero = named.isEmpty() && people ? List.of("person") : named.stream().limit(1).toList();
    this.hour = SceneWords.naming(Time.class, words).stream().limit(1).toList();
    this.hourGiven = !hour.isEmpty();
    this.weatherGiven = !SceneWords.all(Weather.class, words).isEmpty();
    this.place = named(words);
  }

  /// A scene in its setting.
  ///
  /// @param picture all that the painter has to know
  /// @param hour word of the time of day
  /// @param place words of the place; empty where nobody knows
  record View(String picture, String hour, List<String> place) {}

  /// What is seen of a beat. Beats come in their order.
  ///
  /// @param number of the scene, from 0
  View view(Beat beat, int number) {
    String seen = Passages.shortened(beat.picture().replaceAll("[.!?…。！？]+$", ""), LONGEST);
    List<String> parts = new ArrayList<>();
    parts.add(beat.place());
    parts.add(seen);
    List<String> words = SceneWords.split(beat.place() + " " + seen);
    if (SceneWords.all(Subject.class, words).isEmpty()) {
      parts.addAll(hero);
    }
    place = named(words).isEmpty() ? place : named(words);
    if (named(words).isEmpty()) {
      parts.addAll(place);
    }
    parts.add(hour(words, number));
    if (!weatherGiven && hasWeather(SceneWords.split(String.join(" ", parts)))) {
      parts.add(at(WEATHERS, number));
    }
    parts.removeIf(String::isBlank);
    return new View(String.join(", ", parts), at(number), place);
  }

  /// The word to add, or none where the scene has one.
  private String hour(List<String> words, int number) {
    List<String> own = SceneWords.naming(Time.class, words).stream().limit(1).toList();
    if (!own.isEmpty()) {
      hour = own;
      return "";
    }
    return hourGiven ? hour.getFirst() : at(HOURS, number);
  }

  private String at(int number) {
    return hourGiven ? hour.getFirst() : at(HOURS, number);
  }

  private String at(List<String> words, int number) {
    return words.get(number * (words.size() - 1) / Math.max(1, scenes - 1));
  }

  private static boolean namesPeople(String word) {
    return SceneWords.all(Subject.class, List.of(word)).stream().anyMatch(PEOPLE::contains);
  }

  private static boolean hasWeather(List<String> words) {
    return SceneWords.all(Place.class, words).stream().noneMatch(WITHOUT_WEATHER::contains);
  }

  /// The words that name a place themselves: a ship is usually at sea, but need not be.
  private static List<String> named(List<String> words) {
    return SceneWords.naming(Place.class, words).stream()
        .filter(word ->
            SceneWords.all(Place.class, List.of(word)).stream()
                .anyMatch(place -> !SceneWords.isOnlyImplied(place, List.of(word))))
        .distinct()
        .limit(2)
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
