package app.photoplay.kind.film;

import app.photoplay.media.caption.Lettering;
import app.photoplay.media.caption.Overlay;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.stitch.Clip;
import app.photoplay.media.stitch.Stitcher;
import app.photoplay.media.stitch.Timeline.Cut;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntBinaryOperator;

/// Lays the label over a film: where it keeps off the heads of all its scenes, as they are seen in
/// their middles. It stays in one place, because what jumps at each cut is looked at.
final class SceneGround {
  private final FaceFinder finder = new FaceFinder();
  private final Pictures pictures = new Pictures();
  private final Stitcher stitcher;
  private final Path scratch;

  /// @param folder for a file that is gone afterwards
  SceneGround(Stitcher stitcher, Path folder) {
    this.stitcher = stitcher;
    this.scratch = folder.resolve("ground.jpg");
  }

  /// The overlay with the label; the same one when that is empty.
  Overlay labelled(
      Overlay overlay, String label, Locale locale, Lettering lettering, List<Cut> cuts)
      throws IOException, InterruptedException {
    return label.isEmpty() ? overlay : overlay.withLabel(label, locale, lettering, behind(cuts));
  }

  private Overlay.Behind behind(List<Cut> cuts) throws IOException, InterruptedException {
    List<Rectangle2D> faces = new ArrayList<>();
    IntBinaryOperator light = Overlay.Behind.nothing().light();
    for (Cut cut : cuts) {
      Clip clip = cut.clip();
      if (clip.standIn()) {
        continue;
      }
      stitcher.cover(clip, clip.frames() / 2, scratch);
      if (pictures.read(scratch) instanceof PictureAnswer.Decoded(Picture picture)) {
        light = faces.isEmpty() ? (x, y) -> light(picture, x, y) : light;
        finder
            .findUsual(picture)
            .forEach(
                it -> faces.add(new Rectangle2D.Double(it.x(), it.y(), it.width(), it.height())));
      }
    }
    Files.deleteIfExists(scratch);
    return new Overlay.Behind(light, faces);
  }

  private static int light(Picture picture, int x, int y) {
    int column = Math.min(x, picture.width() - 1);
    int pixel = picture.pixels()[Math.min(y, picture.height() - 1) * picture.width() + column];
    return ((pixel >> 16 & 255) * 54 + (pixel >> 8 & 255) * 183 + (pixel & 255) * 19) >> 8;
  }
}
