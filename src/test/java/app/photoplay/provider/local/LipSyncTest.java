package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.local.SyncMeter.Sync;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LipSyncTest {
  private static final List<String> TEXTS =
      List.of(
          "Hello, I am a talking photo. My mother bought me a big blue boat.",
          "Happy birthday! We all hope that you have a wonderful day.",
          "The party is over. Please call me back when you are at home again.");

  @TempDir Path folder;

  @Test
  void theMouthMovesWithTheVoiceAndRestsInPauses() throws Exception {
    SyncMeter meter = new SyncMeter(new Ffmpeg(null, "", Path.of("target", "ffmpeg")), folder);

    List<Sync> syncs = new ArrayList<>();
    for (Path photo : List.of(meter.smiling(), meter.shut())) {
      for (String text : TEXTS) {
        syncs.add(meter.talk(photo, text).sync());
      }
    }

    assertThat(median(syncs, Sync::best)).as("%s", syncs).isGreaterThanOrEqualTo(0.5);
    assertThat(median(syncs, Sync::lag)).as("%s", syncs).isBetween(-25.0, 25.0);
    assertThat(syncs).allSatisfy(sync -> assertThat(sync.lag()).isBetween(-45.0, 45.0));
    assertThat(syncs).allSatisfy(sync -> assertThat(sync.still()).isLessThan(0.5));
  }

  private static double median(List<Sync> syncs, ToDoubleFunction<Sync> value) {
    double[] sorted = syncs.stream().mapToDouble(value).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
