package app.photoplay.provider.remote.file;

import app.photoplay.media.Size;
import app.photoplay.media.caption.Overlay;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.foreign.ForeignPictures;
import app.photoplay.media.video.VideoEncoder;
import app.photoplay.media.video.Yuv;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The pictures of a decoder, the first of which may be looked at before it is drawn. For one
/// thread.
final class FirstPicture implements VideoEncoder.Planes {
  private final ForeignPictures pictures;
  private final Size canvas;
  private byte @Nullable [] first;

  FirstPicture(ForeignPictures pictures, Size canvas) {
    this.pictures = pictures;
    this.canvas = canvas;
  }

  /// What of it a label would cover.
  ///
  /// @throws ForeignPictures.NoPicture when there is none
  Overlay.Behind behind(FaceFinder faces) {
    byte[] planes = new byte[Yuv.bytes(canvas)];
    pictures.draw(0, planes);
    first = planes;
    int width = canvas.width();
    byte[] light = Arrays.copyOf(planes, Math.toIntExact(canvas.pixels()));
    return new Overlay.Behind(
        (x, y) -> light[y * width + x] & 255,
        faces.findUsual(Yuv.picture(planes, canvas)).stream()
            .<Rectangle2D>map(it -> new Rectangle2D.Double(it.x(), it.y(), it.width(), it.height()))
            .toList());
  }

  @Override
  public void draw(int frame, byte[] picture) {
    byte[] looked = first;
    if (frame == 0 && looked != null) {
      System.arraycopy(looked, 0, picture, 0, looked.length);
      first = null; // whoever draws it again wants the decoder's choice
      return;
    }
    pictures.draw(frame, picture);
  }
}
