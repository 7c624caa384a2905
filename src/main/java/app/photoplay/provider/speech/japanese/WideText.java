package app.photoplay.provider.speech.japanese;

import java.text.Normalizer;

/// A text with plain letters for wide and narrow ones (NFKC), which still knows how each was
/// written.
final class WideText {
  /// One sign stands for at most so many.
  private static final int LONGEST = 18;

  private final String original;
  private final String plain;

  /// Where each letter of the plain text stands in what was written, and its end.
  private final int[] origins;

  private WideText(String original, String plain, int[] origins) {
    this.original = original;
    this.plain = plain;
    this.origins = origins;
  }

  String plain() {
    return plain;
  }

  static WideText of(String words) {
    StringBuilder plain = new StringBuilder();
    int[] origins = new int[words.length() * LONGEST + 1];
    for (int from = 0; from < words.length(); ) {
      int to = words.offsetByCodePoints(from, 1);
      while (to < words.length() && isMark(words.charAt(to))) {
        to++;
      }
      String letters = Normalizer.normalize(words.substring(from, to), Normalizer.Form.NFKC);
      for (int i = 0; i < letters.length(); i++) {
        origins[plain.length() + i] = i == 0 ? from : to;
      }
      plain.append(letters);
      from = to;
    }
    origins[plain.length()] = words.length();
    return new WideText(words, plain.toString(), origins);
  }

  /// The two marks that change the sound of a kana.
  private static boolean isMark(char sign) {
    return sign == '\u3099' || sign == '\u309A' || sign == '\uFF9E' || sign == '\uFF9F';
  }

  /// What was written for a part of the plain text.
  String written(int from, int to) {
    return original.substring(origins[from], Math.max(origins[from], origins[to]));
  }
}
