package app.photoplay.provider.local.scene;

import app.photoplay.provider.video.ShotSize;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a prompt asks for, as far as single words tell.
///
/// @param places in the order of the words; empty when no word names one
/// @param seed decides everything that the words leave open about place and people: the same for
///   all shots of a film there
/// @param view decides how this shot shows them
record SceneIdea(
    List<Place> places,
    Weather weather,
    Time time,
    Mood mood,
    Set<Subject> subjects,
    ShotSize shot,
    Look look,
    Guise guise,
    long seed,
    long view) {

  enum Place {
    SEA,
    BEACH,
    RIVER,
    MOUNTAIN,
    FOREST,
    DESERT,
    FIELD,
    VILLAGE,
    CITY,
    STREET,
    ROAD,
    ROOM,
    SPACE,
    SKY,
    SNOW
  }

  enum Weather {
    CLEAR,
    CLOUDS,
    RAIN,
    STORM,
    SNOW,
    FOG
  }

  enum Time {
    DAWN,
    DAY,
    DUSK,
    NIGHT
  }

  enum Mood {
    NEUTRAL,
    HAPPY,
    SAD,
    SCARY,
    ROMANTIC,
    DREAMY,
    EPIC
  }

  enum Subject {
    PERSON,
    CHILD,
    COUPLE,
    DOG,
    HORSE,
    CAT,
    BIRDS,
    BOAT,
    LIGHTHOUSE,
    CASTLE,
    BALLOON,
    TENT,
    FIRE,
    CAR,
    ROCKET,
    ROBOT,
    MOON,
    PLANET
  }

  /// From where no castle is seen.
  private static final Set<Place> CLOSED =
      EnumSet.of(Place.FOREST, Place.STREET, Place.ROOM, Place.SPACE, Place.SKY);

  SceneIdea {
    places = List.copyOf(places);
    subjects = Set.copyOf(subjects);
  }

  /// Reads a prompt. Words of the style count only where the text says nothing.
  static SceneIdea of(String text, String style, ShotSize shot, long seed) {
    List<String> words = SceneWords.split(text);
    List<String> more = SceneWords.split(style);
    List<Place> places = new ArrayList<>(SceneWords.all(Place.class, words));
    Optional<Weather> weather = first(Weather.class, words, more);
    Optional<Time> time = first(Time.class, words, more);
    Mood mood = first(Mood.class, words, more).orElse(Mood.NEUTRAL);
    Set<Subject> subjects = EnumSet.noneOf(Subject.class);
    subjects.addAll(SceneWords.all(Subject.class, words));
    if (places.stream().anyMatch(place -> !SceneWords.isOnlyImplied(place, words))) {
      // "a boat on a river" is about the river
      places.removeIf(place -> SceneWords.isOnlyImplied(place, words));
    }
    if (places.removeIf(place -> place == Place.STREET)) {
      places.addFirst(Place.STREET); // "a city street" is seen from the street
    }
    if (subjects.contains(Subject.CASTLE) && places.stream().allMatch(CLOSED::contains)) {
      places.addFirst(Place.VILLAGE); // there it can be seen, before the wood
    }
    if (subjects.contains(Subject.LIGHTHOUSE) && places.remove(Place.SEA)) {
      places.addFirst(Place.SEA);
    }
    if (places.size() > 1 && places.getFirst() == Place.SNOW) {
      places.add(places.removeFirst());
    }
    long mixed = mixed(seed, places, subjects, words);
    return new SceneIdea(
        places,
        weather.orElse(places.contains(Place.SNOW) ? Weather.SNOW : usual(mixed)),
        time.orElse(mood == Mood.SCARY ? Time.NIGHT : hour(mixed)),
        mood,
        subjects,
        shot,
        SceneWords.all(Look.class, more).stream().findFirst().orElse(Look.PLAIN),
        Guise.of(words),
        mixed,
        mixed ^ 31L * words.hashCode());
  }

  /// Other places and people give another picture, and so do other words where none names a place.
  private static long mixed(
      long seed, List<Place> places, Set<Subject> subjects, List<String> words) {
    List<String> names = new ArrayList<>();
    places.forEach(place -> names.add(place.name()));
    for (Subject subject : Subject.values()) {
      if (subjects.contains(subject)) {
        names.add(subject.name());
      }
    }
    if (places.isEmpty()) {
      names.addAll(
          words.stream()
              .filter(word ->
                  SceneWords.all(Time.class, List.of(word)).isEmpty()
                      && SceneWords.all(Weather.class, List.of(word)).isEmpty())
              .toList());
    }
    return seed * 0x9E3779B97F4A7C15L ^ 31L * names.hashCode();
  }

  private static <E extends Enum<E>> Optional<E> first(
      Class<E> type, List<String> words, List<String> more) {
    return SceneWords.all(type, words).stream()
        .findFirst()
        .or(() -> SceneWords.all(type, more).stream().findFirst());
  }

  private static Weather usual(long seed) {
    return (seed >>> 7) % 3 == 0 ? Weather.CLOUDS : Weather.CLEAR;
  }

  private static Time hour(long seed) {
    Time[] often = {Time.DAY, Time.DUSK, Time.DAY, Time.DAWN};
    return often[(int) ((seed >>> 17) & 3)];
  }

  boolean at(Place place) {
    return places.contains(place);
  }

  boolean has(Subject subject) {
    return subjects.contains(subject);
  }
}
