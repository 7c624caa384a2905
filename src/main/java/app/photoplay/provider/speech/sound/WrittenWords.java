package app.photoplay.provider.speech.sound;

import app.photoplay.provider.speech.SpeechTimings.Phone;
import app.photoplay.provider.speech.SpeechTimings.Word;
import app.photoplay.provider.speech.reading.Reading;
import app.photoplay.provider.speech.reading.Reading.Piece;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// Gives each word, as people wrote it, the time in which a voice spoke it.
///
/// A voice is given other words than were written (`$3.50` is one word of the script and six of the
/// voice) and cuts them its own way, so both sides are compared by their letters and digits alone.
public final class WrittenWords {
  /// A written word is looked for this many letters ahead, when a voice has read more than was
  /// written.
  private static final int AHEAD = 40;

  private final String read;

  /// When each letter that was read begins and ends.
  private final List<double[]> times = new ArrayList<>();

  private WrittenWords(List<Word> spoken) {
    StringBuilder letters = new StringBuilder();
    for (Word word : spoken) {
      String key = letters(word.text());
      double length = (word.endMillis() - word.startMillis()) / key.length();
      for (int i = 0; i < key.length(); i++) {
        double start = word.startMillis() + length * i;
        times.add(new double[] {start, start + length});
      }
      letters.append(key);
    }
    this.read = letters.toString();
  }

  /// Times the words of a script that was read as it stands.
  ///
  /// @param spoken what the voice read, in order
  public static List<Word> timed(String script, List<Word> spoken) {
    return new WrittenWords(spoken).timed(asWritten(script), UnaryOperator.identity());
  }

  /// Times the words of a script.
  ///
  /// @param reading the script and what was said for it
  /// @param spoken what the voice read, in order
  /// @param cleaned what the voice is given of some spoken words
  public static List<Word> timed(
      Reading reading, List<Word> spoken, UnaryOperator<String> cleaned) {
    return new WrittenWords(spoken).timed(split(reading), cleaned);
  }

  private WrittenWords(Reading script, List<Phone> phones) {
    this.read = letters(script.spoken());
    List<Phone> spoken =
        phones.stream().filter(it -> !it.symbol().equals(HeardPhones.PAUSE)).toList();
    double millis = spoken.stream().mapToDouble(it -> it.endMillis() - it.startMillis()).sum();
    double letter = millis / Math.max(1, read.length());
    for (int i = 0; i < read.length(); i++) {
      times.add(new double[] {at(spoken, letter * (i + 0.01)), at(spoken, letter * (i + 0.99))});
    }
  }

  /// When so much has been spoken.
  private static double at(List<Phone> spoken, double millis) {
    double left = millis;
    for (Phone phone : spoken) {
      double length = phone.endMillis() - phone.startMillis();
      if (left <= length) {
        return phone.startMillis() + left;
      }
      left -= length;
    }
    return spoken.isEmpty() ? 0 : spoken.getLast().endMillis();
  }

  /// Times the words of a script by the letters that are said for them alone, as if each took equally long and nobody
  /// made a pause but where one is heard: right within half a second.
  public static List<Word> guessed(Reading script, List<Phone> phones) {
    return new WrittenWords(script, phones).timed(split(script), UnaryOperator.identity());
  }

  private List<Word> timed(List<Piece> script, UnaryOperator<String> cleaned) {
    List<Word> words = new ArrayList<>();
    StringBuilder unspoken = new StringBuilder();
    int at = 0;
    for (Piece piece : script) {
      String written = piece.written();
      String key = letters(cleaned.apply(piece.spoken()));
      int from = key.isEmpty() ? -1 : read.indexOf(key, at, Math.min(at + AHEAD, read.length()));
      if (from < 0 && !key.isEmpty() && read.startsWith(key, at)) {
        from = at; // longer than the look ahead
      }
      if (from >= 0) {
        at = from + key.length();
        words.add(new Word(unspoken + written, times.get(from)[0], times.get(at - 1)[1]));
        unspoken.setLength(0);
      } else if (words.isEmpty()) {
        unspoken.append(written).append(' ');
      } else {
        Word last = words.removeLast();
        words.add(new Word(last.text() + " " + written, last.startMillis(), last.endMillis()));
      }
    }
    return words;
  }

  private static List<Piece> asWritten(String script) {
    return split(script).stream().map(word -> new Piece(word, word)).toList();
  }

  /// Words as they were written, with what was said for each; one that is said as it stands may be
  /// several in a script without spaces.
  private static List<Piece> split(Reading reading) {
    List<Piece> words = new ArrayList<>();
    for (List<Piece> run : reading.runs()) {
      Piece whole = Reading.joined(run);
      if (whole.written().codePoints().noneMatch(WrittenWords::isWithoutSpaces)) {
        words.add(new Piece(whole.written().strip(), whole.spoken()));
      } else {
        words.addAll(splitRun(run));
      }
    }
    return words;
  }

  private static List<Piece> splitRun(List<Piece> run) {
    List<Piece> words = new ArrayList<>();
    for (Piece piece : run) {
      if (letters(piece.spoken()).isEmpty() && !words.isEmpty()) {
        Piece last = words.removeLast();
        words.add(new Piece(last.written() + piece.written(), last.spoken()));
      } else if (piece.written().equals(piece.spoken())) {
        words.addAll(asWritten(piece.written()));
      } else {
        words.add(piece);
      }
    }
    return words;
  }

  /// At white space, and where a script without spaces ends a word.
  private static List<String> split(String script) {
    List<String> words = new ArrayList<>();
    for (String run : script.strip().split("[\\s\\p{Z}\\p{Cc}]+", -1)) {
      if (run.codePoints().noneMatch(WrittenWords::isWithoutSpaces)) {
        words.add(run);
        continue;
      }
      BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
      breaks.setText(run);
      int from = breaks.first();
      for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
        String piece = run.substring(from, to);
        if (letters(piece).isEmpty() && from > 0) {
          words.add(words.removeLast() + piece);
        } else {
          words.add(piece);
        }
      }
    }
    words.removeIf(String::isEmpty);
    return words;
  }

  private static boolean isWithoutSpaces(int character) {
    return switch (UScript.getScript(character)) {
      case UScript.HAN,
          UScript.HIRAGANA,
          UScript.KATAKANA,
          UScript.THAI,
          UScript.LAO,
          UScript.KHMER,
          UScript.MYANMAR ->
          true;
      default -> false;
    };
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
