package app.photoplay.kind.film;

import app.photoplay.job.Artifact;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Outcome;
import app.photoplay.provider.Router;
import app.photoplay.provider.image.ImageModel;
import app.photoplay.provider.image.ImagePrompt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// In which order the pictures of scenes are painted: all at once, or, where the painter makes each
/// resemble the one before it, one after the other.
final class Keyframes {
  private final Router<ImagePrompt, ImageModel> painters;

  Keyframes(Router<ImagePrompt, ImageModel> painters) {
    this.painters = painters;
  }

  /// What is to be painted next.
  ///
  /// @param painted how many pictures are ordered with these
  record More(Map<String, JobRequest> children, int painted) {}

  /// What is to be painted after so many; empty when all are painted.
  ///
  /// @param made how the children ended
  Optional<More> next(Scenes scenes, int painted, Map<String, Outcome> made) {
    List<Integer> all = scenes.painted();
    boolean nothing = all.isEmpty() && scenes.voices().isEmpty();
    if (painted >= all.size() && (painted > 0 || nothing)) {
      return Optional.empty();
    }
    Map<String, JobRequest> children = new LinkedHashMap<>();
    if (all.size() > 1 && chained(scenes, all.getFirst())) {
      List<String> before =
          painted == 0
              ? List.of()
              : Scenes.content(made, Scenes.frame(all.get(painted - 1)), Artifact.PICTURE).stream()
                  .toList();
      int next = all.get(painted);
      children.put(Scenes.frame(next), scenes.picture(next, before));
      return Optional.of(new More(children, painted + 1));
    }
    all.forEach(scene -> children.put(Scenes.frame(scene), scenes.picture(scene, List.of())));
    return Optional.of(new More(children, Math.max(1, all.size())));
  }

  private boolean chained(Scenes scenes, int first) {
    return painters.candidates(scenes.picture(first, List.of()).need()).stream()
        .findFirst()
        .flatMap(painters::model)
        .filter(ImageModel::looksAtReferences)
        .isPresent();
  }
}
