package app.photoplay.provider.local;

import app.photoplay.media.Size;
import app.photoplay.media.face.Face;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.video.VideoEncoder;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Draws the pictures of a slow way into a photo in which nothing moves.
final class ZoomedPhoto implements VideoEncoder.Planes {
  private static final CameraView.Covered NOTHING =
      new CameraView.Covered() {
        @Override
        public int from(int row) {
          return 0;
        }

        @Override
        public int to(int row) {
          return 0;
        }
      };

  private final Plate plate;
  private final Size canvas;
  private final CameraView view;
  private final int frames;
  private final Queue<CameraView.Work> works = new ConcurrentLinkedQueue<>();

  ZoomedPhoto(Picture photo, Optional<Face> face, VideoEncoder.Order order) {
    canvas = order.size();
    frames = order.frames();
    plate = Plate.of(photo, Framing.whole(photo.size(), canvas, face), canvas);
    view = new CameraView(canvas);
  }

  @Override
  public void draw(int frame, byte[] picture) {
    CameraView.Work work = Objects.requireNonNullElseGet(works.poll(), () -> view.new Work());
    view.draw(camera(frame), plate.surface(), NOTHING, work, picture);
    works.add(work);
  }

  Camera camera(int frame) {
    double time = frames < 2 ? 0 : (double) frame / (frames - 1);
    double x = plate.width() / 2.0;
    double y = plate.height() * 0.45;
    return Camera.at(time, Camera.ZOOMING, x, y, 0.5, plate, canvas);
  }
}
