package app.photoplay.media.face;

import app.photoplay.media.face.FaceDetector.Proposal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What of the places proposed in a picture turned out to be faces.
final class SeenFaces {
  /// The bounds come from pictures with and without faces, see src/bench/README.md: how likely a
  /// place and its mesh must be for one face of a picture at least. Where one is, others are
  /// likelier.
  private static final double PROPOSED_SURELY = 0.6;

  private static final double SURE = 0.9;
  private static final double SURE_BESIDE_ANOTHER = 0.8;

  /// A first look that says less is not followed by a second.
  private static final double WORTH_ANOTHER_LOOK = 0.3;

  /// The eyes' distance in pixels of the picture: a smaller face is too coarse to be animated.
  private static final double EYES_APART = 12.2;

  /// A crowd's faces are narrower than this part of the picture's longer side.
  private static final double CROWDED = 0.15;

  /// Proposals that are looked at in one picture.
  private static final int MOST_LOOKS = 80;

  /// A face's width by its eyes' distance, for one seen from the front, and by its length.
  private static final double WIDE_AS_EYES = 2.2;

  private static final double WIDE_AS_LONG = 0.75;

  /// Beyond this score a face is not any surer.
  private static final double CERTAIN = 0.6;

  private final Pyramid picture;
  private final List<Seen> seen = new ArrayList<>();
  private int looks;

  SeenFaces(Pyramid picture) {
    this.picture = picture;
  }

  /// @param sure whether it would be a face without any beside it
  private record Seen(Proposal place, Face face, boolean sure) {}

  /// Looks at places where no sure face was seen yet, the likeliest first. Answers whether there
  /// were faces.
  boolean look(List<Proposal> proposals) {
    List<Proposal> fresh =
        FaceDetector.apart(proposals).stream()
            .filter(it -> seen.stream().noneMatch(other -> other.sure && it.isSameAs(other.place)))
            .limit(Math.max(0, MOST_LOOKS - looks))
            .toList();
    looks += fresh.size();
    List<Seen> found = fresh.parallelStream().flatMap(it -> look(it).stream()).toList();
    found.forEach(this::add);
    return !found.isEmpty();
  }

  private void add(Seen one) {
    boolean known =
        seen.stream().anyMatch(other -> isSame(one.face, other.face) && (other.sure || !one.sure));
    if (!known) {
      seen.removeIf(other -> isSame(one.face, other.face));
      seen.add(one);
    }
  }

  private Optional<Seen> look(Proposal proposal) {
    MeshLook first = MeshLook.at(picture, proposal.square());
    if (first.face() < WORTH_ANOTHER_LOOK) {
      return Optional.empty();
    }
    MeshLook second = MeshLook.at(picture, first.mesh().around());
    Face.Eyes eyes = second.mesh().eyes();
    if (second.face() < SURE_BESIDE_ANOTHER
        || eyes.left().distance(eyes.right()) < EYES_APART
        || eyes.left().x() >= eyes.right().x()) {
      return Optional.empty();
    }
    return Optional.of(
        new Seen(
            proposal,
            face(second.mesh(), eyes, proposal.score() * second.face()),
            proposal.score() >= PROPOSED_SURELY && second.face() >= SURE));
  }

  private Face face(FaceMesh mesh, Face.Eyes eyes, double score) {
    double roll = eyes.roll();
    double width =
        Math.max(WIDE_AS_EYES * eyes.left().distance(eyes.right()), WIDE_AS_LONG * mesh.length());
    double down = 0.115 * width;
    double x = (eyes.left().x() + eyes.right().x()) / 2 - down * Math.sin(roll);
    double y = (eyes.left().y() + eyes.right().y()) / 2 + down * Math.cos(roll);
    return new Face(
        x - width / 2,
        y - width / 2,
        width,
        width,
        roll,
        DarkGlasses.on(picture, mesh) ? Optional.empty() : Optional.of(eyes),
        score,
        Optional.of(mesh));
  }

  private static boolean isSame(Face face, Face other) {
    return face.centre().distance(other.centre()) < 0.5 * Math.max(face.width(), other.width());
  }

  boolean isEmpty() {
    return seen.stream().noneMatch(Seen::sure);
  }

  /// Whether there are several faces and none is large.
  boolean isCrowd() {
    int longest = Math.max(picture.width(), picture.height());
    return seen.size() > 1 && seen.stream().allMatch(it -> it.face.width() < CROWDED * longest);
  }

  /// The faces, the one to speak first.
  List<Face> best() {
    if (isEmpty()) {
      return List.of();
    }
    return seen.stream()
        .map(Seen::face)
        .sorted(Comparator.comparingDouble(SeenFaces::rank).reversed())
        .toList();
  }

  private static double rank(Face face) {
    return face.width() * Math.min(1, face.score() / CERTAIN);
  }
}
