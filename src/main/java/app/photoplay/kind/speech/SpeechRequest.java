package app.photoplay.kind.speech;

import app.photoplay.job.JobRequest;
import app.photoplay.provider.speech.SpeechStyle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Words to be spoken, or a recording to be made ready.
///
/// @param words empty when there is a recording
/// @param voice the name of a voice; empty when there is a recording
/// @param recording what a person said; null when a voice shall speak
public record SpeechRequest(
    String words, String voice, SpeechStyle manner, @Nullable Recording recording)
    implements JobRequest {
  public static final String KIND = "speech";

  public SpeechRequest {
    // Jobs that were stored before there was a choice.
    manner = Objects.requireNonNullElse(manner, SpeechStyle.NATURAL);
  }

  /// Words spoken as the voice speaks by itself.
  public SpeechRequest(String words, String voice) {
    this(words, voice, SpeechStyle.NATURAL, null);
  }

  @Override
  public String kind() {
    return KIND;
  }
}
