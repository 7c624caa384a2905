package app.photoplay.provider.speech.sound;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.speech.SpeechTimings.Phone;
import app.photoplay.provider.speech.SpeechTimings.Word;
import app.photoplay.provider.speech.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class WrittenWordsTest {
  @Test
  void keepsSignsWithTheWordsTheyTouch() {
    List<Word> read = List.of(new Word("Hello", 0, 400), new Word("you", 500, 800));

    assertThat(WrittenWords.timed("“Hello,\nyou!”", read))
        .containsExactly(new Word("“Hello,", 0, 400), new Word("you!”", 500, 800));
  }

  @Test
  void givesOneWrittenWordTheTimeOfAllThatItIsReadAs() {
    List<Word> read = List.of(new Word("3", 0, 400), new Word("50", 500, 800));

    assertThat(WrittenWords.timed("$3.50", read)).containsExactly(new Word("$3.50", 0, 800));
  }

  @Test
  void givesAnAmountTheTimeOfAllItsSpokenWords() {
    String script = "It costs $1,299.99, 10 km 🎉 away.";
    Reading reading = Reading.of(script, "en");
    List<Word> read = spokenOneWordASecond(reading.spoken());

    List<Word> timed = WrittenWords.timed(reading, read, UnaryOperator.identity());

    assertThat(timed)
        .containsExactly(
            new Word("It", 0, 1000),
            new Word("costs", 1000, 2000),
            new Word("$1,299.99,", 2000, 11_000),
            new Word("10 km 🎉", 11_000, 13_000),
            new Word("away.", 13_000, 14_000));
  }

  @Test
  void timesNumbersInAScriptWithoutSpaces() {
    Reading reading = Reading.of("我今年25岁，你好。", "zh");
    List<Word> read = List.of(new Word(reading.spoken(), 0, 700));

    List<Word> timed = WrittenWords.timed(reading, read, UnaryOperator.identity());

    assertThat(timed).extracting(Word::text).containsExactly("我", "今年", "25", "岁，", "你好。");
  }

  private static List<Word> spokenOneWordASecond(String spoken) {
    List<Word> read = new ArrayList<>();
    for (String word : spoken.split(" ", -1)) {
      read.add(new Word(word, read.size() * 1000.0, read.size() * 1000.0 + 1000));
    }
    return read;
  }

  @Test
  void keepsWhatIsNotSpokenWithTheWordBeforeIt() {
    List<Word> read = List.of(new Word("Hi", 0, 400), new Word("you", 500, 800));

    assertThat(WrittenWords.timed("🎉 Hi 👋 – you", read))
        .containsExactly(new Word("🎉 Hi 👋 –", 0, 400), new Word("you", 500, 800));
  }

  @Test
  void findsTheWayBackAfterWordsThatNobodyWrote() {
    List<Word> read =
        List.of(
            new Word("It", 0, 100), new Word("is by the way", 100, 300), new Word("so", 300, 400));

    assertThat(WrittenWords.timed("It so", read))
        .containsExactly(new Word("It", 0, 100), new Word("so", 300, 400));
  }

  @Test
  void cutsAtDictionaryWordsWhereNoSpacesAreWritten() {
    List<Word> read = List.of(new Word("你好", 0, 400), new Word("世界", 500, 900));

    assertThat(WrittenWords.timed("你好，世界。", read))
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

    List<Word> words = WrittenWords.guessed(Reading.of("Good days!", "en"), heard);

    assertThat(words).extracting(Word::text).containsExactly("Good", "days!");
    assertThat(words.getFirst().startMillis()).isBetween(100.0, 110.0);
    assertThat(words.getFirst().endMillis()).isBetween(490.0, 500.0);
    assertThat(words.getLast().startMillis()).isBetween(900.0, 910.0);
    assertThat(words.getLast().endMillis()).isBetween(1290.0, 1300.0);
  }

  @Test
  void guessesThatAnAmountTakesAsLongAsItsWords() {
    List<Phone> heard = List.of(new Phone("a", 0, 7000));

    List<Word> words = WrittenWords.guessed(Reading.of("Pay $1,299.99 now", "en"), heard);

    assertThat(words).extracting(Word::text).containsExactly("Pay", "$1,299.99", "now");
    assertThat(words.get(1).endMillis() - words.get(1).startMillis()).isGreaterThan(6000);
  }

  @Test
  void guessesNothingWhereNothingIsHeard() {
    assertThat(WrittenWords.guessed(Reading.of("Hi", "en"), List.of(new Phone("_", 0, 100))))
        .containsExactly(new Word("Hi", 0, 0));
  }
}
