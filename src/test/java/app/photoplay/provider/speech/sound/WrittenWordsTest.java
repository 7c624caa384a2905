package app.photoplay.provider.speech.sound;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.speech.SpeechTimings.Phone;
import app.photoplay.provider.speech.SpeechTimings.Word;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class WrittenWordsTest {
  private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();

  @Test
  void keepsSignsWithTheWordsTheyTouch() {
    List<Word> read = List.of(new Word("Hello", 0, 400), new Word("you", 500, 800));

    assertThat(WrittenWords.timed("“Hello,\nyou!”", read, AS_IT_IS))
        .containsExactly(new Word("“Hello,", 0, 400), new Word("you!”", 500, 800));
  }

  @Test
  void givesOneWrittenWordTheTimeOfAllThatItIsReadAs() {
    List<Word> read = List.of(new Word("3", 0, 400), new Word("50", 500, 800));

    assertThat(WrittenWords.timed("$3.50", read, AS_IT_IS))
        .containsExactly(new Word("$3.50", 0, 800));
  }

  @Test
  void keepsWhatIsNotSpokenWithTheWordBeforeIt() {
    List<Word> read = List.of(new Word("Hi", 0, 400), new Word("you", 500, 800));

    assertThat(WrittenWords.timed("🎉 Hi 👋 – you", read, AS_IT_IS))
        .containsExactly(new Word("🎉 Hi 👋 –", 0, 400), new Word("you", 500, 800));
  }

  @Test
  void findsTheWayBackAfterWordsThatNobodyWrote() {
    List<Word> read =
        List.of(
            new Word("It", 0, 100), new Word("is by the way", 100, 300), new Word("so", 300, 400));

    assertThat(WrittenWords.timed("It so", read, AS_IT_IS))
        .containsExactly(new Word("It", 0, 100), new Word("so", 300, 400));
  }

  @Test
  void cutsAtDictionaryWordsWhereNoSpacesAreWritten() {
    List<Word> read = List.of(new Word("你好", 0, 400), new Word("世界", 500, 900));

    assertThat(WrittenWords.timed("你好，世界。", read, AS_IT_IS))
        .containsExactly(new Word("你好，", 0, 400), new Word("世界。", 500, 900));
  }

  @Test
  void guessesTimesWithinWhatIsSpoken() {
    List<Phone> heard =
        List.of(
            new Phone("_", 0, 100),
            new Phone("a", 100, 500),
            new Phone("_", 500, 900),
            new Phone("o", 900, 1300));

    List<Word> words = WrittenWords.guessed("Good days!", heard);

    assertThat(words).extracting(Word::text).containsExactly("Good", "days!");
    assertThat(words.getFirst().startMillis()).isBetween(100.0, 110.0);
    assertThat(words.getFirst().endMillis()).isBetween(490.0, 500.0);
    assertThat(words.getLast().startMillis()).isBetween(900.0, 910.0);
    assertThat(words.getLast().endMillis()).isBetween(1290.0, 1300.0);
  }

  @Test
  void guessesNothingWhereNothingIsHeard() {
    assertThat(WrittenWords.guessed("Hi", List.of(new Phone("_", 0, 100))))
        .containsExactly(new Word("Hi", 0, 0));
  }
}
