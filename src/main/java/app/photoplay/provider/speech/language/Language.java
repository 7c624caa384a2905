package app.photoplay.provider.speech.language;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The languages that are told apart, by their ISO 639-1 code: those of a script that several
/// share.
///
/// @param longer ISO 639-3
/// @param letters those beyond `a` to `z`, or all of them where another script is shared
/// @param marks letters of its own that it is known by; empty where it is typed without them
/// @param often which share of all letters those are
/// @param likely how much more probable it is that people write it than one that nobody here
///   speaks, in the unit of one known word
record Language(
    String code,
    String longer,
    UnicodeScript script,
    String letters,
    String marks,
    double often,
    double likely) {
  /// Written Norwegian is Bokmål here, and the voice for Croatian speaks what Bosnians and
  /// Montenegrins write.
  private static final Map<String, String> OTHERWISE_NAMED =
      Map.of("nb", "no", "nn", "no", "bs", "hr", "in", "id");

  /// Who writes in another language uses words of it all the same.
  private static final double ENGLISH = 2.6;

  /// Nearly everybody who writes to a bot writes one of these.
  private static final double WIDESPREAD = 1.3;

  private static final double SPOKEN = 0.9;

  private static final double RARE = 0.4;

  /// No voice speaks it; without good evidence it is a language with a voice that looks like it.
  private static final double UNSPOKEN = -1.0;

  static final List<Language> ALL =
      Stream.of(
              latin("en", "eng", "", ENGLISH),
              latin("de", "deu", "äöüß", WIDESPREAD),
              latin("es", "spa", "áéíóúñü", WIDESPREAD),
              latin("fr", "fra", "àâæçéèêëîïôœùûüÿ", WIDESPREAD),
              latin("it", "ita", "àèéìíòóùú", WIDESPREAD),
              latin("pt", "por", "áâãàçéêíóôõúü", WIDESPREAD),
              latin("nl", "nld", "áéëèïíóöúü", SPOKEN),
              latin("pl", "pol", "ąćęłńóśźż", SPOKEN),
              latin("ro", "ron", "ăâîșşțţ", SPOKEN),
              latin("cs", "ces", "áčďéěíňóřšťúůýž", 1.1),
              latin("sk", "slk", "áäčďéíĺľňóôŕšťúýž", SPOKEN),
              latin("hu", "hun", "áéíóöőúüű", SPOKEN),
              latin("hr", "hrv", "čćđšž", SPOKEN),
              latin("sv", "swe", "åäöé", SPOKEN),
              latin("da", "dan", "æøåé", SPOKEN),
              latin("no", "nob", "æøåéòôó", SPOKEN),
              latin("fi", "fin", "åäöšž", SPOKEN),
              latin("tr", "tur", "çğıöşüâîû", SPOKEN),
              latin(
                  "vi",
                  "vie",
                  "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
                  SPOKEN),
              latin("id", "ind", "", SPOKEN),
              latin("ca", "cat", "àçèéíïòóúü·", RARE),
              latin("sw", "swa", "", RARE),
              latin("et", "est", "äöõüšž", UNSPOKEN),
              latin("lv", "lav", "āčēģīķļņšūž", UNSPOKEN),
              latin("lt", "lit", "ąčęėįšųūž", UNSPOKEN),
              latin("sl", "slv", "čšž", UNSPOKEN),
              latin("sq", "sqi", "ëç", UNSPOKEN),
              latin("is", "isl", "áðéíóúýþæö", UNSPOKEN),
              latin("tl", "tgl", "ñ", UNSPOKEN),
              latin("af", "afr", "êëïôû", UNSPOKEN),
              latin("az", "aze", "çəğıöşü", UNSPOKEN),
              latin("eu", "eus", "ñ", UNSPOKEN),
              latin("gl", "glg", "áéíóúñï", UNSPOKEN),
              cyrillic("ru", "rus", "абвгдежзийклмнопрстуфхцчшщъьюя", "ыэё", 0.03, WIDESPREAD),
              cyrillic("uk", "ukr", "абвгґдежзийклмнопрстуфхцчшщьюя", "іїє", 0.075, SPOKEN),
              cyrillic("bg", "bul", "абвгдежзийклмнопрстуфхцчшщьюяѝ", "ъ", 0.02, WIDESPREAD),
              cyrillic("sr", "srp", "абвгдежзиклмнопрстуфхцчџш", "ђјљњћ", 0.055, SPOKEN),
              cyrillic("mk", "mkd", "абвгдежзѕиклљмнњопрстуфхцчџшѐѝ", "јќѓ", 0.04, 0.6),
              cyrillic("be", "bel", "абвгдеёжзйклмнопрстуфхцчшыьэюя", "іў", 0.08, RARE),
              cyrillic("kk", "kaz", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "әғқңөұүһі", 0.15, RARE),
              arabic("ar", "ara", "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي", WIDESPREAD),
              arabic("fa", "fas", "ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنهوی", SPOKEN),
              arabic("ur", "urd", "ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھۃیے", SPOKEN),
              indian("hi", "hin", "ऍऑ", WIDESPREAD),
              indian("mr", "mar", "ळऱॲऑ", SPOKEN),
              indian("ne", "nep", "", SPOKEN))
          .toList();

  private static Language latin(String code, String longer, String letters, double likely) {
    return new Language(code, longer, UnicodeScript.LATIN, letters, "", 0, likely);
  }

  /// @param marks letters that the others of the script do not have
  /// @param often which share of all letters they are
  private static Language cyrillic(
      String code, String longer, String letters, String marks, double often, double likely) {
    return new Language(
        code, longer, UnicodeScript.CYRILLIC, letters + marks, marks, often, likely);
  }

  private static Language arabic(String code, String longer, String letters, double likely) {
    return new Language(code, longer, UnicodeScript.ARABIC, letters, "", 0, likely);
  }

  private static Language indian(String code, String longer, String letters, double likely) {
    String all = "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह" + letters;
    return new Language(code, longer, UnicodeScript.DEVANAGARI, all, "", 0, likely);
  }

  /// How many of a word's letters it does not have, at most two.
  long foreign(String word) {
    return word.codePoints()
        .filter(it -> (it < 'a' || it > 'z') && Character.isLetter(it))
        .filter(it -> UnicodeScript.of(it) == script)
        .distinct()
        .filter(it -> letters.indexOf(it) < 0)
        .limit(2)
        .count();
  }

  /// How many letters of its own would be in a text that has none of them.
  double missing(String text) {
    return marks.isEmpty() || text.chars().anyMatch(it -> marks.indexOf(it) >= 0)
        ? 0
        : often * text.length();
  }

  /// Whether a tag such as `pt-BR` names this language.
  boolean named(String tag) {
    String language = Locale.forLanguageTag(tag).getLanguage();
    return code.equals(OTHERWISE_NAMED.getOrDefault(language, language));
  }
}
