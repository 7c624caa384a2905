package app.photoplay.provider.text;

import java.util.regex.Pattern;

/// Says what is to be seen in a way that the rules of providers rather allow: what is meant stays,
/// what is cruel, bare or frightening about it goes. Only English words are known; in other
/// languages nothing but the first sentence changes.
public final class SofterWords {
  private static final String CALM = "A calm scene that is suitable for everybody. ";

  private static final String CALMEST =
      "A peaceful picture for a family audience: nothing in it is violent, frightening or revealing,"
          + " and nobody is hurt. ";

  private static final Pattern CRUEL =
      words(
          "blood-?soaked|bloody|bloodied|brutal(ly)?|violent(ly)?|gory|gruesome|horrific|horrifying"
              + "|terrifying|savage(ly)?|vicious(ly)?|murderous|deadly|lethal|mutilated|severed"
              + "|naked|nude|bare-?chested|sexy|seductive(ly)?|screaming|agonised|agonized");

  private static final Pattern HARMFUL =
      words(
          "blood|gore|corpses?|wounds?|guns?|pistols?|rifles?|knife|knives|swords?|bombs?"
              + "|explosions?|weapons?|killing|stabbing|shooting|murder");

  private SofterWords() {}

  /// The first way: calmer.
  public static String soft(String words) {
    return CALM + without(words, CRUEL);
  }

  /// The second way: nothing is left that could hurt anybody.
  public static String softest(String words) {
    return CALMEST + without(without(words, CRUEL), HARMFUL);
  }

  private static String without(String words, Pattern unwanted) {
    return unwanted.matcher(words).replaceAll("").replaceAll("\\s{2,}", " ").strip();
  }

  private static Pattern words(String alternatives) {
    // the comma of an enumeration goes with its word
    return Pattern.compile("\\b(" + alternatives + ")\\b,?", Pattern.CASE_INSENSITIVE);
  }
}
