package app.photoplay.provider.local;

import app.photoplay.media.caption.Overlay;
import app.photoplay.media.face.Face;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// What of a photo is behind a label, from the first to the last moment of the camera's way into
/// it.
final class LabelGround {
  private final Plate plate;
  private final Framing framing;
  private final Camera first;
  private final Camera last;

  private LabelGround(Plate plate, Framing framing, Camera first, Camera last) {
    this.plate = plate;
    this.framing = framing;
    this.first = first;
    this.last = last;
  }

  /// @param faces in pixels of the photo
  static Overlay.Behind of(
      Plate plate, Framing framing, List<Face> faces, Camera first, Camera last) {
    LabelGround ground = new LabelGround(plate, framing, first, last);
    return new Overlay.Behind(ground::light, faces.stream().map(ground::place).toList());
  }

  private int light(int x, int y) {
    int column = (int) Math.clamp(first.left() + x * first.scale(), 0, plate.width() - 1);
    int row = (int) Math.clamp(first.top() + y * first.scale(), 0, plate.height() - 1);
    int pixel = plate.pixels()[row * plate.width() + column];
    return ((pixel >> 16 & 255) * 54 + (pixel >> 8 & 255) * 183 + (pixel & 255) * 19) >> 8;
  }

  private Rectangle2D place(Face face) {
    return place(face, first).createUnion(place(face, last));
  }

  /// Where the camera sees a face. One that leans fills more.
  private Rectangle2D place(Face face, Camera camera) {
    double enlarged = plate.width() / framing.width();
    double more = 1 + Math.abs(Math.sin(face.roll())) / 2;
    double width = face.width() * enlarged / camera.scale() * more;
    double height = face.height() * enlarged / camera.scale() * more;
    double x = ((face.centre().x() - framing.x()) * enlarged - camera.left()) / camera.scale();
    double y = ((face.centre().y() - framing.y()) * enlarged - camera.top()) / camera.scale();
    return new Rectangle2D.Double(x - width / 2, y - height / 2, width, height);
  }
}
