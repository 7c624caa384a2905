package app.photoplay.media.video;

import app.photoplay.media.Size;
import app.photoplay.media.mp4.IndexedTrack;
import app.photoplay.media.mp4.MalformedMp4;
import app.photoplay.media.mp4.Mp4File;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.Output;
import app.photoplay.media.tool.Prober;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.media.tool.ToolProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Encodes a finished video of ours again so that it fits into a number of bytes: in two passes, so
/// that the bits go where they are needed; with half the frames of 60 a second, then smaller, when
/// there are too few of them.
///
/// Stateless; each call runs ffmpegs of its own, one after another.
public final class VideoFitter {
  /// Bits for a pixel of a frame below which a smaller picture looks better than a blocky one.
  private static final double BITS_PER_PIXEL = 0.06;

  /// The same as a share of what the original takes, which counts where that is less: a photo that
  /// speaks hardly moves, and needs a small part of those bits.
  private static final double SHARE_OF_ORIGINAL = 0.4;

  /// Of more frames in a second than this every other one is left out before pixels are.
  private static final double SMOOTH = 45;

  private static final double[] SCALES = {1, 0.75, 2.0 / 3, 0.5, 1.0 / 3, 0.25};
  private static final int SHORTEST_SIDE = 144;
  private static final long LEAST_BITS_PER_SECOND = 60_000;

  /// The share of the bytes that is aimed at: two passes meet their rate within a few percent.
  private static final double AIM = 0.97;

  private static final int TRIES = 3;

  private final Ffmpeg ffmpeg;
  private final int threads;
  private final Prober prober;

  /// A fitter whose ffmpegs use so many threads.
  public VideoFitter(Ffmpeg ffmpeg, int threads) {
    this.ffmpeg = ffmpeg;
    this.threads = threads;
    this.prober = new Prober(ffmpeg);
  }

  /// What came of it.
  public sealed interface Outcome {
    /// It fits.
    ///
    /// @param video the target, or the original when it fits as it is
    record Fits(Path video, Size size, long bytes) implements Outcome {}

    /// So few bytes would leave nothing to be seen.
    ///
    /// @param least bytes that would be needed, roughly
    record CannotFit(long least) implements Outcome {}
  }

  /// Whether a video of that length may fit into so many bytes and still show something.
  public static boolean promising(Duration length, long bytes) {
    double bits = bytes * 8 * AIM / Math.max(0.1, length.toMillis() / 1000.0);
    return bits >= LEAST_BITS_PER_SECOND + soundBits(0);
  }

  /// Whether there is an ffmpeg to do it with.
  public boolean ready() throws InterruptedException {
    return ffmpeg.find().binary().isPresent();
  }

  /// Makes the video fit, blocking, at a low priority where the system has such. Interrupting ends
  /// it at once.
  ///
  /// @param bytes that the file may have
  /// @param target written again when needed; it exists afterwards only when it fits
  /// @throws ToolFailed when ffmpeg is missing, fails or hangs, or the disk is full
  public Outcome fit(Path video, long bytes, Path target) throws InterruptedException {
    Prober.Facts facts = prober.probe(video);
    try {
      long now = Files.size(video);
      if (now <= bytes) {
        return new Outcome.Fits(video, facts.size(), now);
      }
      Path log = Files.createTempDirectory(target.toAbsolutePath().getParent(), "fit-");
      boolean done = false;
      try {
        Outcome outcome = encoded(facts, video, bytes, target, log);
        done = outcome instanceof Outcome.Fits;
        return outcome;
      } finally {
        discard(log);
        if (!done) {
          Files.deleteIfExists(target);
        }
      }
    } catch (IOException | MalformedMp4 e) {
      throw new ToolFailed("cannot make the video fit: " + e, e);
    }
  }

  private Outcome encoded(Prober.Facts facts, Path video, long bytes, Path target, Path log)
      throws IOException, InterruptedException {
    double seconds = Math.max(0.1, facts.picture().toMillis() / 1000.0);
    double aim = AIM;
    long smallest = Long.MAX_VALUE;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      long all = (long) (bytes * 8 * aim / seconds) - indexBits(facts);
      int sound = facts.sound() ? soundBits(all) : 0;
      long picture = all - sound;
      if (picture < LEAST_BITS_PER_SECOND) {
        break;
      }
      Shape shape = shape(facts, picture, Files.size(video) * 8 / seconds);
      Size size = shape.size();
      Path passes = log.resolve("pass" + attempt);
      Output notes = new Output.Notes(log.resolve(passes.getFileName() + "-0.log"));
      Output promised = like(video, target, shape.step());
      pass(1, video, shape, picture, sound, passes, notes, seconds);
      pass(2, video, shape, picture, sound, passes, promised, seconds);
      long made = Files.size(target);
      if (made <= bytes) {
        return new Outcome.Fits(target, size, made);
      }
      smallest = Math.min(smallest, made);
      aim *= AIM * bytes / made;
    }
    if (smallest < Long.MAX_VALUE) {
      // x264 keeps to so low a rate badly: what it made tells more than what was expected
      return new Outcome.CannotFit(smallest + smallest / 10);
    }
    double least = LEAST_BITS_PER_SECOND + soundBits(0) + indexBits(facts);
    return new Outcome.CannotFit((long) Math.ceil(1.01 * least * seconds / 8 / AIM));
  }

  /// What the pictures become.
  ///
  /// @param step 2 when every other frame is left out, else 1
  private record Shape(Size size, int step) {}

  private static Output like(Path video, Path target, int step) throws IOException {
    Mp4File original = Mp4File.open(video);
    return new Output.Mp4(
        target,
        (original.track("vide").map(IndexedTrack::samples).orElse(0) + step - 1) / step,
        original.track("soun").map(IndexedTrack::seconds).orElse(0.0));
  }

  /// What the tables of the file take: about 16 bytes a picture and 8 for each of 47 pieces of
  /// sound.
  private static long indexBits(Prober.Facts facts) {
    return Math.round(8 * (16 * facts.framesPerSecond() + 8 * 47));
  }

  private static int soundBits(long all) {
    return all > 1_500_000 ? 128_000 : all > 600_000 ? 96_000 : all > 250_000 ? 64_000 : 40_000;
  }

  /// The largest picture for which there are enough bits, else the smallest one.
  ///
  /// @param original bits in a second of the whole original
  private static Shape shape(Prober.Facts facts, long bits, double original) {
    double rate = facts.size().pixels() * facts.framesPerSecond();
    double needed = Math.min(BITS_PER_PIXEL, SHARE_OF_ORIGINAL * original / rate);
    int step = bits < needed * rate && facts.framesPerSecond() > SMOOTH ? 2 : 1;
    Size smallest = facts.size();
    for (double scale : SCALES) {
      Size size = new Size(even(facts.size().width() * scale), even(facts.size().height() * scale));
      if (scale < 1 && Math.min(size.width(), size.height()) < SHORTEST_SIDE) {
        break;
      }
      smallest = size;
      if (bits >= needed * size.pixels() * facts.framesPerSecond() / step) {
        break;
      }
    }
    return new Shape(smallest, step);
  }

  private static int even(double pixels) {
    return Math.max(2, (int) Math.round(pixels / 2) * 2);
  }

  private void pass(
      int number,
      Path video,
      Shape shape,
      long picture,
      int sound,
      Path log,
      Output made,
      double seconds)
      throws InterruptedException {
    List<String> words = new ArrayList<>();
    add(words, "-hide_banner -nostdin -loglevel error -y -protocol_whitelist file,pipe -f mov -i");
    words.add("file:" + video.toAbsolutePath());
    String frames = shape.step() > 1 ? "framestep=" + shape.step() + "," : "";
    String scaled = "scale=" + shape.size().width() + ":" + shape.size().height() + ",setsar=1";
    add(words, "-map 0:v:0 -vf " + frames + scaled);
    add(words, "-c:v libx264 -preset faster -pix_fmt yuv420p -b:v " + picture);
    add(words, "-threads " + threads);
    add(words, "-maxrate " + 2 * picture + " -bufsize " + 4 * picture);
    add(words, "-color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range tv");
    add(words, "-pass " + number + " -passlogfile");
    words.add(log.toString());
    if (number == 1) {
      add(words, "-an -f null -");
    } else {
      add(words, sound > 0 ? "-map 0:a:0 -c:a aac -ac 2 -b:a " + sound : "-an");
      add(words, "-movflags +faststart -f mp4");
      words.add("file:" + made.file().toAbsolutePath());
    }
    // Far beyond the slowest machine: only a hanging process is stopped by it.
    Duration limit = Duration.ofMinutes(2).plusMillis((long) (seconds * 30_000));
    ToolProcess.runGently(ffmpeg.binary().path(), words, limit, made);
  }

  private static void discard(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(List<String> words, String more) {
    words.addAll(List.of(more.split(" ", -1)));
  }
}
