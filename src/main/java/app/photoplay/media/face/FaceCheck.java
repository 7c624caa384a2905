package app.photoplay.media.face;

import app.photoplay.media.Size;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Looks closely at what may be a face: draws it at one size, upright in five leanings, and counts
/// in how many windows two detectors find it there. What only looks like a face passes for one
/// detector or in one leaning. Thread-safe.
final class FaceCheck {
  /// The bounds come from pictures with and without faces, see src/bench/README.md: what is none
  /// reaches 12, seldom 21 (27 leaning), and 16 with what looks like eyes (18 leaning); true faces
  /// have 12 to 85.
  private static final double SURE = 25;

  /// Enough when both eyes are where they belong, which they seldom are in what is no face.
  private static final double SURE_WITH_EYES = 16.5;

  /// Wanted besides of a leaning face: it is the best of four more searches, and so is chance.
  private static final double MORE_WHEN_LEANING = 5;

  /// The side of a face in pixels of the picture, its eyes some 12 apart: a smaller one is too
  /// coarse to be animated, and a wheel of a car may look like it.
  private static final double SMALLEST = 30;

  /// From here on it is a drawn surface, such as a round button on a screen.
  private static final double FLAT = 0.4;

  /// The face is drawn at this size in a view with a margin around it.
  private static final int SIDE = 80;

  private static final int VIEW = 128;

  /// Eyes are looked for in the face drawn at this size.
  private static final int EYES_VIEW = 160;

  private static final int FEWEST_EYE_WINDOWS = 3;

  /// Leanings tried, in degrees against the one the face was found in.
  private static final double[] LEANINGS = {0, -8, 8, -16, 16};

  private final HaarSearch first;
  private final HaarSearch second;
  private final HaarSearch eyes;

  FaceCheck(HaarSearch first, HaarSearch second, HaarSearch eyes) {
    this.first = first;
    this.second = second;
    this.eyes = eyes;
  }

  /// The face, when it is one.
  ///
  /// @param side of the square it was found in
  /// @param roll the leaning it was found in, in radians
  Optional<Face> face(Pyramid picture, Face.Point centre, double side, double roll) {
    Looked best = new Looked(centre, side, roll, 0);
    double agreed = 0;
    double leaning = 0;
    for (int i = 0; i < LEANINGS.length; i++) {
      if (i == 3 && agreed == 0) {
        return Optional.empty();
      }
      double degrees = LEANINGS[i];
      Looked looked = look(picture, centre, side, roll + Math.toRadians(degrees));
      agreed += looked.score;
      leaning += looked.score * degrees;
      best = looked.score > best.score ? looked : best;
    }
    if (best.score < SURE_WITH_EYES) {
      return Optional.empty();
    }
    double mean = roll + Math.toRadians(leaning / agreed);
    Optional<Face.Eyes> pair = eyes(picture, new Looked(best.centre, best.side, mean, best.score));
    double wanted =
        (pair.isPresent() ? SURE_WITH_EYES : SURE) + (roll == 0 ? 0 : MORE_WHEN_LEANING);
    if (best.side < SMALLEST || best.score < wanted) {
      return Optional.empty();
    }
    if (picture.flatness(best.centre, best.side) > FLAT) {
      return Optional.empty();
    }
    return Optional.of(
        new Face(
            best.centre.x() - best.side / 2,
            best.centre.y() - best.side / 2,
            best.side,
            best.side,
            pair.map(Face.Eyes::roll).orElse(mean),
            pair,
            (int) Math.round(best.score)));
  }

  /// A place with its leaning, and how far both detectors agree on it.
  private record Looked(Face.Point centre, double side, double roll, double score) {}

  private Looked look(Pyramid picture, Face.Point centre, double side, double roll) {
    double scale = SIDE / side;
    Pyramid.View view = picture.part(centre, scale, roll, new Size(VIEW, VIEW));
    Optional<HaarSearch.Hit> one = middle(first, view);
    Optional<HaarSearch.Hit> other = one.isEmpty() ? Optional.empty() : middle(second, view);
    if (one.isEmpty() || other.isEmpty()) {
      return new Looked(centre, side, roll, 0);
    }
    HaarSearch.Hit hit = one.get();
    return new Looked(
        view.inPicture(hit.centreX(), hit.centreY()),
        hit.side() / scale,
        roll,
        Math.sqrt((double) hit.windows() * other.get().windows()));
  }

  /// What a detector finds in the middle of a view.
  private static Optional<HaarSearch.Hit> middle(HaarSearch detector, Pyramid.View view) {
    double middle = VIEW / 2.0;
    double off = 0.2 * SIDE;
    return detector.search(view.plane(), 0.65 * SIDE, 1.4 * SIDE, 1).stream()
        .filter(
            hit -> Math.abs(hit.centreX() - middle) < off && Math.abs(hit.centreY() - middle) < off)
        .max(Comparator.comparingInt(HaarSearch.Hit::windows));
  }

  /// Both eyes, looked for once more when the first look shows that the face leans differently.
  private Optional<Face.Eyes> eyes(Pyramid picture, Looked face) {
    Optional<Face.Eyes> found = eyesOnce(picture, face);
    if (found.isPresent()) {
      double roll = found.get().roll();
      Optional<Face.Eyes> again =
          eyesOnce(picture, new Looked(face.centre, face.side, roll, face.score));
      return again.isPresent() ? again : found;
    }
    return found;
  }

  private Optional<Face.Eyes> eyesOnce(Pyramid picture, Looked face) {
    Pyramid.View view =
        picture.part(face.centre, EYES_VIEW / face.side, face.roll, new Size(EYES_VIEW, EYES_VIEW));
    List<HaarSearch.Hit> hits =
        eyes.search(view.plane(), 0.14 * EYES_VIEW, 0.45 * EYES_VIEW, FEWEST_EYE_WINDOWS);
    Optional<HaarSearch.Hit> left = eye(hits, 0.18, 0.43);
    Optional<HaarSearch.Hit> right = eye(hits, 0.57, 0.82);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    double apart = right.get().centreX() - left.get().centreX();
    double slope = Math.abs(right.get().centreY() - left.get().centreY()) / apart;
    if (apart < 0.27 * EYES_VIEW || slope > Math.tan(Math.toRadians(15))) {
      return Optional.empty();
    }
    return Optional.of(new Face.Eyes(inPicture(view, left.get()), inPicture(view, right.get())));
  }

  /// The hit with most windows whose centre is between two shares of the face's width.
  private static Optional<HaarSearch.Hit> eye(List<HaarSearch.Hit> hits, double from, double to) {
    return hits.stream()
        .filter(hit -> hit.centreX() >= from * EYES_VIEW && hit.centreX() <= to * EYES_VIEW)
        .filter(hit -> hit.centreY() >= 0.25 * EYES_VIEW && hit.centreY() <= 0.50 * EYES_VIEW)
        .max(Comparator.comparingInt(HaarSearch.Hit::windows));
  }

  private static Face.Point inPicture(Pyramid.View view, HaarSearch.Hit eye) {
    return view.inPicture(eye.centreX(), eye.centreY());
  }
}
