package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;
import app.photoplay.provider.local.Camera;
import app.photoplay.provider.video.CameraMove;

/// Where the camera is in one picture. Sideways and down are parts of the plate's width and height.
///
/// @param zoom enlarges everything alike
/// @param dolly comes nearer: enlarges near things more than far ones
/// @param panX turns, so that everything shifts alike
/// @param truckX goes sideways, so that near things shift more
/// @param anchor the depth that stays where it is while the camera goes sideways; 0 and below: none
record Pose(
    double zoom,
    double dolly,
    double panX,
    double panY,
    double truckX,
    double truckY,
    double anchor) {
  /// How much larger than the canvas a plate is, so that there is something to move over.
  static final double OVERSIZE = 1.25;

  private static final double STRAIGHT = 1.04;

  /// How much larger things become while the camera stands: nobody sees it go, but no second is
  /// frozen.
  private static final double BREATH = 0.016;

  private static final double SIDEWAYS = 1.25;
  private static final double TRAVEL = 0.097;

  /// How far the farthest things shift when the nearest shift by 1.
  private static final double FAR = 0.22;

  /// The camera's place during a move: it starts and stops gently.
  ///
  /// @param time part of the whole, 0 to 1
  /// @param seconds the whole; short shots move less far
  static Pose at(CameraMove move, double time, double seconds) {
    double eased = time * time * (3 - 2 * time);
    double reach = Math.clamp(seconds / 4, 0.3, 1);
    double side = (2 * eased - 1) * TRAVEL * reach;
    return switch (move) {
      case STATIC_SHOT -> straight(0, STRAIGHT * (1 + BREATH * reach * time));
      case PUSH_IN -> straight(0.2 * reach * eased, STRAIGHT);
      case PULL_OUT -> straight(0.2 * reach * (1 - eased), STRAIGHT);
      case ZOOM_IN -> straight(0, STRAIGHT * Math.pow(1.22, reach * eased));
      case ZOOM_OUT -> straight(0, STRAIGHT * Math.pow(1.22, reach * (1 - eased)));
      case PAN_LEFT -> new Pose(SIDEWAYS, 0, -side, 0, 0, 0, 0);
      case PAN_RIGHT -> new Pose(SIDEWAYS, 0, side, 0, 0, 0, 0);
      case TILT_UP -> new Pose(SIDEWAYS, 0, 0, -side, 0, 0, 0);
      case TILT_DOWN -> new Pose(SIDEWAYS, 0, 0, side, 0, 0, 0);
      case TRUCK_LEFT -> new Pose(SIDEWAYS, 0, 0, 0, -side, 0, 0);
      case TRUCK_RIGHT -> new Pose(SIDEWAYS, 0, 0, 0, side, 0, 0);
      case PEDESTAL_UP -> new Pose(SIDEWAYS, 0, 0, 0, 0, -side, 0);
      case PEDESTAL_DOWN -> new Pose(SIDEWAYS, 0, 0, 0, 0, side, 0);
      case TRACKING_SHOT -> new Pose(SIDEWAYS, 0.04 * eased, 0, 0, side * 1.4, 0, 0.62);
      case SHAKE -> shaking(time * seconds);
    };
  }

  /// Whether the camera stays at one height, which then can be any.
  static boolean level(CameraMove move) {
    return switch (move) {
      case TILT_UP, TILT_DOWN, PEDESTAL_UP, PEDESTAL_DOWN, SHAKE -> false;
      case PAN_LEFT, PAN_RIGHT, TRUCK_LEFT, TRUCK_RIGHT, TRACKING_SHOT -> true;
      case STATIC_SHOT, PUSH_IN, PULL_OUT, ZOOM_IN, ZOOM_OUT -> true;
    };
  }

  /// Whether near things move against far ones.
  static boolean parallax(CameraMove move) {
    return switch (move) {
      case PUSH_IN, PULL_OUT, TRACKING_SHOT -> true;
      case TRUCK_LEFT, TRUCK_RIGHT, PEDESTAL_UP, PEDESTAL_DOWN -> true;
      case PAN_LEFT, PAN_RIGHT, TILT_UP, TILT_DOWN -> false;
      case STATIC_SHOT, ZOOM_IN, ZOOM_OUT, SHAKE -> false;
    };
  }

  private static Pose straight(double dolly, double zoom) {
    return new Pose(zoom, dolly, 0, 0, 0, 0, 0);
  }

  /// A hand's slow sway with a little tremble on top, never twice the same within a shot.
  private static Pose shaking(double seconds) {
    double turn = 2 * Math.PI * seconds;
    double x =
        0.006 * Math.sin(0.53 * turn)
            + 0.0035 * Math.sin(1.31 * turn + 1)
            + 0.0012 * Math.sin(3.7 * turn + 2);
    double y =
        0.006 * Math.sin(0.61 * turn + 2)
            + 0.0035 * Math.sin(1.17 * turn)
            + 0.0012 * Math.sin(4.1 * turn);
    return new Pose(1.1, 0, x, y, 0, 0, 0);
  }

  /// What of a plate is seen at a depth, from its middle height.
  ///
  /// @param plate the plate's size
  /// @param depth 0 far away, 1 before the camera
  Camera view(Size plate, Size canvas, double depth) {
    return view(plate, canvas, depth, 0.5);
  }

  /// The same from another height.
  ///
  /// @param height 0 as high, 1 as low as the plate lets the camera be; other than 0.5 when a move
  ///   is level
  Camera view(Size plate, Size canvas, double depth, double height) {
    double scale = plate.width() / (canvas.width() * zoom * (1 + dolly * weight(depth)));
    double still = anchor > 0 ? weight(anchor) : 0;
    double shiftX = panX + truckX * (weight(depth) - still);
    double shiftY = panY + truckY * (weight(depth) - still);
    double freeX = plate.width() - 1 - scale * canvas.width();
    double freeY = plate.height() - 1 - scale * canvas.height();
    return new Camera(
        scale,
        Math.clamp(freeX / 2 + shiftX * plate.width(), 0, Math.max(0, freeX)),
        Math.clamp(freeY * height + shiftY * plate.height(), 0, Math.max(0, freeY)));
  }

  private static double weight(double depth) {
    return FAR + (1 - FAR) * depth;
  }
}
