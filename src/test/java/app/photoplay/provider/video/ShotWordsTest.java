package app.photoplay.provider.video;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A shot in one text.
class ShotWordsTest {
  private static final Optional<Path> PHOTO = Optional.of(Path.of("photo.jpg"));

  @Test
  void wordsAloneTellWhatIsSeenHowLargeAndHow() {
    assertThat(
            ShotWords.of(shot("A fox looks up", "It turns", "watercolour", Optional.empty()), 99))
        .isEqualTo("A fox looks up. It turns. close up shot. Camera: truck left. watercolour.");
  }

  @Test
  void ofAPhotoOnlyWhatHappensIsTold() {
    assertThat(ShotWords.of(shot("A fox looks up", "It turns!", "", PHOTO), 99))
        .isEqualTo("It turns! Camera: truck left.");
    assertThat(ShotWords.of(shot("A fox looks up", "", "", PHOTO), 99))
        .isEqualTo("A fox looks up. Camera: truck left.");
    assertThat(ShotWords.of(shot("", "", "", PHOTO), 99)).isEqualTo("Camera: truck left.");
  }

  @Test
  void whatDoesNotFitIsLeftOutWhole() {
    VideoPrompt shot = shot("A fox looks up", "", "oil", PHOTO);

    assertThat(ShotWords.of(shot, 20)).isEqualTo("A fox looks up. oil.");
    assertThat(ShotWords.of(shot, 15)).isEqualTo("A fox looks up.");
  }

  @Test
  void theFirstWordsAreCutBetweenLetters() {
    assertThat(ShotWords.of(shot("🦊🦊🦊", "", "", PHOTO), 5)).isEqualTo("🦊🦊");
    assertThat(ShotWords.of(shot("🦊🦊🦊", "", "", PHOTO), 4)).isEqualTo("🦊🦊");
  }

  @Test
  void theCameraCanBeLeftToWhoHasCommandsForIt() {
    assertThat(ShotWords.withoutCamera(shot("A fox", "", "oil", PHOTO), 99))
        .isEqualTo("A fox. oil.");
  }

  private static VideoPrompt shot(String text, String motion, String style, Optional<Path> first) {
    return new VideoPrompt(
        text,
        style,
        motion,
        first,
        Optional.empty(),
        5,
        Shape.WIDE,
        Quality.ECONOMY,
        CameraMove.TRUCK_LEFT,
        ShotSize.CLOSE_UP,
        1);
  }
}
