package app.photoplay.provider.local;

import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechModel.Voice;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.speech.Voices.Spoken;
import app.photoplay.provider.speech.japanese.JapaneseReading;
import app.photoplay.provider.speech.reading.Reading;
import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  /// What people wrote and what is said for it.
  Reading reading(String words) {
    return spoken(words).reading();
  }

  /// The same, with what could be read in another way.
  Spoken spoken(String words) {
    if (japanese()) {
      JapaneseReading japanese = JapaneseReading.of(words);
      return new Spoken(japanese.reading(), japanese.unsure());
    }
    return new Spoken(Reading.of(words, voice.language()), Set.of());
  }

  private boolean japanese() {
    return voice.language().equals("ja");
  }

  /// What the engine is given to read for spoken words.
  String cleaned(String spoken) {
    return mary() ? EnglishText.cleaned(spoken) : WrittenText.cleaned(spoken);
  }

  SpeechCheck check(String words, SpeechStyle manner) {
    Reading reading = reading(words);
    String foreign =
        reading.words().stream()
            .filter(word -> !WrittenText.foreign(word.spoken(), scripts).isEmpty())
            .map(Reading.Piece::written)
            .collect(Collectors.joining(" "));
    if (foreign.isEmpty() && japanese()) {
      foreign = String.join(" ", JapaneseReading.of(words).unreadable());
    }
    if (!foreign.isEmpty()) {
      return new SpeechCheck.Unspeakable(foreign);
    }
    String cleaned = cleaned(reading.spoken());
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
