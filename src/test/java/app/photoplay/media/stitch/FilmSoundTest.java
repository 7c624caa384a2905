package app.photoplay.media.stitch;

import static app.photoplay.media.stitch.TestClips.FADE;
import static app.photoplay.media.stitch.TestClips.FFMPEG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.media.sound.stereo.Sound;
import app.photoplay.media.stitch.Timeline.Cut;
import app.photoplay.media.stitch.Timeline.Narration;
import app.photoplay.testkit.DecodedVideo;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmSoundTest {
  private static final int PER_FRAME = 1920;

  @TempDir Path folder;

  /// A white picture and a beep at the same moment, near the begin of the first clip and near the
  /// end of the last one; between them fades and a clip without sound.
  @Test
  void soundAndPictureStayTogetherFromBeginToEnd() throws Exception {
    String flash = "color=black:s=320x180:r=25:d=2,drawbox=c=white:t=fill:enable='eq(n,%d)'";
    String beep = "aevalsrc='if(between(t,%1$.2f,%1$.2f+0.04),0.5*sin(2*PI*2000*t),0)':d=2:s=48000";
    Clip first = clip("first", flash.formatted(10), beep.formatted(0.4));
    Clip silent = clip("silent", "testsrc2=s=160x120:r=30:d=1.7,eq=brightness=-0.5", "");
    Clip last = clip("last", flash.formatted(40), beep.formatted(1.6));

    Film film = film(List.of(), first, silent, silent, last);

    int end = 50 + 43 + 43 - 3 * 12 + 40;
    List<byte[]> grey = DecodedVideo.grey(FFMPEG.binary().path(), film.video(), 0, 0, 320, 180);
    assertThat(white(grey.get(10)) && white(grey.get(end))).isTrue();
    float[] heard = TestClips.sound(film.video()).left();
    assertThat(onset(heard, 0)).isCloseTo(10 * PER_FRAME, within(PER_FRAME / 4));
    assertThat(onset(heard, heard.length / 2)).isCloseTo(end * PER_FRAME, within(PER_FRAME / 4));
  }

  @Test
  void aCrossfadeNeitherClicksNorDips() throws Exception {
    Clip low = clip("low", "color=gray:s=320x180:r=25:d=2", "sine=f=220:d=2");
    Clip high = clip("high", "color=gray:s=320x180:r=25:d=2", "sine=f=330:d=2");

    float[] heard = TestClips.sound(film(List.of(), low, high).video()).left();

    double steady = power(heard, 20 * PER_FRAME, 30 * PER_FRAME);
    for (int frame = 36; frame < 50; frame += 2) {
      double there = power(heard, frame * PER_FRAME, (frame + 4) * PER_FRAME);
      assertThat(10 * Math.log10(there / steady)).as("frame %d", frame).isBetween(-1.5, 1.5);
    }
    double largest = Math.sqrt(2 * steady);
    for (int i = 2 * PER_FRAME; i < heard.length - 2 * PER_FRAME; i++) {
      // two tones at their steepest, and what coding adds
      double steepest = 2 * Math.PI * 330 / 48_000 * largest * 1.6;
      assertThat(Math.abs(heard[i] - heard[i - 1])).isLessThan((float) steepest);
    }
  }

  @Test
  void theClipsAreLoweredUnderTheNarration() throws Exception {
    Clip wind = clip("wind", "color=gray:s=320x180:r=25:d=6", "sine=f=5000:d=6");
    Path words = TestClips.source(folder.resolve("w.mp4"), "color=s=64x64:d=1.5", "sine=d=1.5", "");
    Path pcm = folder.resolve("words.pcm");
    NormaliseResult speech =
        new Normaliser(FFMPEG, 1).speech(words, NormaliseResult.Sender.PROVIDER, pcm);

    Film film = film(List.of(new Narration(pcm, 75)), wind);

    assertThat(speech).isInstanceOf(NormaliseResult.Heard.class);
    float[] heard = TestClips.sound(film.video()).left();
    double before = tone(heard, 5000, 1.0);
    assertThat(20 * Math.log10(tone(heard, 5000, 3.7) / before)).isCloseTo(-14, within(1.5));
    assertThat(20 * Math.log10(tone(heard, 5000, 5.6) / before)).isCloseTo(0, within(1.0));
    assertThat(tone(heard, 440, 3.7)).isGreaterThan(5 * tone(heard, 5000, 3.7));
  }

  @Test
  void aSilentFilmStaysSilent() throws Exception {
    Film film = film(List.of(), clip("mute", "testsrc2=s=320x180:r=25:d=1", ""));

    assertThat(film.lufs()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(film.encoded()).isZero();
  }

  private Clip clip(String name, String picture, String sound) throws Exception {
    Path source = TestClips.source(folder.resolve(name + ".mp4"), picture, sound, "");
    return TestClips.clip(source, folder.resolve(name));
  }

  private Film film(List<Narration> narrations, Clip... clips) throws Exception {
    List<Cut> cuts = List.of(clips).stream().map(it -> new Cut(it, -20, FADE)).toList();
    return new Stitcher(FFMPEG, folder.resolve("work"))
        .stitch(new Timeline(cuts, narrations, List.of()), folder.resolve("film.mp4"), done -> {});
  }

  private static boolean white(byte[] grey) {
    return (grey[90 * 320 + 160] & 255) > 200;
  }

  /// The first loud sample.
  private static int onset(float[] samples, int from) {
    int at = from;
    while (Math.abs(samples[at]) < 0.05) {
      at++;
    }
    return at;
  }

  private static double power(float[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += samples[i] * samples[i];
    }
    return sum / (to - from);
  }

  /// The amplitude of one frequency within 0.2 s (Goertzel's sum, written out).
  private static double tone(float[] samples, double frequency, double seconds) {
    double re = 0;
    double im = 0;
    int from = Sound.samples(seconds);
    int count = Sound.samples(0.2);
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * frequency * i / 48_000;
      re += samples[from + i] * Math.cos(angle);
      im += samples[from + i] * Math.sin(angle);
    }
    return 2 * Math.hypot(re, im) / count;
  }
}
