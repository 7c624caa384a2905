package app.photoplay.provider;

import java.util.List;

/// When each sound is spoken, in milliseconds from the start, in order, without overlaps; stored as
/// JSON.
///
/// @param language BCP 47 tag of the spoken language
/// @param phones each with its symbol in the alphabet of `alphabet`; `_` is a pause
/// @param alphabet `sampa` (MaryTTS, en_US) or `ipa`
public record SpeechTimings(String language, String alphabet, List<Phone> phones) {
  public SpeechTimings {
    phones = List.copyOf(phones);
  }

  public record Phone(String symbol, double startMillis, double endMillis) {}
}
