package app.photoplay.job;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A finished file, named by its content.
///
/// @param role what it is to its job: `video`, `cover`, `thumbnail`, `speech`, `timings`,
///   `captions`, `storyboard`, `picture`, `template`, `missing-3`
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
  public static final String STORYBOARD = "storyboard";
  public static final String PICTURE = "picture";

  /// A mark that a film's story is a pattern that nobody thought of for it.
  public static final String TEMPLATE = "template";

  private static final String MISSING = "missing-";

  /// The role of a mark that a part is not what it should be, such as a scene of a film.
  ///
  /// @param part from 1
  public static String missing(int part) {
    return MISSING + part;
  }

  /// The same file in another role.
  public Artifact as(String other) {
    return new Artifact(other, content, mediaType, bytes, width, height, millis);
  }

  /// The parts that are missing, see [#missing(int)], ascending.
  public static List<Integer> missing(Collection<Artifact> artifacts) {
    return artifacts.stream()
        .filter(it -> it.role().startsWith(MISSING))
        .map(it -> Integer.valueOf(it.role().substring(MISSING.length())))
        .sorted()
        .toList();
  }

  public static Optional<Artifact> find(Collection<Artifact> artifacts, String role) {
    return artifacts.stream().filter(artifact -> artifact.role().equals(role)).findFirst();
  }

  /// The artifact in that role of a job that always makes one.
  public static Artifact get(Collection<Artifact> artifacts, String role) {
    return find(artifacts, role).orElseThrow(() -> new IllegalStateException("no " + role));
  }
}
