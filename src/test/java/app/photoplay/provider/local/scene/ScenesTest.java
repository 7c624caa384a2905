package app.photoplay.provider.local.scene;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What painted scenes look like, as far as numbers can tell.
class ScenesTest {
  private static final Size CANVAS = new Size(320, 180);
  private static final List<String> PROMPTS =
      List.of(
          "a boat on the sea at sunset",
          "a palm beach at noon",
          "a quiet lake in the morning",
          "high mountains on a clear day",
          "a dark forest at night",
          "the desert at noon",
          "a field of flowers",
          "a snowy village at night",
          "a city skyline at dusk",
          "a rainy street at night",
          "a road through the hills",
          "a room with a window",
          "planets in space",
          "above the clouds at dawn",
          "an idea that names no place");

  @Test
  void everyPlaceHasACompositionOfItsOwn() {
    List<double[]> shapes = new ArrayList<>();
    for (String prompt : PROMPTS) {
      shapes.add(shape(picture(prompt, 1)));
    }

    for (int i = 0; i < shapes.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(likeness(shapes.get(i), shapes.get(j)))
            .as(PROMPTS.get(i) + " / " + PROMPTS.get(j))
            .isLessThan(0.97);
      }
    }
  }

  @Test
  void theSameWordsAndSeedGiveTheSamePicture() {
    assertThat(picture("a snowy village", 3).pixels())
        .isEqualTo(picture("a snowy village", 3).pixels());
  }

  @Test
  void anotherSeedGivesAnotherPicture() {
    assertThat(picture("a snowy village", 4).pixels())
        .isNotEqualTo(picture("a snowy village", 3).pixels());
  }

  @Test
  void nightIsDarkerThanDay() {
    for (String place : List.of("sea", "mountains", "field", "village", "street", "room")) {
      assertThat(brightness(picture(place + " at night", 1)))
          .as(place)
          .isLessThan(0.6 * brightness(picture(place + " at noon on a clear day", 1)));
    }
  }

  @Test
  void rainFallsWhileTheCameraStandsStill() {
    SceneShot rain = still("a field in the rain at noon");
    SceneShot dry = still("a desert at noon on a clear day");

    assertThat(changed(rain)).isGreaterThan(0.01);
    assertThat(changed(dry)).isLessThan(changed(rain));
  }

  @Test
  void skiesShowNoBands() {
    int[] pixels = picture("desert on a clear day at noon", 1).pixels();
    int row = 40;

    long different =
        Arrays.stream(pixels, row * CANVAS.width(), row * CANVAS.width() + 120).distinct().count();

    assertThat(different).isGreaterThan(3);
  }

  private static SceneShot still(String prompt) {
    Scene scene = Places.paint(idea(prompt, 1), Plates.size(CANVAS));
    return new SceneShot(scene, CANVAS, CameraMove.STATIC_SHOT, 50, 25);
  }

  private static double changed(SceneShot shot) {
    int[] before = shot.picture(10, CANVAS).pixels();
    int[] after = shot.picture(14, CANVAS).pixels();
    int count = 0;
    for (int i = 0; i < before.length; i++) {
      if (Math.abs((before[i] >> 8 & 255) - (after[i] >> 8 & 255)) > 6) {
        count++;
      }
    }
    return (double) count / before.length;
  }

  private static Picture picture(String prompt, long seed) {
    return LocalImageModel.picture(idea(prompt, seed), CANVAS);
  }

  private static SceneIdea idea(String prompt, long seed) {
    return SceneIdea.of(prompt, "", ShotSize.WIDE, seed);
  }

  /// Where the picture is brighter or darker than on average, whatever its colours: normalised, so
  /// that a recoloured picture has the same shape.
  private static double[] shape(Picture picture) {
    int[] small = picture.scaledTo(new Size(32, 18)).pixels();
    double[] grey = Arrays.stream(small).mapToDouble(it -> it >> 8 & 255).toArray();
    double mean = Arrays.stream(grey).average().orElseThrow();
    double spread = Math.sqrt(Arrays.stream(grey).map(it -> (it - mean) * (it - mean)).sum());
    return Arrays.stream(grey).map(it -> (it - mean) / spread).toArray();
  }

  private static double likeness(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return Math.abs(sum);
  }

  private static double brightness(Picture picture) {
    return Arrays.stream(picture.pixels()).map(it -> it >> 8 & 255).average().orElseThrow();
  }
}
