package app.photoplay.provider.local.scene;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Size;
import app.photoplay.media.video.Yuv;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Shots of one film show one place and one hero, each in its own way.
class ShotsOfOneFilmTest {
  private static final Size WIDE = new Size(320, 180);
  private static final Size TALL = new Size(180, 320);

  @Test
  void theHeroGrowsFromShotSizeToShotSizeAndIsSeenInEach() {
    for (Size canvas : List.of(WIDE, TALL)) {
      List<Long> seen = new ArrayList<>();
      for (ShotSize shot : ShotSize.values()) {
        seen.add(orange(picture("a fox in a field at noon on a clear day", shot, canvas)));
      }
      assertThat(seen.getFirst()).isGreaterThan(15);
      assertThat(seen).isSorted();
      assertThat(seen.getLast()).isGreaterThan(6 * seen.getFirst());
    }
  }

  @Test
  void theHourAndTheWeatherLeaveThePlaceAsItIs() {
    String field = "two friends cross the desert, ";
    double[] noon = land(field + "noon, clear");

    assertThat(likeness(noon, land(field + "dawn, clear"))).isGreaterThan(0.7);
    assertThat(likeness(noon, land(field + "noon, cloudy"))).isGreaterThan(0.7);
    assertThat(likeness(noon, land(field + "dusk, cloudy"))).isGreaterThan(0.7);
  }

  @Test
  void theHeroWearsTheSameInAllShots() {
    SceneIdea near = idea("a woman in a field at noon, clear", ShotSize.CLOSE_UP);
    SceneIdea far = idea("far away, a woman in a field at dusk", ShotSize.WIDE);

    assertThat(near.seed()).isEqualTo(far.seed());
    assertThat(near.guise()).isEqualTo(far.guise());
    assertThat(near.view()).isNotEqualTo(far.view());
  }

  @Test
  void anotherFilmHasAnotherHeroOrPlace() {
    assertThat(SceneIdea.of("a woman in a field", "", ShotSize.WIDE, 2).seed())
        .isNotEqualTo(idea("a woman in a field", ShotSize.WIDE).seed());
    assertThat(idea("a woman at the sea", ShotSize.WIDE).seed())
        .isNotEqualTo(idea("a woman in a field", ShotSize.WIDE).seed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a lighthouse keeper befriends a storm",
        "a fox learns to fly",
        "two friends cross the desert",
        "a robot alone in the city at night",
        "my grandmother's garden",
        "a dog waits at the station",
        "two sailors on the sea",
        "a boy above the clouds",
        "the desert at noon on a clear day",
        "an idea that names no place"
      })
  void noSecondIsFrozenOrBlackWhileTheCameraStands(String words) {
    for (ShotSize size : List.of(ShotSize.EXTREME_WIDE, ShotSize.CLOSE_UP)) {
      Scene scene = Places.paint(idea(words, size), Plates.size(WIDE));
      SceneShot shot = new SceneShot(scene, WIDE, CameraMove.STATIC_SHOT, 150, 25);
      byte[] before = planes(shot, 0);
      for (int frame = 25; frame < 150; frame += 25) {
        byte[] after = planes(shot, frame);
        assertThat(brightness(after)).as("%s, %s", words, size).isGreaterThan(22);
        assertThat(changed(before, after)).as("%s, %s, %d", words, size, frame).isGreaterThan(80);
        before = after;
      }
    }
  }

  private static byte[] planes(SceneShot shot, int frame) {
    byte[] planes = new byte[Yuv.bytes(WIDE)];
    shot.draw(frame, planes);
    return planes;
  }

  /// How many pixels are brighter or darker than before, by more than grain is.
  private static long changed(byte[] before, byte[] after) {
    long count = 0;
    for (int i = 0; i < WIDE.pixels(); i++) {
      count += Math.abs((before[i] & 255) - (after[i] & 255)) > 3 ? 1 : 0;
    }
    return count;
  }

  /// 16 for black.
  private static double brightness(byte[] planes) {
    long sum = 0;
    for (int i = 0; i < WIDE.pixels(); i++) {
      sum += planes[i] & 255;
    }
    return (double) sum / WIDE.pixels();
  }

  private static long orange(int[] pixels) {
    return Arrays.stream(pixels)
        .filter(it ->
            (it >> 16 & 255) > 140
                && (it >> 16 & 255) > 3 * (it & 255)
                && (it >> 8 & 255) < (it >> 16 & 255) * 0.66)
        .count();
  }

  /// The lower half of a wide shot, normalised.
  private static double[] land(String words) {
    int[] small =
        LocalImageModel.picture(idea(words, ShotSize.EXTREME_WIDE), WIDE)
            .scaledTo(new Size(32, 18))
            .pixels();
    double[] grey =
        Arrays.stream(small, 32 * 9, small.length).mapToDouble(it -> it >> 8 & 255).toArray();
    double mean = Arrays.stream(grey).average().orElseThrow();
    double spread = Math.sqrt(Arrays.stream(grey).map(it -> (it - mean) * (it - mean)).sum());
    return Arrays.stream(grey).map(it -> (it - mean) / spread).toArray();
  }

  private static double likeness(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static int[] picture(String words, ShotSize shot, Size canvas) {
    return LocalImageModel.picture(idea(words, shot), canvas).pixels();
  }

  private static SceneIdea idea(String words, ShotSize shot) {
    return SceneIdea.of(words, "", shot, 1);
  }
}
