package app.photoplay.media.face;

import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;

/// A part of a photo with one face in it, proposed when the photo has several faces or when its
/// face is so small that nobody would see it speak.
///
/// @param x left edge, in pixels of the photo
/// @param y upper edge
/// @param face the face in it, in pixels of the photo
public record CloseUp(int x, int y, int width, int height, Face face) {
  /// How many faces wide and high a close-up is: head, shoulders and some of what is around.
  private static final double FACES_WIDE = 3.2;

  private static final double FACES_HIGH = 3.6;

  /// How much of a close-up is above the middle of the face.
  private static final double ABOVE = 0.42;

  /// A face narrower than this part of the photo's shorter side is small.
  private static final double SMALL = 0.12;

  /// Faces at least this part of the first one's width could be meant as well.
  private static final double ALIKE = 0.7;

  /// More people than this cannot be told apart by a row of buttons.
  private static final int MOST = 6;

  /// What to ask the person about: one close-up for each face that could be meant, from left to
  /// right, when there are several; the one close-up when the face is small; else nothing.
  ///
  /// @param faces as [FaceFinder] ranks them
  public static List<CloseUp> toAskAbout(List<Face> faces, Size photo) {
    if (faces.isEmpty()) {
      return List.of();
    }
    Face first = faces.getFirst();
    List<Face> meant =
        faces.stream().filter(face -> face.width() >= ALIKE * first.width()).limit(MOST).toList();
    boolean small = first.width() < SMALL * Math.min(photo.width(), photo.height());
    return meant.size() < 2 && !small
        ? List.of()
        : meant.stream()
            .sorted(Comparator.comparingDouble(Face::x))
            .map(face -> around(face, photo))
            .toList();
  }

  private static CloseUp around(Face face, Size photo) {
    int width = (int) Math.min(photo.width(), Math.round(FACES_WIDE * face.width()));
    int height = (int) Math.min(photo.height(), Math.round(FACES_HIGH * face.height()));
    Face.Point centre = face.centre();
    return new CloseUp(
        (int) Math.clamp(centre.x() - width / 2.0, 0, photo.width() - width),
        (int) Math.clamp(centre.y() - ABOVE * height, 0, photo.height() - height),
        width,
        height,
        face);
  }

  /// The part as a picture of its own.
  public Picture of(Picture photo) {
    BufferedImage part = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    part.setRGB(0, 0, width, height, photo.pixels(), y * photo.width() + x, photo.width());
    return new Picture(part);
  }
}
