package app.photoplay.provider.speech;

/// Speech of some length.
///
/// @param voice who shall speak; empty when a person's recording is to be made ready
/// @param millis its length, at most
/// @param characters of the words, 0 of a recording
public record SpeechNeed(String voice, long millis, long characters) {
  public boolean recorded() {
    return voice.isEmpty();
  }
}
