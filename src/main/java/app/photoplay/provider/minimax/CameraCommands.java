package app.photoplay.provider.minimax;

import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotWords;
import app.photoplay.provider.video.VideoPrompt;

/// The words in brackets by which MiniMax's older models move their camera: fifteen, and no others.
final class CameraCommands {
  private CameraCommands() {}

  static String of(CameraMove move) {
    return switch (move) {
      case STATIC_SHOT -> "[Static shot]";
      case PUSH_IN -> "[Push in]";
      case PULL_OUT -> "[Pull out]";
      case ZOOM_IN -> "[Zoom in]";
      case ZOOM_OUT -> "[Zoom out]";
      case PAN_LEFT -> "[Pan left]";
      case PAN_RIGHT -> "[Pan right]";
      case TILT_UP -> "[Tilt up]";
      case TILT_DOWN -> "[Tilt down]";
      case TRUCK_LEFT -> "[Truck left]";
      case TRUCK_RIGHT -> "[Truck right]";
      case PEDESTAL_UP -> "[Pedestal up]";
      case PEDESTAL_DOWN -> "[Pedestal down]";
      case TRACKING_SHOT -> "[Tracking shot]";
      case SHAKE -> "[Shake]";
    };
  }

  /// The shot's words with its command behind them, which always has room.
  static String in(VideoPrompt prompt, int most) {
    String command = of(prompt.camera());
    // brackets of people's own would be commands, too
    String words = ShotWords.withoutCamera(prompt, most - command.length() - 1);
    return (words.replace('[', '(').replace(']', ')') + " " + command).strip();
  }
}
