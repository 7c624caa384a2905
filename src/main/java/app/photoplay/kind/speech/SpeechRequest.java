package app.photoplay.kind.speech;

import app.photoplay.job.JobRequest;

/// Words to be spoken.
///
/// @param voice the name of a voice
public record SpeechRequest(String words, String voice) implements JobRequest {
  public static final String KIND = "speech";

  @Override
  public String kind() {
    return KIND;
  }
}
