package app.photoplay.provider.local.scene;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Size;
import app.photoplay.provider.local.Camera;
import app.photoplay.provider.video.CameraMove;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParallaxTest {
  private static final Size CANVAS = new Size(1280, 720);
  private static final Size PLATE = Plates.size(CANVAS);

  @Test
  void nearThingsPassFasterWhenTheCameraTrucks() {
    assertThat(travel(CameraMove.TRUCK_RIGHT, 1))
        .isGreaterThan(3 * travel(CameraMove.TRUCK_RIGHT, 0));
    assertThat(travel(CameraMove.TRUCK_LEFT, 1)).isEqualTo(-travel(CameraMove.TRUCK_RIGHT, 1));
  }

  @Test
  void allThingsPassAlikeWhenTheCameraPans() {
    assertThat(travel(CameraMove.PAN_RIGHT, 1)).isEqualTo(travel(CameraMove.PAN_RIGHT, 0));
  }

  @Test
  void onlyNearThingsGrowMuchWhenTheCameraComesNearer() {
    assertThat(growth(CameraMove.PUSH_IN, 1)).isGreaterThan(1.15);
    assertThat(growth(CameraMove.PUSH_IN, 0)).isLessThan(1.06);
    assertThat(growth(CameraMove.ZOOM_IN, 0)).isEqualTo(growth(CameraMove.ZOOM_IN, 1));
  }

  @ParameterizedTest
  @EnumSource(CameraMove.class)
  void theCameraNeverLooksBeyondThePlate(CameraMove move) {
    for (int i = 0; i <= 100; i++) {
      for (double depth : new double[] {0, 0.5, 1}) {
        Camera view = Pose.at(move, i / 100.0, 60).view(PLATE, CANVAS, depth);

        assertThat(view.left()).isBetween(0.0, PLATE.width() - 1 - view.scale() * CANVAS.width());
        assertThat(view.top()).isBetween(0.0, PLATE.height() - 1 - view.scale() * CANVAS.height());
        assertThat(view.scale()).isLessThan(1.25);
      }
    }
  }

  private static double travel(CameraMove move, double depth) {
    return view(move, 1, depth).left() - view(move, 0, depth).left();
  }

  private static double growth(CameraMove move, double depth) {
    return view(move, 0, depth).scale() / view(move, 1, depth).scale();
  }

  private static Camera view(CameraMove move, double time, double depth) {
    return Pose.at(move, time, 6).view(PLATE, CANVAS, depth);
  }
}
