package app.photoplay.media.face;

import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.Pictures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/// Finds faces seen from the front that lean up to about 40 degrees. Thread-safe; the detectors are
/// loaded at the first search (about 0.3 s), once for all finders of a program. Where a face is
/// upright a search takes about 0.1 s whatever the picture's size; leaning and small faces are
/// looked for only when there is none.
public final class FaceFinder {
  private static final String CASCADES = "/org/openimaj/image/objectdetection/haar/haarcascade_";

  private static final int LONGEST_SEARCHED = 640;
  private static final int SHORTEST_SEARCHED = 400;

  /// Small faces are looked for at this size; 2560 is [Pictures#LONGEST_KEPT].
  private static final int LONGEST_IN_DETAIL = 1600;

  /// Sides of faces, in pixels of the searched picture.
  private static final double SMALLEST_USUAL = 30;

  private static final double SMALLEST = 24;

  /// A face that fits more often into the picture's shorter side is looked for in detail only.
  private static final double MOST_FACES_ACROSS = 14;

  /// Places with fewer windows are not looked at closely.
  private static final int FEWEST_WINDOWS = 3;

  private static final double[] UPRIGHT = {0};
  private static final double[] LEANING = {-17, 17, -35, 35};

  /// Beyond this count of windows a face is not any surer.
  private static final double CERTAIN = 30;

  /// The faces of a picture, the one to speak first: the larger, the better seen.
  public List<Face> find(Picture picture) {
    List<Face> usual = findUsual(picture);
    if (!usual.isEmpty()) {
      return usual;
    }
    int longest = Math.max(picture.width(), picture.height());
    double scale = scale(picture);
    double detail = Math.max(scale, (double) Math.min(longest, LONGEST_IN_DETAIL) / longest);
    double largest = 1.1 * smallestUsual(picture) * detail / scale;
    return search(new Pyramid(picture), detail, SMALLEST, largest, UPRIGHT);
  }

  /// The same without small faces, for which a picture without any is searched as long again.
  public List<Face> findUsual(Picture picture) {
    Pyramid pyramid = new Pyramid(picture);
    double scale = scale(picture);
    double smallest = smallestUsual(picture);
    List<Face> upright = search(pyramid, scale, smallest, Double.MAX_VALUE, UPRIGHT);
    return upright.isEmpty()
        ? search(pyramid, scale, smallest, Double.MAX_VALUE, LEANING)
        : upright;
  }

  /// How much smaller or larger than the picture it is searched.
  private static double scale(Picture picture) {
    int longest = Math.max(picture.width(), picture.height());
    return (double) Math.clamp(longest, SHORTEST_SEARCHED, LONGEST_SEARCHED) / longest;
  }

  private static double smallestUsual(Picture picture) {
    int shortest = Math.min(picture.width(), picture.height());
    return Math.max(SMALLEST_USUAL, scale(picture) * shortest / MOST_FACES_ACROSS);
  }

  private List<Face> search(
      Pyramid picture, double scale, double smallest, double largest, double[] leanings) {
    List<Face> faces =
        DoubleStream.of(leanings)
            .parallel()
            .map(Math::toRadians)
            .mapToObj(roll -> search(picture, picture.whole(scale, roll), smallest, largest))
            .flatMap(List::stream)
            .sorted(Comparator.comparingDouble(FaceFinder::rank).reversed())
            .toList();
    List<Face> apart = new ArrayList<>();
    for (Face face : faces) {
      if (apart.stream().noneMatch(better -> isSame(face, better))) {
        apart.add(face);
      }
    }
    return apart;
  }

  private List<Face> search(Pyramid picture, Pyramid.View view, double smallest, double largest) {
    Detectors with = Loaded.DETECTORS;
    return with.faces.glance(view.plane(), smallest, largest, FEWEST_WINDOWS).stream()
        .flatMap(hit -> {
          Face.Point centre = view.inPicture(hit.centreX(), hit.centreY());
          return with.check.face(picture, centre, hit.side() / view.scale(), view.roll()).stream();
        })
        .toList();
  }

  /// Size counts among sure faces only, since chance hits are often the larger ones.
  private static double rank(Face face) {
    double sure = Math.min(1, face.neighbours() / CERTAIN);
    return face.width() * (face.eyes().isPresent() ? sure : 0.8 * sure);
  }

  private static boolean isSame(Face face, Face other) {
    Face.Point centre = face.centre();
    Face.Point otherCentre = other.centre();
    return Math.hypot(centre.x() - otherCentre.x(), centre.y() - otherCentre.y())
        < 0.5 * Math.max(face.width(), other.width());
  }

  private static HaarSearch cascade(String name) {
    return new HaarSearch(HaarCascade.load(CASCADES + name + ".xml"));
  }

  private record Detectors(HaarSearch faces, FaceCheck check) {
    static Detectors load() {
      HaarSearch faces = cascade("frontalface_alt2");
      HaarSearch others = cascade("frontalface_alt");
      return new Detectors(faces, new FaceCheck(faces, others, cascade("eye")));
    }
  }

  /// They are large, and what one finder has learned about their sizes serves the others.
  private static final class Loaded {
    static final Detectors DETECTORS = Detectors.load();
  }
}
