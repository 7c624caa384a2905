package app.photoplay.provider.local;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.media.caption.Captions;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.face.Face;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.video.VideoEncoder;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.provider.talk.Motion;
import app.photoplay.provider.talk.Style;
import app.photoplay.provider.talk.TalkPrompt;
import app.photoplay.testkit.DecodedVideo;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.SpeechFiles;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Makes talks and looks at the mouth in the finished videos and listens to their sound.
final class SyncMeter {
  /// Samples a second of the compared tracks.
  private static final int RATE = 200;

  private final Ffmpeg ffmpeg;
  private final Path folder;
  private final LocalSpeechModel speaker;
  private final LocalTalkingModel talker;

  SyncMeter(Ffmpeg ffmpeg, Path folder) {
    this.ffmpeg = ffmpeg;
    this.folder = folder;
    this.speaker = new LocalSpeechModel(folder.resolve("speech"));
    this.talker =
        new LocalTalkingModel(
            ffmpeg,
            new Pictures(),
            new FaceFinder(),
            new Lettering(folder),
            folder.resolve("talk"),
            2);
  }

  /// A finished video.
  static final class Talk {
    private final Render render;
    private final double[] dark;
    private final double[] loud;

    /// @param dark the part of the mouth's region that is dark, at [#RATE]
    /// @param loud the sound's loudness, as many values
    private Talk(Render render, double[] dark, double[] loud) {
      this.render = render;
      this.dark = dark;
      this.loud = loud;
    }

    double seconds() {
      return render.duration().toMillis() / 1000.0;
    }

    /// How well mouth and sound fit, in a part of the video.
    Sync sync(double from, double to) {
      double[] a = Arrays.copyOfRange(dark, (int) (from * RATE), (int) (to * RATE));
      double[] b = Arrays.copyOfRange(loud, (int) (from * RATE), (int) (to * RATE));
      double best = -1;
      int lag = 0;
      for (int shift = -40; shift <= 40; shift++) {
        double correlation = correlation(a, b, shift);
        if (correlation > best) {
          best = correlation;
          lag = shift;
        }
      }
      return new Sync(best, top(a, b, lag) * 1000 / RATE, stillness(a, b));
    }

    Sync sync() {
      return sync(0, (double) dark.length / RATE);
    }
  }

  /// How well they fit.
  ///
  /// @param best the highest correlation of mouth and sound
  /// @param lag in milliseconds at which it is reached; positive when the picture is early
  /// @param still the mouth's darkness in silence as a part of its darkness in speech
  record Sync(double best, double lag, double still) {}

  /// The bundled portrait, which shows its teeth.
  Path smiling() throws IOException {
    return Files.write(folder.resolve("smiling.jpg"), PhotoFiles.portrait());
  }

  /// The same person with the mouth shut and mirrored: as the renderer itself draws an m.
  Path shut() throws IOException {
    Picture photo = read(smiling());
    Size size = new Size(1024, 1024);
    SpeechTimings humming =
        new SpeechTimings("en-US", "sampa", List.of(new SpeechTimings.Phone("m", 0, 4000)));
    SpeechFiles.write(folder, 4000);
    VideoEncoder.Order order = new VideoEncoder.Order(size, 25, 100, 1, Optional.empty());
    TalkingFace face =
        new TalkingFace(
            photo,
            new FaceFinder().find(photo).getFirst(),
            Shape.SQUARE,
            order,
            humming,
            Envelope.of(folder.resolve("speech.wav")),
            Style.STILL,
            1);
    Path file = folder.resolve("shut.jpg");
    Pictures.writeJpeg(mirrored(face.picture(12, size)), file, 0.95);
    return file;
  }

  private static Picture mirrored(Picture picture) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.drawImage(
        picture.image(), picture.width(), 0, -picture.width(), picture.height(), null);
    graphics.dispose();
    return new Picture(image);
  }

  Talk talk(Path photo, String words) throws Exception {
    GeneratedSpeech spoken =
        ((Result.Ready<GeneratedSpeech>) speaker.speak(new SpeechPrompt(words, "slt"))).value();
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
    Result<Render> answer = talker.make(prompt, _ -> {});
    Render render = ((Result.Ready<Render>) answer).value();
    return measured(photo, render);
  }

  private static Picture read(Path photo) {
    return ((PictureAnswer.Decoded) new Pictures().read(photo)).picture();
  }

  private Talk measured(Path photo, Render render) throws Exception {
    Path binary = ffmpeg.binary().path();
    Picture picture = read(photo);
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
    return new Talk(render, dark, loud);
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

  /// The shift between the samples around the best, where a parabola through them is highest.
  private static double top(double[] a, double[] b, int lag) {
    double before = correlation(a, b, lag - 1);
    double best = correlation(a, b, lag);
    double after = correlation(a, b, lag + 1);
    double bend = before - 2 * best + after;
    return bend >= 0 ? lag : lag + 0.5 * (before - after) / bend;
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
