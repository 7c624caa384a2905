package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;
import app.photoplay.media.face.Face;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.video.VideoEncoder;
import app.photoplay.provider.local.Camera;
import app.photoplay.provider.local.CameraView;
import app.photoplay.provider.local.Mesh;
import app.photoplay.provider.local.Surface;
import app.photoplay.provider.video.CameraMove;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Films a photo. Where a face or a horizon tells what is near, near parts move more than far ones;
/// nothing in the photo moves by itself. Each picture depends on its number alone.
final class PhotoShot implements VideoEncoder.Planes {
  private static final double LITTLE = 0.02;

  /// The hair's top above the middle of a face, in widths of the face.
  private static final double HAIR = 1.1;

  private static final double CHIN = 0.8;
  private static final double MIDDLE = 0.5;

  private final Surface surface;
  private final Size plate;
  private final Size canvas;
  private final PhotoDepth depth;
  private final CameraMove move;
  private final double height;
  private final int frames;
  private final double framesPerSecond;
  private final CameraView view;
  private final Queue<Desk> desks = new ConcurrentLinkedQueue<>();

  /// What one drawing thread works on.
  private final class Desk {
    final Mesh mesh = new Mesh(canvas);
    final CameraView.Work work = view.new Work();
  }

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
    this.view = new CameraView(canvas);
    Picture cut = new Picture(crop.drawn(photo, plate));
    this.surface = Surface.of(cut);
    List<PhotoDepth.Spot> spots = faces.stream().map(crop::onPlate).toList();
    this.depth = PhotoDepth.of(cut, spots);
    this.height = Pose.level(move) ? height(spots) : MIDDLE;
  }

  /// Whether more than a little of a photo is not on the canvas.
  static boolean cutsOff(Size photo, Size canvas) {
    double ratio = (double) photo.width() / photo.height() * canvas.height() / canvas.width();
    return Math.abs(ratio - 1) > LITTLE;
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
      // not in whole pixels: dots must be where the path of the camera puts them
      graphics.drawImage(
          source.image(),
          new AffineTransform(
              scale * photo.width() / source.width(),
              0,
              0,
              scale * photo.height() / source.height(),
              -x * scale,
              -y * scale),
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

  /// The camera's height: in the middle, or so much higher that no hair is cut off, but never so
  /// high that the chin is.
  private double height(List<PhotoDepth.Spot> faces) {
    if (faces.isEmpty()) {
      return MIDDLE;
    }
    PhotoDepth.Spot face = faces.getFirst();
    double free = plate.height() - canvas.height();
    double hair = face.y() - HAIR * face.wide();
    double chin = face.y() + CHIN * face.wide() - canvas.height();
    return Math.clamp(Math.max(hair, chin) / free, 0, MIDDLE);
  }

  @Override
  public void draw(int frame, byte[] picture) {
    Desk desk = Objects.requireNonNullElseGet(desks.poll(), Desk::new);
    double time = frames < 2 ? 0 : (double) frame / (frames - 1);
    Pose pose = Pose.at(move, time, frames / framesPerSecond);
    Camera camera = pose.view(plate, canvas, depth.elsewhere(), height);
    if (Pose.parallax(move)) {
      bend(desk.mesh, pose, camera);
    }
    view.draw(camera, surface, desk.mesh, desk.work, picture);
    desk.mesh.draw(surface, picture);
    desks.add(desk);
  }

  private void bend(Mesh mesh, Pose pose, Camera camera) {
    mesh.flatten();
    Camera middle = pose.view(plate, canvas, PhotoDepth.MIDDLE, height);
    for (int j = 0; j < mesh.down; j++) {
      double y = middle.top() + j * Mesh.CELL * middle.scale();
      for (int i = 0; i < mesh.across; i++) {
        double near = depth.at(middle.left() + i * Mesh.CELL * middle.scale(), y);
        boolean moved = near != depth.elsewhere();
        Camera seen = moved ? pose.view(plate, canvas, near, height) : camera;
        mesh.place(
            i,
            j,
            seen.left() + i * Mesh.CELL * seen.scale(),
            seen.top() + j * Mesh.CELL * seen.scale(),
            moved);
      }
    }
  }
}
