package app.photoplay.provider.local;

import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.media.caption.Overlay;
import app.photoplay.media.face.Face;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.video.VideoEncoder;
import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.provider.talk.Style;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/// Draws the pictures of a speaking face. Each depends on its number alone, so that several threads
/// can draw.
///
/// Lips and eyes are drawn on a copy of the plate; then the camera's view of it is drawn, and over
/// it, through a mesh, the part in which head and skin move.
final class TalkingFace implements PhotoFrames {

  /// How far the camera drifts towards the face.
  private static final double DRIFT = 0.25;

  private final Plate plate;
  private final Framing framing;
  private final Size canvas;
  private final FaceFrame face;
  private final Style style;
  private final VisemeTrack track;
  private final MouthShape shape;
  private final MouthWarp mouth;
  private final List<Eye> eyes;
  private final Blinks blinks;
  private final Gaze gaze;
  private final Prosody prosody;
  private final HeadMotion head;
  private final HeadWarp warp;
  private final CameraView view;
  private final int framesPerSecond;
  private final int frames;
  private final Queue<Desk> desks = new ConcurrentLinkedQueue<>();

  /// What one drawing thread works on.
  private final class Desk {
    final int[] raster = plate.pixels().clone();
    final Surface surface = plate.surface().copy();
    final Mesh mesh = new Mesh(canvas);
    final CameraView.Work work = view.new Work();
    final Lips lips = new Lips(shape);
    final SkinWarp skin = new SkinWarp(shape, lips);
  }

  TalkingFace(
      Picture photo,
      Face found,
      Shape cut,
      VideoEncoder.Order order,
      SpeechTimings timings,
      Envelope envelope,
      Style style,
      long seed) {
    this.style = style;
    FaceFrame inPhoto = FaceFrame.of(found);
    canvas = order.size();
    framing = Framing.around(found, inPhoto, photo.size(), canvas, cut);
    plate = Plate.of(photo, framing, canvas);
    face = inPhoto.in(framing.x(), framing.y(), plate.width() / framing.width());
    track = VisemeTrack.of(timings, envelope);
    shape = MouthAnalysis.of(plate, face);
    mouth = new MouthWarp(plate, face, shape);
    Face.Eyes seen = found.eyesOrUsual();
    eyes = face.eyesSeen() ? List.of(eye(seen.left()), eye(seen.right())) : List.of();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    frames = order.frames();
    framesPerSecond = order.framesPerSecond();
    double seconds = (double) frames / framesPerSecond;
    blinks = new Blinks(seconds, random);
    gaze = new Gaze(seconds, random);
    prosody = Prosody.of(timings, envelope, random);
    head = new HeadMotion(envelope, prosody, style == Style.LIVELY ? 1.35 : 0.95, random);
    warp = new HeadWarp(plate, face);
    view = new CameraView(canvas);
  }

  /// @param centre in pixels of the photo
  private Eye eye(Face.Point centre) {
    double enlarged = plate.width() / framing.width();
    FaceFrame eye =
        new FaceFrame(
            (centre.x() - framing.x()) * enlarged,
            (centre.y() - framing.y()) * enlarged,
            face.scale(),
            face.cos(),
            face.sin(),
            true);
    return new Eye(plate, eye);
  }

  @Override
  public void draw(int frame, byte[] picture) {
    @Nullable Desk known = desks.poll();
    Desk desk = known == null ? new Desk() : known;
    double seconds = (double) frame / framesPerSecond;
    MouthPose pose = track.at(seconds);
    desk.lips.place(pose);
    desk.skin.place(pose, brows(seconds));
    mouth.draw(pose, desk.lips, desk.raster);
    take(desk, mouth.patch);
    for (Eye eye : eyes) {
      eye.draw(blinks.closed(seconds), gaze.aside(seconds), desk.raster);
      take(desk, eye.patch);
    }
    Camera camera = camera(frame);
    warp.place(desk.mesh, camera, head.at(seconds), desk.skin);
    view.draw(camera, desk.surface, desk.mesh, desk.work, picture);
    desk.mesh.draw(desk.surface, picture);
    desks.add(desk);
  }

  @Override
  public Overlay.Behind behind(List<Face> faces) {
    return LabelGround.of(plate, framing, faces, camera(0), camera(frames - 1));
  }

  private static void take(Desk desk, Patch patch) {
    int right = patch.left + patch.width;
    desk.surface.take(desk.raster, patch.left, patch.top, right, patch.top + patch.height);
  }

  private double brows(double seconds) {
    return eyes.isEmpty() ? 0 : (style == Style.LIVELY ? 1.0 : 0.6) * prosody.stress(seconds);
  }

  Camera camera(int frame) {
    double time = frames < 2 ? 0 : (double) frame / (frames - 1);
    double x = face.x(0, -0.5);
    double y = face.y(0, -0.5);
    return switch (style) {
      case CALM -> Camera.at(time, Camera.TALKING, x, y, DRIFT, plate, canvas);
      case STILL -> Camera.at(0, Camera.TALKING, x, y, DRIFT, plate, canvas);
      case LIVELY -> {
        double floating = Math.sin(2 * Math.PI * 0.07 * frame / framesPerSecond);
        double aside = x + 0.4 * plate.width() * floating;
        yield Camera.at(time, Camera.LIVELY, aside, y, DRIFT, plate, canvas);
      }
    };
  }
}
