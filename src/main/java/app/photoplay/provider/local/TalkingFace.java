package app.photoplay.provider.local;

import app.photoplay.media.Face;
import app.photoplay.media.Picture;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.media.VideoEncoder;
import app.photoplay.provider.SpeechTimings;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/// Draws the pictures of a speaking face. Each depends on its number alone, so that several threads
/// can draw.
final class TalkingFace implements VideoEncoder.Frames {
  private static final double EYE_ABOVE_MOUTH = FaceFrame.MOUTH_BELOW_EYES;

  /// How far the camera drifts towards the face.
  private static final double DRIFT = 0.25;

  private final Plate plate;
  private final Size canvas;
  private final FaceFrame face;
  private final VisemeTrack track;
  private final MouthWarp mouth;
  private final List<EyeLid> lids;
  private final Blinks blinks;
  private final HeadMotion head;
  private final HeadWarp warp;
  private final int framesPerSecond;
  private final int frames;
  private final Queue<Desk> desks = new ConcurrentLinkedQueue<>();

  /// What one drawing thread works on.
  private static final class Desk {
    final int[] raster;
    final int[] mesh;
    final MouthWarp.Columns columns = new MouthWarp.Columns();

    Desk(int[] raster, int[] mesh) {
      this.raster = raster;
      this.mesh = mesh;
    }
  }

  TalkingFace(
      Picture photo,
      Face found,
      Shape shape,
      VideoEncoder.Order order,
      SpeechTimings timings,
      Envelope envelope,
      long seed) {
    FaceFrame inPhoto = FaceFrame.of(found);
    canvas = order.size();
    Framing framing = Framing.around(found, inPhoto, photo.size(), canvas, shape);
    plate = Plate.of(photo, framing, canvas);
    face = inPhoto.in(framing.x(), framing.y(), plate.width() / framing.width());
    track = VisemeTrack.of(timings, envelope);
    mouth = new MouthWarp(plate, face, MouthAnalysis.of(plate, face));
    lids = face.eyesSeen() ? List.of(lid(-0.5), lid(0.5)) : List.of();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    frames = order.frames();
    framesPerSecond = order.framesPerSecond();
    blinks = new Blinks((double) frames / framesPerSecond, random);
    head = new HeadMotion(envelope, random);
    warp = new HeadWarp(plate, canvas);
  }

  private EyeLid lid(double u) {
    FaceFrame eye =
        new FaceFrame(
            face.x(u, -EYE_ABOVE_MOUTH),
            face.y(u, -EYE_ABOVE_MOUTH),
            face.scale(),
            face.cos(),
            face.sin(),
            true);
    return new EyeLid(plate, eye);
  }

  @Override
  public void draw(int frame, int[] pixels) {
    @Nullable Desk known = desks.poll();
    Desk desk = known == null ? new Desk(plate.pixels().clone(), warp.mesh()) : known;
    double seconds = (double) frame / framesPerSecond;
    mouth.draw(track.open(seconds), track.wide(seconds), desk.columns, desk.raster);
    double closed = blinks.closed(seconds);
    for (EyeLid lid : lids) {
      lid.patch.copy(plate.pixels(), desk.raster, plate.width());
      if (closed > 0) {
        lid.draw(closed, desk.raster);
      }
    }
    warp.place(desk.mesh, camera(frame), face, head.at(seconds));
    warp.draw(desk.mesh, desk.raster, pixels);
    desks.add(desk);
  }

  private Camera camera(int frame) {
    double time = frames < 2 ? 0 : (double) frame / (frames - 1);
    double x = face.x(0, -0.5);
    double y = face.y(0, -0.5);
    return Camera.at(time, Camera.TALKING, x, y, DRIFT, plate, canvas);
  }
}
