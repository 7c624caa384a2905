package app.photoplay.provider.local.scene;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The table of words that mean something in a prompt.
final class SceneWords {
  private static final Map<String, Set<String>> TABLE = load();

  /// What the words name a thing that is only usually found there.
  private static final Map<SceneIdea.Place, Set<String>> IMPLIED =
      Map.of(
          SceneIdea.Place.SEA, Set.of("ship", "boat", "sail", "sailboat"),
          SceneIdea.Place.ROOM, Set.of("cat", "window", "fireplace", "desk", "inside"),
          SceneIdea.Place.FOREST,
              Set.of("deer", "fox", "wolf", "bear", "owl", "camp", "campfire", "tent", "tree"),
          SceneIdea.Place.FIELD, Set.of("horse", "cow", "sheep", "flower", "balloon", "grass"),
          SceneIdea.Place.VILLAGE,
              Set.of("house", "home", "castle", "wizard", "king", "queen", "knight", "princess"),
          SceneIdea.Place.SKY, Set.of("cloud", "fly", "flying", "dragon", "sky", "kite"),
          SceneIdea.Place.SPACE, Set.of("astronaut", "rocket", "planet", "alien"),
          SceneIdea.Place.CITY, Set.of("robot", "tower", "building"),
          SceneIdea.Place.ROAD,
              Set.of("car", "truck", "drive", "driving", "bus", "bicycle", "bike", "journey"),
          SceneIdea.Place.MOUNTAIN, Set.of("hiker", "climber", "climb"));

  private static final String LOOK = "look.";

  /// Words of any prompt, in every language of the table.
  private static final Set<String> LITTLE =
      Set.copyOf(
          List.of(
              ("the and with from into onto over under near next beside behind before above below"
                      + " along across through around between inside outside out for its his her their our"
                      + " your that this these those which who where when while there here some any all"
                      + " two three very are was has have being seen view shot scene video clip picture show"
                      + " der die das dem den des ein eine einem einen einer und mit von vom zum zur über"
                      + " unter neben hinter vor bei beim auf aus für ist sind wie"
                      + " los las una unos unas con del por para sobre bajo entre desde junto"
                      + " les une des avec dans sur sous près par pour aux"
                      + " uma dos das pelo pela sem até seu sua"
                      + " над под для при перед между рядом возле около через вдоль среди как это его"
                      + " один одна одно два две три где"
                      + " में पर पास नीचे ऊपर और एक वाला वाली वाले साथ बीच हुआ हुई हुए रहा रही रहे हैं"
                      + " على إلى تحت فوق بين عند قرب بجانب أمام خلف هذا هذه التي الذي"
                      + " 的 里 在 下 上 中 和 与 有 着 了 是 旁 边 前 后 从 到 一个 一只 一座 一条 一艘 一片"
                      + " 两个 三个 这 那 里面 旁边 上面 下面 时候")
                  .split(" ", -1)));

  /// Chinese puts no spaces between words: the longest known word at each place is one.
  private static final Pattern CHINESE =
      Pattern.compile(
          Stream.concat(TABLE.values().stream().flatMap(Set::stream), LITTLE.stream())
              .filter(SceneWords::isChinese)
              .distinct()
              .sorted(Comparator.comparingInt(String::length).reversed())
              .collect(Collectors.joining("|")));

  /// Arabic writes the article, “and”, “in” and “to” as one with the word.
  private static final Pattern ARABIC_START = Pattern.compile("^(?:[وف]?[بك]?ال|و?لل|[وفبل])");

  private SceneWords() {}

  /// Lower-case words.
  static List<String> split(String text) {
    String plain =
        composed(text.toLowerCase(Locale.ROOT)).replaceAll("[\\u064B-\\u0652\\u0640]", "");
    return Arrays.stream(plain.split("[^\\p{L}\\p{M}\\p{N}-]+"))
        .filter(Predicate.not(String::isEmpty))
        .flatMap(piece -> isChinese(piece) ? chinese(piece).stream() : Stream.of(piece))
        .toList();
  }

  /// The known words of a run of characters, and what is between them.
  private static List<String> chinese(String run) {
    List<String> words = new ArrayList<>();
    Matcher matcher = CHINESE.matcher(run);
    int end = 0;
    while (matcher.find()) {
      words.add(run.substring(end, matcher.start()));
      words.add(matcher.group());
      end = matcher.end();
    }
    words.add(run.substring(end));
    words.removeIf(String::isEmpty);
    return words;
  }

  private static boolean isChinese(String word) {
    return word.codePoints().anyMatch(Character::isIdeographic);
  }

  /// One spelling of letters that can be written as one sign or as two.
  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /// Whether any word of a text names something that can be seen, and not only how.
  static boolean anyIn(String text) {
    return split(text).stream()
        .flatMap(word -> known(word).stream())
        .anyMatch(word ->
            TABLE.entrySet().stream()
                .anyMatch(it -> !it.getKey().startsWith(LOOK) && it.getValue().contains(word)));
  }

  /// The words that say nothing to us, each once; little words that name nothing are none of them.
  static List<String> unknown(String text) {
    return split(text).stream()
        .filter(word ->
            word.length() > (isChinese(word) ? 1 : 2) && !LITTLE.contains(word) && !anyIn(word))
        .distinct()
        .toList();
  }

  /// The words that name any member of an enum.
  static <E extends Enum<E>> List<String> naming(Class<E> type, List<String> words) {
    return words.stream().filter(word -> !all(type, List.of(word)).isEmpty()).toList();
  }

  /// The members of an enum that words name, in the order of the words.
  static <E extends Enum<E>> List<E> all(Class<E> type, List<String> words) {
    Set<E> found = new LinkedHashSet<>();
    for (String word : words) {
      List<String> known = known(word);
      for (E member : type.getEnumConstants()) {
        Set<String> names = TABLE.getOrDefault(key(member), Set.of());
        if (known.stream().anyMatch(names::contains)) {
          found.add(member);
        }
      }
    }
    return new ArrayList<>(found);
  }

  /// Whether no word names the place itself.
  static boolean isOnlyImplied(SceneIdea.Place place, List<String> words) {
    Set<String> implied = IMPLIED.getOrDefault(place, Set.of());
    Set<String> names = new HashSet<>(TABLE.getOrDefault(key(place), Set.of()));
    names.removeAll(implied);
    names.removeAll(
        TABLE.getOrDefault("implied." + place.name().toLowerCase(Locale.ROOT), Set.of()));
    return words.stream().flatMap(word -> known(word).stream()).noneMatch(names::contains);
  }

  private static String key(Enum<?> member) {
    return (member.getDeclaringClass().getSimpleName() + "." + member.name())
        .toLowerCase(Locale.ROOT);
  }

  /// The word itself where the table has it, else what it may be the plural of: "mars" is no sea.
  private static List<String> known(String word) {
    boolean listed = TABLE.values().stream().anyMatch(names -> names.contains(word));
    return listed ? List.of(word) : forms(word);
  }

  private static List<String> forms(String word) {
    List<String> forms = new ArrayList<>(List.of(word));
    if (word.endsWith("ies")) {
      forms.add(word.substring(0, word.length() - 3) + "y");
    }
    if (word.endsWith("ves")) {
      forms.add(word.substring(0, word.length() - 3) + "f");
    }
    if (word.endsWith("es")) {
      forms.add(word.substring(0, word.length() - 2));
    }
    if (word.endsWith("s")) {
      forms.add(word.substring(0, word.length() - 1));
    }
    Matcher start = ARABIC_START.matcher(word);
    if (start.find()) {
      forms.add(word.substring(start.end()));
    }
    return forms;
  }

  private static Map<String, Set<String>> load() {
    Properties table = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(SceneWords.class.getResourceAsStream("/scene/words.properties")),
            StandardCharsets.UTF_8)) {
      table.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table.stringPropertyNames().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                key -> key,
                key -> Set.copyOf(List.of(composed(table.getProperty(key)).split(" ", -1)))));
  }
}
