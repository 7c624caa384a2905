package app.photoplay.provider.local;

import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechModel.Voice;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.speech.Voices.Spoken;
import app.photoplay.provider.speech.japanese.JapaneseReading;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// One voice of the embedded engines.
///
/// @param espeak what espeak-ng calls it; empty for MaryTTS
/// @param scripts whose letters it can read
/// @param lettersPerSecond how fast it reads letters that stand in words
record LocalVoice(Voice voice, String espeak, Set<UnicodeScript> scripts, double lettersPerSecond) {
  /// The longest speech that is made, in seconds.
  static final double LONGEST = 60;

  private static final double SECONDS_PER_DIGIT = 0.33;
  private static final double SECONDS_PER_PAUSE = 0.25;
  private static final Pattern PAUSE = Pattern.compile("[.,;:!?،؛؟。、।]+(?=\\s|$)|[。、，！？]");

  /// The English voice of MaryTTS.
  static final LocalVoice SLT =
      new LocalVoice(
          new Voice("slt", "en-US", "Sally, English (US)"), "", Set.of(UnicodeScript.LATIN), 0);

  LocalVoice {
    scripts = Set.copyOf(scripts);
  }

  boolean mary() {
    return espeak.isEmpty();
  }

  String alphabet() {
    return mary() ? "sampa" : "ipa";
  }

  /// What the engine is given to read.
  String cleaned(String words) {
    return spoken(words).words();
  }

  /// What is said in place of what was written: the one place where words are put into others
  /// before an engine reads them.
  Spoken spoken(String words) {
    if (mary()) {
      return new Spoken(EnglishText.cleaned(words), List.of());
    }
    String cleaned = WrittenText.cleaned(words);
    if (!japanese()) {
      return new Spoken(cleaned, List.of());
    }
    JapaneseReading reading = JapaneseReading.of(cleaned);
    return new Spoken(reading.kana(), reading.pieces());
  }

  private boolean japanese() {
    return voice.language().equals("ja");
  }

  SpeechCheck check(String words, SpeechStyle manner) {
    List<String> foreign = WrittenText.foreign(words, scripts);
    if (foreign.isEmpty() && japanese()) {
      foreign = JapaneseReading.of(WrittenText.cleaned(words)).unreadable();
    }
    if (!foreign.isEmpty()) {
      return new SpeechCheck.Unspeakable(String.join(" ", foreign));
    }
    String cleaned = cleaned(words);
    if (!WrittenText.hasWords(cleaned)) {
      return new SpeechCheck.NoWords();
    }
    double seconds = (mary() ? EnglishText.seconds(cleaned) : seconds(cleaned)) / manner.speed();
    return seconds > LONGEST
        ? new SpeechCheck.TooLong(seconds)
        : new SpeechCheck.Speakable(seconds);
  }

  private double seconds(String cleaned) {
    long letters = cleaned.codePoints().filter(Character::isLetter).count();
    long digits = cleaned.codePoints().filter(Character::isDigit).count();
    long pauses = PAUSE.matcher(cleaned).results().count();
    return letters / lettersPerSecond + digits * SECONDS_PER_DIGIT + pauses * SECONDS_PER_PAUSE;
  }
}
