package app.photoplay.provider.local;

import java.util.HashMap;
import java.util.Map;

/// Mouth shapes for sounds in the International Phonetic Alphabet as espeak-ng names them: length,
/// stress and tones aside, a vowel or a consonant, or two of them in one.
final class IpaVisemes {
  private static final Map<Integer, Viseme> LETTERS = new HashMap<>();

  static {
    put("aɑɐæʌäá", Viseme.A);
    put("ɒɔ", new Viseme(0.78, -0.4, 0));
    put("eɛéœ", Viseme.E);
    put("øɘ", new Viseme(0.48, -0.5, 0));
    put("iɨɪ", Viseme.I);
    put("yʏ", new Viseme(0.26, -0.8, 0));
    put("oóɤ", Viseme.O);
    put("uʊʉɯwʍ", Viseme.U);
    put("əɜɚɝɵ", Viseme.SCHWA);
    put("ɹɻʁʀ", Viseme.R);
    put("ʃʒɕʑʂʐ", Viseme.SH);
    put("sztdnrɾlɖʈɳɽɭɫ", Viseme.TIP);
    put("jʎɲçʝ", new Viseme(0.26, 0.6, 0));
    put("θð", Viseme.TH);
    put("kgɡxɣhɦŋqχɢħʕʔcɟ", Viseme.BACK);
    put("fvʋ", Viseme.LIP_AND_TEETH);
    put("mbpɓβɸ", Viseme.LIPS);
  }

  private IpaVisemes() {}

  private static void put(String letters, Viseme viseme) {
    letters.codePoints().forEach(letter -> LETTERS.put(letter, viseme));
  }

  /// The mouth at the beginning of a sound.
  static Viseme of(String sound) {
    int[] letters = letters(sound);
    if (letters.length == 0) {
      return Viseme.MIDDLE;
    }
    Viseme first = viseme(letters[0]);
    // A stop that is let go into a hiss, such as ts and pf, is shaped by the lips that touch first.
    return letters.length > 1 && first.equals(Viseme.TIP) ? viseme(letters[1]) : first;
  }

  /// The mouth at the end of a sound, which only diphthongs and double consonants change.
  static Viseme atEnd(String sound) {
    int[] letters = letters(sound);
    return letters.length > 1 ? viseme(letters[letters.length - 1]) : of(sound);
  }

  private static Viseme viseme(int letter) {
    return LETTERS.getOrDefault(letter, Viseme.MIDDLE);
  }

  /// Without marks of length, stress and tone, raised letters, and accents.
  private static int[] letters(String sound) {
    return sound
        .codePoints()
        .filter(it -> Character.getType(it) == Character.LOWERCASE_LETTER)
        .toArray();
  }
}
