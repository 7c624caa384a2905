package app.photoplay.provider.local;

import app.photoplay.media.Size;
import app.photoplay.media.caption.Overlay;
import app.photoplay.media.face.Face;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.video.VideoEncoder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Draws the pictures of a slow way into a photo in which nothing moves.
final class ZoomedPhoto implements PhotoFrames {
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
  private final Framing framing;
  private final Size canvas;
  private final CameraView view;
  private final int frames;
  private final Queue<CameraView.Work> works = new ConcurrentLinkedQueue<>();

  ZoomedPhoto(Picture photo, Optional<Face> face, VideoEncoder.Order order) {
    canvas = order.size();
    frames = order.frames();
    framing = Framing.whole(photo.size(), canvas, face);
    plate = Plate.of(photo, framing, canvas);
    view = new CameraView(canvas);
  }

  @Override
  public void draw(int frame, byte[] picture) {
    CameraView.Work work = Objects.requireNonNullElseGet(works.poll(), () -> view.new Work());
    view.draw(camera(frame), plate.surface(), NOTHING, work, picture);
    works.add(work);
  }

  @Override
  public Overlay.Behind behind(List<Face> faces) {
    return LabelGround.of(plate, framing, faces, camera(0), camera(frames - 1));
  }

  Camera camera(int frame) {
    double time = frames < 2 ? 0 : (double) frame / (frames - 1);
    double x = plate.width() / 2.0;
    double y = plate.height() * 0.45;
    return Camera.at(time, Camera.ZOOMING, x, y, 0.5, plate, canvas);
  }
}
