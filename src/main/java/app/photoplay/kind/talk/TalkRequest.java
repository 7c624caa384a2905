package app.photoplay.kind.talk;

import app.photoplay.job.JobRequest;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.Motion;

/// A photo that shall speak.
///
/// @param photo SHA-256 of the photo's bytes
public record TalkRequest(
    String photo, String words, String voice, Shape shape, Quality quality, Motion motion)
    implements JobRequest {
  public static final String KIND = "talk";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String variant() {
    return quality.label();
  }
}
