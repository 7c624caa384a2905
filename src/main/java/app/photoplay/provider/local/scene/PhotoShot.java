package app.photoplay.provider.local.scene;

import app.photoplay.media.Face;
import app.photoplay.media.Picture;
import app.photoplay.media.Size;
import app.photoplay.media.VideoEncoder;
import app.photoplay.provider.CameraMove;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;

/// Films a photo. Where a face or a horizon tells what is near, near parts move more than far ones;
/// nothing in the photo moves by itself. Each picture depends on its number alone.
final class PhotoShot implements VideoEncoder.Frames {
  private static final int CELL = 16;

  private final int[] pixels;
  private final Size plate;
  private final Size canvas;
  private final PhotoDepth depth;
  private final CameraMove move;
  private final int frames;
  private final double framesPerSecond;

  PhotoShot(
      Picture photo,
      List<Face> faces,
      Size canvas,
      CameraMove move,
      int frames,
      double framesPerSecond) {
    this.canvas = canvas;
    this.move = move;
    this.frames = frames;
    this.framesPerSecond = framesPerSecond;
    this.plate = Plates.size(canvas);
    Crop crop = Crop.of(photo.size(), plate, faces);
    BufferedImage image = crop.drawn(photo, plate);
    this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    this.depth = PhotoDepth.of(new Picture(image), faces.stream().map(crop::onPlate).toList());
  }

  /// The part of a photo that covers a plate, as near to the faces as possible, in photo pixels.
  private record Crop(double x, double y, double scale) {
    static Crop of(Size photo, Size plate, List<Face> faces) {
      double scale =
          Math.max(
              (double) plate.width() / photo.width(), (double) plate.height() / photo.height());
      double wide = plate.width() / scale;
      double high = plate.height() / scale;
      double x = photo.width() / 2.0;
      double y = photo.height() / 2.0;
      if (!faces.isEmpty()) {
        Face face = faces.getFirst();
        x = face.x() + face.width() / 2;
        y = face.y() + face.height() * 0.7;
      }
      return new Crop(
          Math.clamp(x - wide / 2, 0, Math.max(0, photo.width() - wide)),
          Math.clamp(y - high / 2, 0, Math.max(0, photo.height() - high)),
          scale);
    }

    BufferedImage drawn(Picture photo, Size plate) {
      Picture source = photo;
      double enlarge = scale;
      while (enlarge < 0.5) {
        // bicubic looks at 4x4 pixels only: more than a halving would skip some
        source = source.scaledTo(new Size(source.width() / 2, source.height() / 2));
        enlarge = scale * photo.width() / source.width();
      }
      BufferedImage image =
          new BufferedImage(plate.width(), plate.height(), BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = image.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      graphics.drawImage(
          source.image(),
          (int) Math.floor(-x * scale),
          (int) Math.floor(-y * scale),
          (int) Math.ceil(photo.width() * scale) + 1,
          (int) Math.ceil(photo.height() * scale) + 1,
          null);
      graphics.dispose();
      return image;
    }

    PhotoDepth.Spot onPlate(Face face) {
      return new PhotoDepth.Spot(
          (face.x() + face.width() / 2 - x) * scale,
          (face.y() + face.height() / 2 - y) * scale,
          face.width() * scale);
    }
  }

  @Override
  public void draw(int frame, int[] target) {
    double time = frames < 2 ? 0 : (double) frame / (frames - 1);
    Pose pose = Pose.at(move, time, frames / framesPerSecond);
    int across = (canvas.width() + CELL - 1) / CELL + 1;
    int[] above = nodes(pose, 0, across);
    for (int y0 = 0; y0 < canvas.height(); y0 += CELL) {
      int[] below = nodes(pose, y0 + CELL, across);
      int rows = Math.min(CELL, canvas.height() - y0);
      for (int row = 0; row < rows; row++) {
        drawRow(y0 + row, row, above, below, target);
      }
      above = below;
    }
  }

  private void drawRow(int y, int part, int[] above, int[] below, int[] target) {
    int mostX = ((plate.width() - 1) << 8) - 1;
    int mostY = ((plate.height() - 1) << 8) - 1;
    for (int x = 0; x < canvas.width(); x += CELL) {
      int node = x / CELL * 2;
      int x0 = above[node] + (below[node] - above[node]) * part / CELL;
      int y0 = above[node + 1] + (below[node + 1] - above[node + 1]) * part / CELL;
      int x1 = above[node + 2] + (below[node + 2] - above[node + 2]) * part / CELL;
      int y1 = above[node + 3] + (below[node + 3] - above[node + 3]) * part / CELL;
      int stepX = (x1 - x0) / CELL;
      int stepY = (y1 - y0) / CELL;
      int at = y * canvas.width() + x;
      int end = at + Math.min(CELL, canvas.width() - x);
      for (; at < end; at++) {
        int px = Math.max(0, Math.min(x0 >> 8, mostX));
        int py = Math.max(0, Math.min(y0 >> 8, mostY));
        target[at] = Raster.sample(pixels, plate.width(), px, py) & 0xFFFFFF;
        x0 += stepX;
        y0 += stepY;
      }
    }
  }

  /// Where one row of the mesh looks at, in 1/65536 of a plate pixel.
  private int[] nodes(Pose pose, int y, int across) {
    int[] nodes = new int[2 * across];
    Pose.View middle = pose.view(plate, canvas, PhotoDepth.MIDDLE);
    for (int i = 0; i < across; i++) {
      double x = (double) i * CELL;
      double near = depth.at(middle.left() + x * middle.scale(), middle.top() + y * middle.scale());
      Pose.View view = near == PhotoDepth.MIDDLE ? middle : pose.view(plate, canvas, near);
      nodes[2 * i] = (int) Math.round((view.left() + x * view.scale()) * 65536);
      nodes[2 * i + 1] = (int) Math.round((view.top() + y * view.scale()) * 65536);
    }
    return nodes;
  }
}
