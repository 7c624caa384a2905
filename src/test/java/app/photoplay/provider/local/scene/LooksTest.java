package app.photoplay.provider.local.scene;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Size;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The styles that people choose by name.
class LooksTest {
  private static final Size CANVAS = new Size(320, 180);
  private static final List<String> STYLES =
      List.of("", "cinematic", "documentary", "anime", "watercolour", "3D", "pixel", "vintage");

  @ParameterizedTest
  @ValueSource(
      strings = {"a fox in the forest at dawn", "two friends cross the desert", "a city at night"})
  void eachLooksUnlikeEveryOther(String idea) {
    List<int[]> pictures = new ArrayList<>();
    for (String style : STYLES) {
      int[] picture = picture(idea, style);
      for (int i = 0; i < pictures.size(); i++) {
        assertThat(difference(picture, pictures.get(i)))
            .as(style + " / " + STYLES.get(i))
            .isGreaterThan(4);
      }
      pictures.add(picture);
    }
  }

  @Test
  void aStyleShowsTheSamePlace() {
    for (String style : STYLES) {
      SceneIdea idea = idea("a fox in the forest at dawn", style);
      assertThat(idea.seed()).isEqualTo(idea("a fox in the forest at dawn", "").seed());
      assertThat(idea.view()).isEqualTo(idea("a fox in the forest at dawn", "").view());
    }
  }

  @Test
  void aKeyframeIsTheFirstPictureOfItsShotInEveryStyle() {
    for (String style : STYLES) {
      SceneIdea idea = idea("a boat on the sea at sunset", style);
      Scene scene = Places.paint(idea, Plates.size(CANVAS));
      SceneShot shot = new SceneShot(scene, CANVAS, CameraMove.STATIC_SHOT, 50, 25);

      assertThat(shot.picture(0, CANVAS).pixels())
          .as(style)
          .isEqualTo(LocalImageModel.picture(idea, CANVAS).pixels());
    }
  }

  @Test
  void anOldPrintIsBrown() {
    for (int pixel : picture("a field of flowers at noon", "vintage")) {
      assertThat(pixel >> 16 & 255).isGreaterThanOrEqualTo(pixel & 255);
    }
  }

  @Test
  void wordsOfNoKnownStyleLeaveThePictureAsItIs() {
    assertThat(picture("a lake at noon", "by the people of our town"))
        .isEqualTo(picture("a lake at noon", ""));
  }

  @Test
  void aStyleAloneIsNothingToSee() {
    assertThat(SceneWords.anyIn("vintage watercolour")).isFalse();
    assertThat(SceneWords.anyIn("a vintage car")).isTrue();
  }

  private static int[] picture(String text, String style) {
    return LocalImageModel.picture(idea(text, style), CANVAS).pixels();
  }

  private static SceneIdea idea(String text, String style) {
    return SceneIdea.of(text, style, ShotSize.WIDE, 1);
  }

  private static double difference(int[] one, int[] other) {
    long sum = 0;
    for (int i = 0; i < one.length; i++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        sum += Math.abs((one[i] >> shift & 255) - (other[i] >> shift & 255));
      }
    }
    return sum / 3.0 / one.length;
  }
}
