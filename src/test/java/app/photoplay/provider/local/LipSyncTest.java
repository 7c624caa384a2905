package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Face;
import app.photoplay.media.FaceFinder;
import app.photoplay.media.Ffmpeg;
import app.photoplay.media.Picture;
import app.photoplay.media.PictureAnswer;
import app.photoplay.media.Pictures;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.Answer;
import app.photoplay.provider.Motion;
import app.photoplay.provider.Operation;
import app.photoplay.provider.Render;
import app.photoplay.provider.Rendering;
import app.photoplay.provider.RequestKey;
import app.photoplay.provider.SpeechPrompt;
import app.photoplay.provider.Spoken;
import app.photoplay.provider.Style;
import app.photoplay.provider.TalkPrompt;
import app.photoplay.testkit.DecodedVideo;
import app.photoplay.testkit.PhotoFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looks at the mouth in finished videos and listens to their sound.
class LipSyncTest {
  private static final List<String> TEXTS =
      List.of(
          "Hello, I am a talking photo. My mother bought me a big blue boat.",
          "Happy birthday! We all hope that you have a wonderful day.",
          "The party is over. Please call me back when you are at home again.");

  /// Samples a second of the compared tracks.
  private static final int RATE = 200;

  private final Ffmpeg ffmpeg = new Ffmpeg(null, "", Path.of("target", "ffmpeg"));

  @TempDir Path folder;

  /// @param best the highest correlation of mouth and sound
  /// @param lag in milliseconds at which it is reached; positive when the picture is early
  /// @param still the mouth's darkness in silence as a part of its darkness in speech
  private record Sync(double best, int lag, double still) {}

  @Test
  void theMouthMovesWithTheVoiceAndRestsInPauses() throws Exception {
    Path photo = folder.resolve("photo.jpg");
    Files.write(photo, PhotoFiles.portrait());
    LocalSpeechModel speaker = new LocalSpeechModel(folder.resolve("speech"));
    LocalTalkingModel talker =
        new LocalTalkingModel(ffmpeg, new Pictures(), new FaceFinder(), folder.resolve("talk"), 2);

    Sync[] syncs = new Sync[TEXTS.size()];
    for (int i = 0; i < syncs.length; i++) {
      Spoken spoken =
          ((Answer.Ok<Spoken>)
                  speaker.speak(new SpeechPrompt(TEXTS.get(i), "slt"), new RequestKey("s" + i)))
              .value();
      syncs[i] = measured(photo, render(talker, photo, spoken));
    }

    assertThat(Arrays.stream(syncs).mapToDouble(Sync::best).sorted().toArray()[1])
        .as("median correlation of %s", Arrays.toString(syncs))
        .isGreaterThanOrEqualTo(0.45);
    assertThat(syncs).allSatisfy(sync -> assertThat(sync.lag()).isBetween(-40, 40));
    assertThat(syncs).allSatisfy(sync -> assertThat(sync.still()).isLessThan(0.5));
  }

  private static Render render(LocalTalkingModel talker, Path photo, Spoken spoken)
      throws InterruptedException {
    TalkPrompt prompt =
        new TalkPrompt(
            photo,
            spoken.sound(),
            spoken.timings(),
            Shape.SQUARE,
            Quality.ECONOMY,
            Motion.TALK,
            Style.CALM,
            Captions.OFF,
            "");
    Answer<Operation> submitted = talker.submit(prompt, new RequestKey("t"));
    Answer<Rendering> answer =
        talker.poll(((Answer.Ok<Operation>) submitted).value(), fraction -> {});
    return ((Rendering.Finished) ((Answer.Ok<Rendering>) answer).value()).render();
  }

  private Sync measured(Path photo, Render render) throws Exception {
    Path binary = ffmpeg.binary().path();
    Picture picture = ((PictureAnswer.Decoded) new Pictures().read(photo)).picture();
    Face found = new FaceFinder().find(picture).getFirst();
    FaceFrame inPhoto = FaceFrame.of(found);
    Size canvas = render.size();
    Framing framing = Framing.around(found, inPhoto, picture.size(), canvas, Shape.SQUARE);
    FaceFrame face = inPhoto.in(framing.x(), framing.y(), canvas.width() / framing.width());
    int width = (int) (1.1 * face.scale());
    int height = (int) (0.8 * face.scale());
    List<byte[]> mouths =
        DecodedVideo.grey(
            binary,
            render.video(),
            (int) face.mouthX() - width / 2,
            (int) face.mouthY() - height / 3,
            width,
            height);
    double[] dark = darkness(mouths, render.framesPerSecond());
    double[] loud = loudness(DecodedVideo.sound(binary, render.video()), dark.length);
    double best = -1;
    int lag = 0;
    for (int shift = -40; shift <= 40; shift++) {
      double correlation = correlation(dark, loud, shift);
      if (correlation > best) {
        best = correlation;
        lag = shift * 1000 / RATE;
      }
    }
    return new Sync(best, lag, stillness(dark, loud));
  }

  /// The part of the mouth's region that is dark, picture by picture, at [#RATE].
  private static double[] darkness(List<byte[]> mouths, double framesPerSecond) {
    double[] parts =
        mouths.stream()
            .mapToDouble(mouth -> {
              int count = 0;
              for (byte pixel : mouth) {
                count += (pixel & 0xFF) < 80 ? 1 : 0;
              }
              return (double) count / mouth.length;
            })
            .toArray();
    double[] track = new double[(int) (parts.length / framesPerSecond * RATE)];
    for (int i = 0; i < track.length; i++) {
      double at = Math.min(parts.length - 1.001, (double) i / RATE * framesPerSecond);
      int frame = (int) at;
      track[i] = parts[frame] + (parts[frame + 1] - parts[frame]) * (at - frame);
    }
    return track;
  }

  /// Loudness in decibels above 30 dB under the loud parts, over 20 ms, smoothed over 60 ms.
  private static double[] loudness(short[] samples, int count) {
    double[] decibels = new double[count];
    for (int i = 0; i < count; i++) {
      int centre = i * (48_000 / RATE);
      double power = 1;
      for (int k = Math.max(0, centre - 480); k < Math.min(samples.length, centre + 480); k++) {
        power += (double) samples[k] * samples[k] / 960;
      }
      decibels[i] = 10 * Math.log10(power);
    }
    double[] sorted = decibels.clone();
    Arrays.sort(sorted);
    double floor = sorted[(int) (0.95 * count)] - 30;
    double[] smooth = new double[count];
    for (int i = 0; i < count; i++) {
      for (int k = -6; k <= 6; k++) {
        smooth[i] += Math.max(0, decibels[Math.clamp(i + k, 0, count - 1)] - floor) / 13;
      }
    }
    return smooth;
  }

  private static double correlation(double[] dark, double[] loud, int shift) {
    int from = Math.max(0, -shift);
    int to = Math.min(dark.length, dark.length - shift);
    double[] a = Arrays.copyOfRange(dark, from, to);
    double[] b = Arrays.copyOfRange(loud, from + shift, to + shift);
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }

  /// Both counted above what is always dark (corners, nostrils).
  private static double stillness(double[] dark, double[] loud) {
    double least = Arrays.stream(dark).min().orElseThrow();
    double silent = 0;
    double spoken = 0;
    int silences = 0;
    for (int i = 20; i + 20 < dark.length; i++) {
      if (loud[i] == 0 && loud[i - 20] == 0 && loud[i + 20] == 0) {
        silent += dark[i] - least;
        silences++;
      }
      spoken += dark[i] - least;
    }
    return silences == 0 ? 0 : silent / silences / (spoken / dark.length);
  }
}
