package app.photoplay.media.face;

import app.photoplay.media.face.FaceDetector.Proposal;
import app.photoplay.media.picture.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Finds faces, leaning ones and painted ones too, and their surface. Thread-safe; the networks are
/// read at the first search, once for all finders of a program.
///
/// Two networks propose places, in the whole picture and, where that shows nothing or a crowd, in
/// parts of it; a third looks at each place twice and says whether it is a face.
public final class FaceFinder {
  private static final FaceDetector FULL_RANGE = FaceDetector.fullRange();
  private static final FaceDetector SHORT_RANGE = FaceDetector.shortRange();

  /// A face narrower than this part of a square is overlooked there.
  private static final double OVERLOOKED = 0.05;

  /// The width of the narrowest face worth looking for, in pixels of the picture.
  private static final double NARROWEST = 30;

  private static final int MOST_HALVINGS = 3;

  /// How far squares are from each other, as a part of their side.
  private static final double SQUARES_APART = 0.65;

  /// The faces of a picture, the one to speak first: the larger, the better seen.
  public List<Face> find(Picture picture) {
    return search(new Pyramid(picture), true);
  }

  /// The same without small faces, for which a picture without any is searched several times as
  /// long.
  public List<Face> findUsual(Picture picture) {
    return search(new Pyramid(picture), false);
  }

  /// A closer look at a face: its mesh with truer lips and eyes, and with irises.
  ///
  /// @param face that was found in this picture
  public Optional<FaceMesh> closely(Picture picture, Face face) {
    return face.mesh().map(it -> MeshLook.closely(new Pyramid(picture), it.around()).mesh());
  }

  private static List<Face> search(Pyramid picture, boolean small) {
    int longest = Math.max(picture.width(), picture.height());
    SeenFaces seen = new SeenFaces(picture);
    boolean more = seen.look(inWhole(picture, longest));
    double side = longest;
    for (int halved = 0; small && halved < MOST_HALVINGS; halved++) {
      boolean crowd = more && seen.isCrowd();
      if (side * OVERLOOKED < NARROWEST || !(seen.isEmpty() || crowd)) {
        break;
      }
      side /= 2;
      more = seen.look(inSquares(picture, side));
    }
    return seen.best();
  }

  private static List<Proposal> inWhole(Pyramid picture, int longest) {
    Face.Point middle = new Face.Point(picture.width() / 2.0, picture.height() / 2.0);
    Square whole = new Square(middle, longest, 0);
    List<Supplier<List<Proposal>>> searches =
        List.of(() -> FULL_RANGE.search(picture, whole), () -> SHORT_RANGE.search(picture, whole));
    List<List<Proposal>> both = searches.parallelStream().map(Supplier::get).toList();
    return FaceDetector.agreeing(both.getFirst(), both.getLast());
  }

  private static List<Proposal> inSquares(Pyramid picture, double side) {
    List<Square> squares = new ArrayList<>();
    for (double y : middles(picture.height(), side)) {
      for (double x : middles(picture.width(), side)) {
        squares.add(new Square(new Face.Point(x, y), side, 0));
      }
    }
    return squares.parallelStream()
        .flatMap(square -> FULL_RANGE.search(picture, square).stream())
        .toList();
  }

  /// Of squares that cover a length, overlapping each other.
  private static double[] middles(double length, double side) {
    if (side >= length) {
      return new double[] {length / 2};
    }
    int count = (int) Math.ceil((length - side) / (SQUARES_APART * side)) + 1;
    double[] middles = new double[count];
    for (int i = 0; i < count; i++) {
      middles[i] = side / 2 + (length - side) * i / (count - 1);
    }
    return middles;
  }
}
