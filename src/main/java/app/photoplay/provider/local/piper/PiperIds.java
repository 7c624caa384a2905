package app.photoplay.provider.local.piper;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The phones of one sentence as a voice is given them: an id each, with a gap behind it.
final class PiperIds {
  private static final String PAD = "_";
  private static final String BEGIN = "^";
  private static final String END = "$";

  /// Sounds that are near enough where a voice has not learned the right one.
  private static final Map<Integer, String> NEAR =
      Map.ofEntries(
          near('ɡ', "g"),
          near('g', "ɡ"),
          near('ɹ', "r"),
          near('r', "ɹ"),
          near('ɾ', "ɹ"),
          near('ʁ', "r"),
          near('ɐ', "a"),
          near('ɑ', "a"),
          near('æ', "a"),
          near('ɒ', "ɔ"),
          near('ɔ', "o"),
          near('ɛ', "e"),
          near('ɪ', "i"),
          near('ʊ', "u"),
          near('ɜ', "ə"),
          near('ɚ', "ə"),
          near('ᵻ', "ɪ"),
          near('ə', "e"),
          near('ʌ', "a"),
          near('ŋ', "n"),
          near('ɲ', "n"),
          near('ʎ', "l"),
          near('ɫ', "l"),
          near('β', "b"),
          near('ʋ', "v"),
          near('ɕ', "ʃ"),
          near('ʂ', "ʃ"),
          near('ç', "h"),
          near('x', "h"));

  private final Map<String, Integer> known;
  private final List<Integer> ids = new ArrayList<>();

  /// What stands for each id; empty for gaps.
  private final List<String> symbols = new ArrayList<>();

  private final List<String> missing = new ArrayList<>();

  PiperIds(Map<String, Integer> known) {
    this.known = known;
    put(BEGIN, "");
  }

  /// Adds a clause.
  void add(Phonemizer.Clause clause) {
    // "(en)" says that another language begins
    String phones =
        Normalizer.normalize(clause.phones().replaceAll("\\([a-z-]+\\)", ""), Normalizer.Form.NFD);
    phones.strip().codePoints().forEach(this::add);
    if (!clause.sign().isEmpty() && known.containsKey(clause.sign())) {
      put(clause.sign(), clause.sign());
      if (!clause.ends() && known.containsKey(" ")) {
        put(" ", " ");
      }
    }
  }

  private void add(int phone) {
    String symbol = Character.toString(phone);
    if (known.containsKey(symbol)) {
      put(symbol, symbol);
    } else if (Character.isLetter(phone) && Character.getType(phone) != Character.MODIFIER_LETTER) {
      String near = NEAR.getOrDefault(phone, "");
      if (known.containsKey(near)) {
        put(near, symbol);
      } else {
        missing.add(symbol);
      }
    }
  }

  private void put(String key, String symbol) {
    ids.add(known.getOrDefault(key, 0));
    symbols.add(symbol);
    ids.add(known.getOrDefault(PAD, 0));
    symbols.add("");
  }

  /// Sounds that the voice has not learned, nor any near them.
  List<String> missing() {
    return missing;
  }

  /// The end comes without a gap behind it.
  int[] ids() {
    List<Integer> all = new ArrayList<>(ids);
    all.add(known.getOrDefault(END, 0));
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  /// What stands for each of [#ids()].
  List<String> symbols() {
    List<String> all = new ArrayList<>(symbols);
    all.add("");
    return all;
  }

  private static Map.Entry<Integer, String> near(char phone, String other) {
    return Map.entry((int) phone, other);
  }
}
