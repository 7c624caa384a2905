package app.photoplay.provider.local;

import app.photoplay.provider.speech.SpeechModel.Voice;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The voices of espeak-ng 1.52 that are offered: one a language. Voices of other alphabets than
/// Latin read Latin words as English. Left out are languages that it cannot read as people write
/// them (Hebrew and Thai without their vowels). Japanese is given to it in syllables.
///
/// The letters a second were measured on three sentences of each language.
final class EspeakVoices {
  static final List<LocalVoice> ALL =
      List.of(
          latin("de", "de", "German", 15.3),
          latin("es", "es-419", "Spanish", 14.1),
          latin("fr", "fr", "French", 19.5),
          latin("it", "it", "Italian", 15.2),
          latin("pt", "pt-br", "Portuguese", 14.0),
          latin("nl", "nl", "Dutch", 14.8),
          latin("pl", "pl", "Polish", 13.8),
          latin("ro", "ro", "Romanian", 13.6),
          latin("cs", "cs", "Czech", 13.1),
          latin("sk", "sk", "Slovak", 13.6),
          latin("hu", "hu", "Hungarian", 13.4),
          latin("hr", "hr", "Croatian", 14.5),
          latin("sv", "sv", "Swedish", 12.6),
          latin("da", "da", "Danish", 16.1),
          latin("no", "nb", "Norwegian", 13.3),
          latin("fi", "fi", "Finnish", 13.1),
          latin("tr", "tr", "Turkish", 12.6),
          latin("vi", "vi", "Vietnamese", 14.6),
          latin("id", "id", "Indonesian", 13.4),
          latin("ca", "ca", "Catalan", 14.2),
          latin("sw", "sw", "Swahili", 10.7),
          other("ru", "ru", "Russian", 16.1, UnicodeScript.CYRILLIC),
          other("uk", "uk", "Ukrainian", 9.7, UnicodeScript.CYRILLIC),
          other("bg", "bg", "Bulgarian", 13.3, UnicodeScript.CYRILLIC),
          other("sr", "sr", "Serbian", 14.1, UnicodeScript.CYRILLIC),
          other("mk", "mk", "Macedonian", 13.6, UnicodeScript.CYRILLIC),
          other("el", "el", "Greek", 16.2, UnicodeScript.GREEK),
          other("hy", "hy", "Armenian", 11.7, UnicodeScript.ARMENIAN),
          other("ka", "ka", "Georgian", 12.7, UnicodeScript.GEORGIAN),
          other("ar", "ar", "Arabic", 9.2, UnicodeScript.ARABIC),
          other("fa", "fa", "Persian", 9.9, UnicodeScript.ARABIC),
          other("ur", "ur", "Urdu", 11.0, UnicodeScript.ARABIC),
          other("hi", "hi", "Hindi", 8.3, UnicodeScript.DEVANAGARI),
          other("mr", "mr", "Marathi", 8.1, UnicodeScript.DEVANAGARI),
          other("ne", "ne", "Nepali", 7.2, UnicodeScript.DEVANAGARI),
          other("bn", "bn", "Bengali", 7.1, UnicodeScript.BENGALI),
          other("pa", "pa", "Punjabi", 7.6, UnicodeScript.GURMUKHI),
          other("gu", "gu", "Gujarati", 6.9, UnicodeScript.GUJARATI),
          other("ta", "ta", "Tamil", 9.1, UnicodeScript.TAMIL),
          other("te", "te", "Telugu", 6.9, UnicodeScript.TELUGU),
          other("kn", "kn", "Kannada", 7.1, UnicodeScript.KANNADA),
          other("ml", "ml", "Malayalam", 8.4, UnicodeScript.MALAYALAM),
          other("si", "si", "Sinhala", 7.3, UnicodeScript.SINHALA),
          other("zh", "cmn", "Chinese (Mandarin)", 4.1, UnicodeScript.HAN),
          other(
              "ja",
              "ja",
              "Japanese",
              7.7,
              UnicodeScript.HAN,
              UnicodeScript.HIRAGANA,
              UnicodeScript.KATAKANA),
          other("ko", "ko", "Korean", 5.4, UnicodeScript.HANGUL));

  private EspeakVoices() {}

  private static LocalVoice latin(String name, String espeak, String description, double speed) {
    return new LocalVoice(
        new Voice(name, name, description),
        LocalVoice.Engine.ESPEAK,
        espeak,
        Set.of(UnicodeScript.LATIN),
        speed);
  }

  private static LocalVoice other(
      String name, String espeak, String description, double speed, UnicodeScript... own) {
    Set<UnicodeScript> scripts = EnumSet.of(UnicodeScript.LATIN, own);
    return new LocalVoice(
        new Voice(name, name, description), LocalVoice.Engine.ESPEAK, espeak, scripts, speed);
  }
}
