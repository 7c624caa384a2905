package app.photoplay.media.caption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CuesTest {
  private static final LineMeasure PHONE = new LineMeasure(WritingSystem::weight, 26);

  /// Words at a speed, with the pauses of a voice behind clauses and sentences.
  private static List<TimedWord> spoken(String text, double lettersPerSecond) {
    List<TimedWord> words = new ArrayList<>();
    double at = 150;
    for (String word : text.split(" ", -1)) {
      double end = at + WritingSystem.weight(word) * 1000 / lettersPerSecond;
      words.add(
          new TimedWord(
              word, Duration.ofMillis(Math.round(at)), Duration.ofMillis(Math.round(end))));
      at =
          end
              + switch (WritingSystem.ending(word)) {
                case NONE -> 0;
                case CLAUSE -> 150;
                case SENTENCE -> 400;
              };
    }
    return words;
  }

  private static List<Cue> cues(String text) {
    return Cues.of(spoken(text, 15), Locale.ENGLISH, LineMeasure.LETTERS);
  }

  private static String text(Cue cue) {
    return String.join(" ", cue.lines());
  }

  @Test
  void nothingSaidIsNoCaption() {
    assertThat(Cues.of(List.of(), Locale.ENGLISH, LineMeasure.LETTERS)).isEmpty();
  }

  @Test
  void eachSentenceHasItsOwnCaption() {
    assertThat(cues("The rain has stopped at last. We can go out to the garden now."))
        .extracting(CuesTest::text)
        .containsExactly("The rain has stopped at last.", "We can go out to the garden now.");
  }

  @Test
  void aWordIsNotLeftAlone() {
    assertThat(cues("Hello! I was a photo a moment ago."))
        .extracting(CuesTest::text)
        .containsExactly("Hello! I was a photo a moment ago.");
  }

  @Test
  void aLongSentenceIsCutBehindItsClauses() {
    List<Cue> cues =
        cues(
            "When the last of the guests had gone, my grandmother sat down beside the window,"
                + " looked out over the dark garden for a long while, and began to sing.");

    assertThat(cues)
        .hasSizeGreaterThan(1)
        .extracting(CuesTest::text)
        .allSatisfy(it -> assertThat(it).matches(".*[,.]"));
  }

  @Test
  void noWordIsLostOrSaidTwice() {
    String text =
        "This sentence has no comma and no end and goes on and on for as long as anybody can read"
            + " it and then somewhat longer than that because nobody ever stops it";

    for (LineMeasure measure : List.of(PHONE, LineMeasure.LETTERS)) {
      List<Cue> cues = Cues.of(spoken(text, 15), Locale.ENGLISH, measure);
      assertThat(String.join(" ", cues.stream().map(CuesTest::text).toList())).isEqualTo(text);
      assertThat(cues)
          .allSatisfy(cue -> {
            assertThat(cue.lines()).hasSizeLessThanOrEqualTo(2);
            assertThat(cue.lines())
                .allSatisfy(
                    line -> assertThat((double) line.length()).isLessThan(measure.most() + 1));
          });
    }
  }

  @Test
  void captionsFollowEachOtherWithAGapAndNeverTogether() {
    List<Cue> cues =
        cues("One is here. Two is there. And three is somewhere else, far away. Four ends it.");

    for (int i = 1; i < cues.size(); i++) {
      Duration gap = cues.get(i).start().minus(cues.get(i - 1).end());
      assertThat(gap).isGreaterThanOrEqualTo(Duration.ofMillis(80));
    }
  }

  @Test
  void aCaptionStaysUntilItIsRead() {
    List<TimedWord> fast = spoken("Unbelievably quick words come here.", 40);

    Cue cue = Cues.of(fast, Locale.ENGLISH, LineMeasure.LETTERS).getFirst();

    // 35 letters at 17 a second take 2.06 s, but a second after the last word it ends.
    Duration said = fast.getLast().end();
    assertThat(cue.end()).isEqualTo(said.plusSeconds(1));
    assertThat(Cues.of(spoken("Yes.", 15), Locale.ENGLISH, PHONE).getFirst())
        .satisfies(it -> assertThat(it.end().minus(it.start())).isEqualTo(Duration.ofSeconds(1)));
  }

  @Test
  void aShortSilenceDoesNotLetItFlicker() {
    List<Cue> cues = cues("The rain has stopped at last. We can go out to the garden now.");

    assertThat(cues.get(1).start().minus(cues.get(0).end())).isEqualTo(Duration.ofMillis(80));
  }

  @Test
  void longSilenceEndsACaption() {
    List<TimedWord> words =
        List.of(
            new TimedWord("and", Duration.ZERO, Duration.ofMillis(1200)),
            new TimedWord("then", Duration.ofSeconds(4), Duration.ofMillis(5200)));

    assertThat(Cues.of(words, Locale.ENGLISH, LineMeasure.LETTERS))
        .extracting(CuesTest::text)
        .containsExactly("and", "then");
  }

  @Test
  void wordsOfScriptsWithoutSpacesStandTogether() {
    List<TimedWord> words = spoken("我们 在 2026 年 见面 ， 用 Photoplay 说话。", 15);

    assertThat(Cues.of(words, Locale.CHINESE, LineMeasure.LETTERS))
        .extracting(CuesTest::text)
        .containsExactly("我们在2026年见面，用 Photoplay 说话。");
  }
}
