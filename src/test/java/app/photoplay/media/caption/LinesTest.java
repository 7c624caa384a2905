package app.photoplay.media.caption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinesTest {
  private static List<String> lines(String text, double most) {
    Set<Integer> starts = new HashSet<>();
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i - 1) == ' ' || text.charAt(i - 1) > 0x2E80) {
        starts.add(i);
      }
    }
    LineMeasure letters = new LineMeasure(WritingSystem::weight, most);
    return new Lines(Locale.ENGLISH, letters).of(text, starts, 3).orElseThrow();
  }

  @Test
  void keepsOnOneLineWhatFitsThere() {
    assertThat(lines("All is well.", 42)).containsExactly("All is well.");
  }

  @Test
  void makesLinesEvenInsteadOfFillingTheFirst() {
    assertThat(lines("The photo of my grandmother speaks to all of us", 42))
        .containsExactly("The photo of my grandmother", "speaks to all of us");
  }

  @Test
  void prefersToBreakBehindAClause() {
    assertThat(lines("When the rain stops, we all go out again", 30))
        .containsExactly("When the rain stops,", "we all go out again");
  }

  @Test
  void usesAThirdLineOnlyWhenTwoCannotHoldIt() {
    String text = "one two three four five six seven eight nine ten";

    assertThat(lines(text, 26)).hasSize(2);
    assertThat(lines(text, 20)).hasSize(3).allSatisfy(it -> assertThat(it.length()).isLessThan(21));
    assertThat(
            new Lines(Locale.ENGLISH, new LineMeasure(WritingSystem::weight, 12))
                .of(text, Set.of(), 3))
        .isEmpty();
  }

  @Test
  void breaksBetweenIdeographsButNeverBeforeTheirPunctuation() {
    assertThat(lines("今天天气很好，我们去公园散步吧。", 18)).containsExactly("今天天气很好，", "我们去公园散步吧。");
    assertThat(lines("一二三四五六。", 12)).allSatisfy(it -> assertThat(it).doesNotStartWith("。"));
  }

  @Test
  void cutsAWordThatIsLongerThanALine() {
    assertThat(lines("Donaudampfschifffahrt", 11))
        .hasSize(2)
        .allSatisfy(it -> assertThat(it.length()).isBetween(10, 11));
  }

  @Test
  void doesNotPartASignFromItsFrenchWord() {
    assertThat(lines("Quelle belle journée pour nous !", 30).getLast()).endsWith("nous !");
  }
}
