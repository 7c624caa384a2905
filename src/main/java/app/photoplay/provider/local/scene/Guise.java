package app.photoplay.provider.local.scene;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What words tell of how somebody looks.
///
/// @param fur the colour of an animal
/// @param woman whether the first person is one
/// @param old whether that person's hair is grey
record Guise(int fur, boolean woman, boolean old) {
  private static final int USUAL_FUR = 0x8A6444;
  private static final Map<Integer, List<String>> FURS =
      Map.of(
          0xD0662C, List.of("fox"),
          0x7A8088, List.of("wolf", "donkey"),
          0xE8E4DA, List.of("sheep", "unicorn", "goat", "lamb"),
          0xC89A62, List.of("camel", "pony", "lion"),
          0xA8703E, List.of("deer", "elk", "moose", "cheval", "pferd"),
          0x55453C, List.of("cow", "bear", "caballo"),
          0x8C8680, List.of("cat", "kitten", "katze", "gato", "chat"));
  private static final Set<String> WOMEN =
      Set.of(
          "woman",
          "women",
          "grandmother",
          "grandma",
          "mother",
          "mum",
          "mom",
          "queen",
          "princess",
          "witch",
          "girl",
          "sister",
          "aunt",
          "wife",
          "daughter",
          "lady",
          "she",
          "her",
          "frau",
          "oma",
          "mutter",
          "mädchen",
          "mujer",
          "abuela",
          "niña",
          "femme",
          "grand-mère",
          "fille");
  private static final Set<String> OLD =
      Set.of(
          "grandmother",
          "grandma",
          "grandfather",
          "grandpa",
          "old",
          "elderly",
          "oma",
          "opa",
          "alt",
          "alte",
          "alter",
          "abuela",
          "abuelo",
          "vieja",
          "viejo",
          "vieux",
          "vieille");

  static Guise of(List<String> words) {
    List<String> each =
        words.stream().map(word -> word.replaceAll("(?<=\\p{L}{3})s$", "")).toList();
    int fur =
        each.stream()
            .flatMap(word ->
                FURS.entrySet().stream()
                    .filter(it -> it.getValue().contains(word))
                    .map(Map.Entry::getKey))
            .findFirst()
            .orElse(USUAL_FUR);
    return new Guise(
        fur, each.stream().anyMatch(WOMEN::contains), each.stream().anyMatch(OLD::contains));
  }
}
