package app.photoplay.media;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds upright faces seen from the front. Thread-safe; the detectors are loaded at the first
/// search (about 0.2 s). A search takes 0.1 to 0.4 s whatever the picture's size.
public final class FaceFinder {
  private static final String CASCADES = "/org/openimaj/image/objectdetection/haar/haarcascade_";

  /// Faces have 20 windows and more; what only looks like one has up to 4.
  private static final int FEWEST_WINDOWS = 5;

  private static final int LONGEST_SEARCHED = 640;
  private static final int SHORTEST_SEARCHED = 400;

  /// Eyes are looked for in the face drawn at this size.
  private static final int FACE_SIDE = 160;

  private static final int FEWEST_EYE_WINDOWS = 3;

  private @Nullable Searches searches;

  /// The faces of a picture, the best first: two eyes count as much as twice the windows. Size does
  /// not count, since chance hits are often the larger ones.
  public List<Face> find(Picture picture) {
    int longest = Math.max(picture.width(), picture.height());
    double scale = (double) Math.clamp(longest, SHORTEST_SEARCHED, LONGEST_SEARCHED) / longest;
    GreyPlane plane = new GreyPlane(scaled(picture, scale));
    int shorter = Math.min(plane.width(), plane.height());
    return searches()
        .faces
        .search(plane, Math.max(30, shorter / 14.0), shorter, FEWEST_WINDOWS)
        .stream()
        .map(hit -> face(picture, hit, scale))
        .sorted(Comparator.comparingInt(FaceFinder::rank).reversed())
        .toList();
  }

  private static int rank(Face face) {
    return face.eyes().isPresent() ? 2 * face.neighbours() : face.neighbours();
  }

  private static Picture scaled(Picture picture, double scale) {
    if (scale == 1) {
      return picture;
    }
    return picture.scaledTo(
        new Size(
            Math.max(1, (int) Math.round(picture.width() * scale)),
            Math.max(1, (int) Math.round(picture.height() * scale))));
  }

  private Face face(Picture picture, HaarSearch.Hit hit, double scale) {
    double x = hit.x() / scale;
    double y = hit.y() / scale;
    double side = hit.side() / scale;
    return new Face(x, y, side, side, eyes(picture, x, y, side), hit.windows());
  }

  /// The best hit left and right of the middle, in the part of the face where eyes are.
  private Optional<Face.Eyes> eyes(Picture picture, double x, double y, double side) {
    GreyPlane plane = new GreyPlane(cut(picture, x, y, side));
    List<HaarSearch.Hit> hits =
        searches().eyes.search(plane, 0.14 * FACE_SIDE, 0.45 * FACE_SIDE, FEWEST_EYE_WINDOWS);
    Optional<Face.Point> left = eye(hits, 0.15, 0.47);
    Optional<Face.Point> right = eye(hits, 0.53, 0.85);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    double apart = right.get().x() - left.get().x();
    double slope = Math.abs(right.get().y() - left.get().y()) / apart;
    if (apart < 0.25 || slope > Math.tan(Math.toRadians(25))) {
      return Optional.empty();
    }
    return Optional.of(
        new Face.Eyes(
            new Face.Point(x + left.get().x() * side, y + left.get().y() * side),
            new Face.Point(x + right.get().x() * side, y + right.get().y() * side)));
  }

  /// The hit with most windows whose centre is between two shares of the face's width, as shares.
  private static Optional<Face.Point> eye(List<HaarSearch.Hit> hits, double from, double to) {
    return hits.stream()
        .sorted(Comparator.comparingInt(HaarSearch.Hit::windows).reversed())
        .map(hit ->
            new Face.Point(
                (hit.x() + hit.side() / 2) / FACE_SIDE, (hit.y() + hit.side() / 2) / FACE_SIDE))
        .filter(centre -> centre.x() >= from && centre.x() <= to)
        .filter(centre -> centre.y() >= 0.22 && centre.y() <= 0.55)
        .findFirst();
  }

  private static Picture cut(Picture picture, double x, double y, double side) {
    BufferedImage cut = new BufferedImage(FACE_SIDE, FACE_SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = cut.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(
        picture.image(),
        0,
        0,
        FACE_SIDE,
        FACE_SIDE,
        (int) Math.round(x),
        (int) Math.round(y),
        (int) Math.round(x + side),
        (int) Math.round(y + side),
        null);
    graphics.dispose();
    return new Picture(cut);
  }

  private synchronized Searches searches() {
    if (searches == null) {
      searches =
          new Searches(
              new HaarSearch(HaarCascade.load(CASCADES + "frontalface_alt2.xml")),
              new HaarSearch(HaarCascade.load(CASCADES + "eye.xml")));
    }
    return searches;
  }

  private record Searches(HaarSearch faces, HaarSearch eyes) {}
}
