package app.photoplay.provider.local;

import app.photoplay.provider.speech.SpeakingWay;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechModel.Voice;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.speech.Voices.Spoken;
import app.photoplay.provider.speech.japanese.JapaneseReading;
import app.photoplay.provider.speech.reading.Reading;
import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One voice of the embedded engines.
///
/// @param code what its engine calls it
/// @param scripts whose letters it can read
/// @param lettersPerSecond how fast it reads letters that stand in words
/// @param preset the way in which it speaks, if not as it does by itself
record LocalVoice(
    Voice voice,
    Engine engine,
    String code,
    Set<UnicodeScript> scripts,
    double lettersPerSecond,
    Optional<Preset> preset) {
  /// What speaks.
  enum Engine {
    MARY,
    ESPEAK,
    FLITE,
    PIPER
  }

  /// The longest speech that is made, in seconds.
  static final double LONGEST = 60;

  private static final double SECONDS_PER_DIGIT = 0.33;
  private static final double SECONDS_PER_PAUSE = 0.25;
  private static final Pattern PAUSE = Pattern.compile("[.,;:!?،؛؟。、।]+(?=\\s|$)|[。、，！？]");

  /// The English voice of MaryTTS.
  static final LocalVoice SLT =
      new LocalVoice(
          new Voice("slt", "en-US", "Sally, English (US)"),
          Engine.MARY,
          "slt",
          Set.of(UnicodeScript.LATIN),
          0);

  LocalVoice {
    scripts = Set.copyOf(scripts);
  }

  /// A voice as it speaks by itself.
  LocalVoice(
      Voice voice,
      Engine engine,
      String code,
      Set<UnicodeScript> scripts,
      double lettersPerSecond) {
    this(voice, engine, code, scripts, lettersPerSecond, Optional.empty());
  }

  /// The same speaking in that way: `slt-warm`.
  LocalVoice as(SpeakingWay way) {
    Locale language = Locale.forLanguageTag(voice.language());
    String description = voice.description();
    String called =
        description.contains(",")
            ? description.substring(description.indexOf(',') + 1).strip()
            : language.getDisplayLanguage(Locale.ENGLISH);
    return new LocalVoice(
        new Voice(voice.name() + "-" + way.code(), voice.language(), way.title() + ", " + called),
        engine,
        code,
        scripts,
        lettersPerSecond,
        Optional.of(Preset.of(way)));
  }

  /// What the engine is asked for.
  SpeechStyle asked(SpeechStyle manner) {
    return preset.map(it -> it.on(manner)).orElse(manner);
  }

  boolean mary() {
    return engine == Engine.MARY;
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
    return switch (engine) {
      case MARY, FLITE -> EnglishText.cleaned(spoken);
      case ESPEAK, PIPER -> WrittenText.cleaned(spoken);
    };
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
    double seconds =
        (mary() ? EnglishText.seconds(cleaned) : seconds(cleaned)) / asked(manner).speed();
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
