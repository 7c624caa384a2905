package app.photoplay.provider.speech.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a text is written in capitals for emphasis, so that they are words and no initials: at
/// least two words in a row, one of which is known for a word.
final class Shouting {
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}']*+");
  private final BitSet shouted = new BitSet();

  Shouting(String text, Capitals capitals) {
    List<int[]> run = new ArrayList<>();
    boolean known = false;
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group();
      if (word.length() > 1 && !Capitals.all(word)) {
        close(run, known);
        known = false;
        continue;
      }
      if (word.length() > 1) {
        run.add(new int[] {words.start(), words.end()});
        known |= capitals.isWord(word);
      }
    }
    close(run, known);
  }

  private void close(List<int[]> run, boolean known) {
    if (known && run.size() > 1) {
      run.forEach(word -> shouted.set(word[0], word[1]));
    }
    run.clear();
  }

  boolean at(int index) {
    return shouted.get(index);
  }
}
