package app.photoplay.provider.speech;

/// Words to be spoken.
///
/// @param words as people wrote them, not normalised
/// @param voice a name from [SpeechModel#voices()]
public record SpeechPrompt(String words, String voice, SpeechStyle manner) implements SpeechInput {
  /// Words spoken as the voice speaks by itself.
  public SpeechPrompt(String words, String voice) {
    this(words, voice, SpeechStyle.NATURAL);
  }
}
