package app.photoplay.job;

import java.util.Collection;
import java.util.Optional;

/// A finished file, named by its content.
///
/// @param role what it is to its job: `video`, `cover`, `thumbnail`, `speech`, `timings`,
///   `captions`
/// @param content SHA-256 in lower-case hex
/// @param width pixels, 0 for sound and data
/// @param height pixels, 0 for sound and data
/// @param millis length of sound and video, else 0
public record Artifact(
    String role, String content, String mediaType, long bytes, int width, int height, long millis) {

  public static final String VIDEO = "video";
  public static final String COVER = "cover";
  public static final String THUMBNAIL = "thumbnail";
  public static final String SPEECH = "speech";
  public static final String CAPTIONS = "captions";
  public static final String TIMINGS = "timings";

  public static Optional<Artifact> find(Collection<Artifact> artifacts, String role) {
    return artifacts.stream().filter(artifact -> artifact.role().equals(role)).findFirst();
  }

  /// The artifact in that role of a job that always makes one.
  public static Artifact get(Collection<Artifact> artifacts, String role) {
    return find(artifacts, role).orElseThrow(() -> new IllegalStateException("no " + role));
  }
}
