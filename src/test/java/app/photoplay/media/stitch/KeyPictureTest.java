package app.photoplay.media.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Size;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPictureTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {24, 25, 30, 50, 60})
  void areExactlyWhereTheyAreWantedAtEveryRate(int rate) throws Exception {
    Format format = new Format(new Size(64, 36), rate, 1_000_000);
    for (int key = 5; key < 20; key++) {
      Normaliser.Order order =
          new Normaliser.Order(
              format,
              ClipTransition.crossfade(key),
              ClipTransition.CUT,
              folder.resolve(rate + "-" + key));

      Clip clip =
          new Normaliser(TestClips.FFMPEG, 1)
              .standIn(IntStream.range(0, 64 * 36).toArray(), 30, order);

      Mp4Track track = Mp4Reader.track(clip.picture(), "vide");
      assertThat(track.groups()).extracting(Mp4Track.Group::first).containsExactly(0, key);
    }
  }
}
