package app.photoplay.provider.local;

import app.photoplay.media.Face;
import app.photoplay.media.Picture;
import app.photoplay.media.Size;
import app.photoplay.media.VideoEncoder;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Draws the pictures of a slow way into a photo in which nothing moves.
final class ZoomedPhoto implements VideoEncoder.Frames {
  private final Plate plate;
  private final Size canvas;
  private final HeadWarp warp;
  private final int frames;
  private final Queue<int[]> meshes = new ConcurrentLinkedQueue<>();

  ZoomedPhoto(Picture photo, Optional<Face> face, VideoEncoder.Order order) {
    canvas = order.size();
    frames = order.frames();
    plate = Plate.of(photo, Framing.whole(photo.size(), canvas, face), canvas);
    warp = new HeadWarp(plate, canvas);
  }

  @Override
  public void draw(int frame, int[] pixels) {
    int[] mesh = Objects.requireNonNullElseGet(meshes.poll(), warp::mesh);
    double time = frames < 2 ? 0 : (double) frame / (frames - 1);
    double x = plate.width() / 2.0;
    double y = plate.height() * 0.45;
    warp.place(mesh, Camera.at(time, Camera.ZOOMING, x, y, 0.5, plate, canvas));
    warp.draw(mesh, plate.pixels(), pixels);
    meshes.add(mesh);
  }
}
