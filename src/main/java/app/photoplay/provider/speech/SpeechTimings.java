package app.photoplay.provider.speech;

import app.photoplay.media.caption.TimedWord;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// When each sound and each word is spoken, in milliseconds from the start, in order, without
/// overlaps; stored as JSON.
///
/// @param language BCP 47 tag of the spoken language; `und` when it is not known
/// @param alphabet `sampa` (MaryTTS, en_US) or `ipa`
/// @param phones each with its symbol in the alphabet; `_` is a pause
/// @param words as people wrote them; empty when nobody knows the words
public record SpeechTimings(
    String language, String alphabet, List<Phone> phones, List<Word> words) {
  public SpeechTimings {
    phones = List.copyOf(phones);
    // Files from before words were timed have none.
    words = List.copyOf(Objects.requireNonNullElse(words, List.of()));
  }

  /// Timings of sounds alone.
  public SpeechTimings(String language, String alphabet, List<Phone> phones) {
    this(language, alphabet, phones, List.of());
  }

  /// The words for captions.
  public List<TimedWord> timedWords() {
    return words.stream()
        .map(word ->
            new TimedWord(word.text(), duration(word.startMillis()), duration(word.endMillis())))
        .toList();
  }

  private static Duration duration(double millis) {
    return Duration.ofMillis(Math.round(millis));
  }

  public record Phone(String symbol, double startMillis, double endMillis) {}

  /// A word with the signs that touch it. All words of a speech, in order, are all of the written
  /// text without its white space.
  ///
  /// @param text as it stands in the script: `$3.50,`; what is not spoken, such as emoji, stays
  ///   with the word before it, behind a space. Where a script writes no spaces (Chinese, Thai), a
  ///   word of its dictionary
  public record Word(String text, double startMillis, double endMillis) {}
}
