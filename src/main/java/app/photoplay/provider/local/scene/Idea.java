package app.photoplay.provider.local.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// An idea taken apart so far that its words can be put into other sentences.
///
/// @param whole the idea without its end mark, ready to stand inside a sentence
/// @param subject who or what it is about, as known by now: "the fox", "my sister"
/// @param sentence whether it says what somebody does, and does not only name something
record Idea(String whole, String subject, boolean sentence) {
  private static final Pattern OPENING =
      Pattern.compile(
          "^(please )?(make |create |tell |show )?(me )?((a|an|the) )?"
              + "((short|little) )?(film|movie|video|story|tale|clip) (about|of) ",
          Pattern.CASE_INSENSITIVE);
  private static final List<Middle> MIDDLE =
      List.of(
          new Middle("At first, everything around {subject} is quiet.", "At first, all is quiet."),
          new Middle("Then something changes for {subject}.", "Then something changes."),
          new Middle("Step by step, {subject} must find a way.", "There must be a way."),
          new Middle("For a moment it seems that all is lost.", "All seems lost."),
          new Middle("But there is more to {subject} than anybody thought.", "But there is hope."),
          new Middle("Everything has led to this moment.", "And now is the moment."));
  private static final String SHORT_END = "And so it ends.";

  /// Where what comes next may be left out.
  private static final Pattern AFTERTHOUGHT =
      Pattern.compile(
          "[,;:]\\s|\\s(?=(?:who|that|which|where|when|while|because|until|and\\s[a-z]{2,}s)\\s)");

  private static final Set<String> DEPENDS =
      Set.of(
          "when",
          "whenever",
          "while",
          "if",
          "after",
          "before",
          "as",
          "because",
          "although",
          "though",
          "since",
          "until",
          "once",
          "where",
          "what",
          "whatever");

  private static final Set<String> PRONOUNS = Set.of("i", "we", "he", "she", "they", "it", "you");
  private static final Set<String> ENDS_SUBJECT =
      Set.of(
          "who", "that", "which", "where", "when", "while", "at", "in", "on", "by", "with", "from",
          "under", "over", "through", "into", "near", "during", "across", "for", "to", "without");
  private static final Set<String> PLURAL = Set.of("two", "three", "four", "five", "some", "many");
  private static final Set<String> OBJECT =
      Set.of(
          "a", "an", "the", "his", "her", "its", "their", "my", "our", "your", "him", "them", "it",
          "me", "us");
  private static final Set<String> VERBS =
      Set.of(
          """
          is are was were has have walks walk finds find learns learn runs run flies fly meets \
          meet dreams discovers discover goes go lives live loses lose saves save builds build \
          travels travel wakes wake sees see wants want tries try becomes become gets get \
          takes take makes make comes come leaves leave looks look sails crosses cross climbs \
          climb falls fall fights fight waits wait returns return sings sing dances dance \
          plays play swims swim searches search opens grows grow helps help rides ride sits \
          sit watches watch follows follow escapes escape explores explore drives hides hide \
          visits visit brings bring rises rise loves shines\
          """
              .split(" ", -1));

  /// Whether it is a request rather than a story: "Make a film about a fox".
  static boolean asks(String written) {
    return OPENING.matcher(written).find();
  }

  /// Reads an idea in English.
  static Idea of(String written) {
    String whole =
        OPENING
            .matcher(written.strip().replaceAll("\\s+", " "))
            .replaceFirst("")
            // what follows the first sentence cannot stand inside another
            .replaceFirst("(?<=[\\p{L}]{2}[.!?…]) \\p{Lu}.*$", "")
            .replaceAll("[.!?…\\s]+$", "");
    List<String> words = List.of(whole.split(" ", -1));
    int end = 1;
    boolean sentence = false;
    while (end < words.size()) {
      String word = words.get(end).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}']", "");
      sentence = VERBS.contains(word) || isVerb(words, end, word);
      if (sentence || ENDS_SUBJECT.contains(word) || words.get(end - 1).matches(".*[,:;]")) {
        break;
      }
      end++;
    }
    String subject = String.join(" ", words.subList(0, end)).replaceAll("[,:;]$", "");
    return new Idea(inside(whole), known(inside(subject)), sentence);
  }

  /// A sentence in the middle of a tale.
  private record Middle(String words, String brief) {}

  /// A beginning, a middle and an end in the idea's own words, each a sentence or nothing.
  List<Beat> tale(int count) {
    List<Beat> told = new ArrayList<>();
    for (int scene = 0; scene < count; scene++) {
      told.add(
          scene == 0 ? beginning() : scene == count - 1 ? end() : middle(scene - 1, count - 2));
    }
    return told;
  }

  /// A sentence to begin with; the idea alone where there is no time for more.
  Beat beginning() {
    return Beat.told(
        whole,
        "It begins " + (sentence ? "when " : "with ") + whole + ".",
        capitalised(whole) + ".");
  }

  private Beat end() {
    String said = (sentence ? "And that is how " : "And that was the story of ") + whole + ".";
    return Beat.told(whole, said, SHORT_END);
  }

  /// The pattern's ends are kept whatever lies between them, and no sentence is told twice.
  private Beat middle(int scene, int count) {
    int at = count == 1 ? 1 : scene * MIDDLE.size() / count;
    boolean repeated = scene > 0 && at == (scene - 1) * MIDDLE.size() / count;
    return repeated
        ? Beat.told(whole, "", "")
        : Beat.told(
            whole, MIDDLE.get(at).words().replace("{subject}", subject), MIDDLE.get(at).brief());
  }

  /// An English sentence without what it says besides; empty when nobody can tell.
  static Optional<String> withoutAfterthought(String sentence) {
    Matcher besides = AFTERTHOUGHT.matcher(sentence);
    if (!besides.find()) {
      return Optional.empty();
    }
    String clause = sentence.substring(0, besides.start());
    List<String> words =
        Arrays.stream(clause.split(" ", -1))
            .map(it -> it.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}']", ""))
            .toList();
    boolean verb =
        IntStream.range(1, words.size())
            .anyMatch(i -> VERBS.contains(words.get(i)) || isVerb(words, i, words.get(i)));
    // "she sees that" is no sentence, and neither is half of what is quoted
    boolean whole =
        !DEPENDS.contains(words.getFirst())
            && !VERBS.contains(words.getLast())
            && clause.codePoints().noneMatch(it -> "\"“”„«»".indexOf(it) >= 0);
    return verb && whole ? Optional.of(clause + ".") : Optional.empty();
  }

  /// Whether one does something to something: "a keeper befriends a storm".
  private static boolean isVerb(List<String> words, int at, String word) {
    return at > 1
        && at + 1 < words.size()
        && word.matches("[a-z]{3,}s")
        && !word.endsWith("ss")
        && !PLURAL.contains(words.getFirst().toLowerCase(Locale.ROOT))
        && OBJECT.contains(words.get(at + 1).toLowerCase(Locale.ROOT));
  }

  private static String capitalised(String text) {
    int first = text.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + text.substring(Character.charCount(first));
  }

  /// Small letters at the beginning, but not of a name.
  private static String inside(String text) {
    int space = text.indexOf(' ');
    String first = space < 0 ? text : text.substring(0, space);
    boolean common =
        Set.of("A", "An", "The", "My", "Our", "His", "Her", "Their", "Two", "Three", "One", "Some")
            .contains(first);
    return common ? first.toLowerCase(Locale.ROOT) + text.substring(first.length()) : text;
  }

  private static String known(String subject) {
    if (PRONOUNS.contains(subject.toLowerCase(Locale.ROOT))) {
      return "our hero";
    }
    return subject
        .replaceFirst("^(a|an|one|some) ", "the ")
        .replaceFirst("^(two|three) ", "the $1 ");
  }
}
