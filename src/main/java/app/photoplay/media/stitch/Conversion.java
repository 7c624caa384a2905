package app.photoplay.media.stitch;

import app.photoplay.media.foreign.ForeignFile;
import app.photoplay.media.mp4.IndexedTrack;
import app.photoplay.media.mp4.Mp4File;
import app.photoplay.media.sound.stereo.Sound;
import app.photoplay.media.stitch.NormaliseResult.Heard;
import app.photoplay.media.stitch.NormaliseResult.Problem;
import app.photoplay.media.stitch.NormaliseResult.Ready;
import app.photoplay.media.tool.Output;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.media.tool.ToolProcess;
import app.photoplay.media.video.VideoEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// One file on its way to being a clip.
final class Conversion {
  /// A clip with fewer pictures than this share of what it promised is damaged.
  private static final double ENOUGH = 0.9;

  private static final String SOUND =
      "aresample=async=1:first_pts=0,"
          + "aformat=sample_fmts=s16:sample_rates=48000:channel_layouts=stereo";

  private final Path binary;
  private final Normaliser.Order order;
  private final Format format;
  private final int threads;

  Conversion(Path binary, Normaliser.Order order, int threads) {
    this.binary = binary;
    this.order = order;
    this.format = order.format();
    this.threads = threads;
  }

  /// Converts a file with a picture.
  NormaliseResult of(ForeignFile source) throws IOException, InterruptedException {
    Clip clip = new Clip(fresh(order.folder()), format, 1, 0, false);
    boolean done = false;
    try {
      NormaliseResult arrival = convert(source, clip);
      done = arrival instanceof Ready;
      return arrival;
    } catch (ToolFailed e) {
      if (!e.gaveUp()) {
        throw e;
      }
      return new NormaliseResult.Unusable(Problem.DAMAGED, String.valueOf(e.getMessage()));
    } finally {
      if (!done) {
        StitchWorkspace.delete(order.folder());
      }
    }
  }

  /// Takes the pictures as they are and the sound alone.
  ///
  /// @param source of which [ReadyPicture] is sure
  NormaliseResult copied(ForeignFile source) throws IOException, InterruptedException {
    Clip clip = new Clip(fresh(order.folder()), format, 1, 0, false);
    boolean done = false;
    try {
      if (source.sound()) {
        List<String> words = source.reading();
        EncoderArguments.add(words, "-map 0:a:0 -vn -af " + SOUND + " -f s16le pipe:1");
        decode(binary, words, source, clip.sound());
      }
      Files.copy(source.file(), clip.picture());
      NormaliseResult ready = new Ready(finished(clip, frames(clip.picture()), false));
      done = true;
      return ready;
    } catch (ToolFailed e) {
      if (!e.gaveUp()) {
        throw e;
      }
      return new NormaliseResult.Unusable(Problem.DAMAGED, String.valueOf(e.getMessage()));
    } finally {
      if (!done) {
        StitchWorkspace.delete(order.folder());
      }
    }
  }

  private NormaliseResult convert(ForeignFile source, Clip clip)
      throws IOException, InterruptedException {
    Optional<Double> indexed = source.indexedSeconds();
    double stated = Math.min(source.seconds(), ForeignFile.MOST_SECONDS);
    if (indexed.isEmpty() && source.packets(binary, "0:v:0", "0:a?") < ENOUGH * stated) {
      return Normaliser.unusable(Problem.DAMAGED, source);
    }
    int promised =
        format.frames(indexed.isPresent() ? indexed.get() : source.packets(binary, "0:v:0"));
    encode(source, clip, promised);
    int frames = frames(clip.picture());
    if (frames == 0) {
      return Normaliser.unusable(Problem.EMPTY, source);
    }
    if (source.seconds() > 0 && frames < ENOUGH * promised) {
      return Normaliser.unusable(Problem.DAMAGED, source);
    }
    if (frames != promised && order.after().tail() > 0) {
      encode(source, clip, frames); // only now it is known where the fade at its end begins
    }
    return new Ready(finished(clip, frames, false));
  }

  /// Encodes pictures that are drawn.
  Clip of(VideoEncoder.Frames pictures, int frames) throws IOException, InterruptedException {
    Clip clip = new Clip(fresh(order.folder()), format, frames, 0, true);
    boolean done = false;
    try {
      List<String> words = new ArrayList<>(EncoderArguments.raw(format, "bgr0"));
      EncoderArguments.add(words, "-vf " + fitted("") + " -frames:v");
      words.add(Integer.toString(frames));
      words.addAll(EncoderArguments.output(format, threads, keys(frames), clip.picture()));
      Output made = new Output.Mp4(clip.picture(), frames, 0);
      try (ToolProcess encoder = ToolProcess.start(binary, words, limit(format.seconds(frames)))) {
        draw(pictures, frames, encoder);
        encoder.finish(made);
      }
      Clip finished = finished(clip, frames(clip.picture()), true);
      done = true;
      return finished;
    } finally {
      if (!done) {
        StitchWorkspace.delete(order.folder());
      }
    }
  }

  private void draw(VideoEncoder.Frames pictures, int frames, ToolProcess encoder)
      throws IOException, InterruptedException {
    int[] picture = new int[Math.toIntExact(format.size().pixels())];
    ByteBuffer bytes = ByteBuffer.allocate(4 * picture.length).order(ByteOrder.LITTLE_ENDIAN);
    try (OutputStream out = encoder.input()) {
      for (int frame = 0; frame < frames; frame++) {
        pictures.draw(frame, picture);
        bytes.asIntBuffer().put(picture);
        out.write(bytes.array());
      }
    } catch (IOException e) {
      encoder.finish(); // when it ended by itself it says why
      throw e;
    }
  }

  /// Converts the sound of a file alone.
  static NormaliseResult speech(Path binary, ForeignFile source, Path target)
      throws IOException, InterruptedException {
    boolean done = false;
    try {
      List<String> words = source.reading();
      EncoderArguments.add(words, "-map 0:a:0 -vn -af " + SOUND + " -f s16le pipe:1");
      long samples = decode(binary, words, source, target) / 4;
      done = samples > 0;
      return done
          ? new Heard(target, samples / (double) Sound.samples(1))
          : Normaliser.unusable(Problem.EMPTY, source);
    } catch (ToolFailed e) {
      if (!e.gaveUp()) {
        throw e;
      }
      return new NormaliseResult.Unusable(Problem.DAMAGED, String.valueOf(e.getMessage()));
    } finally {
      if (!done) {
        Files.deleteIfExists(target);
      }
    }
  }

  private void encode(ForeignFile source, Clip clip, int frames)
      throws IOException, InterruptedException {
    List<String> words = source.reading();
    String rate = "fps=" + format.framesPerSecond() + ":start_time=0,";
    EncoderArguments.add(words, "-map 0:v:0 -vf " + rate + fitted(source.colours()));
    words.addAll(EncoderArguments.output(format, threads, keys(frames), clip.picture()));
    if (source.sound()) {
      EncoderArguments.add(words, "-map 0:a:0 -vn -af " + SOUND + " -f s16le pipe:1");
    }
    Output made = new Output.Mp4(clip.picture(), 0, 0);
    decode(binary, words, source, clip.sound(), made);
  }

  /// Lets ffmpeg put sound through a pipe: it does not always tell when a file did not find room.
  ///
  /// @return how many bytes of sound there are
  private static long decode(
      Path binary, List<String> words, ForeignFile source, Path sound, Output... made)
      throws IOException, InterruptedException {
    try (ToolProcess decoder = ToolProcess.startDecoding(binary, words, source.limit())) {
      return decoder.decoded(
          data -> Files.copy(data, sound, StandardCopyOption.REPLACE_EXISTING), made);
    }
  }

  /// As large as fits, black around it.
  private String fitted(String colours) {
    int width = format.size().width();
    int height = format.size().height();
    String scale =
        "scale=w='2*max(1,round(min(W,H*dar)/2))':h='2*max(1,round(min(H,W/dar)/2))'"
            .replace("W", Integer.toString(width))
            .replace("H", Integer.toString(height));
    return scale
        + ":flags=bicubic:out_color_matrix=bt709:out_range=tv"
        + colours
        + ",format=yuv420p,pad=%d:%d:-1:-1,".formatted(width, height)
        + EncoderArguments.MARKED;
  }

  private IntStream keys(int frames) {
    return IntStream.of(order.before().head(), frames - order.after().tail())
        .filter(key -> key < frames);
  }

  private Clip finished(Clip clip, int frames, boolean standIn) throws IOException {
    int samples = frames * format.samplesPerFrame();
    fit(clip.sound(), 4L * samples);
    double loudness = Sound.pcm(clip.sound(), samples).loudness();
    Clip finished = new Clip(clip.folder(), format, frames, loudness, standIn);
    finished.remember();
    return finished;
  }

  /// Cuts a file, or fills it up with zeros: silence.
  private static void fit(Path sound, long bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(sound, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(bytes);
      if (channel.size() < bytes) {
        channel.write(ByteBuffer.allocate(1), bytes - 1);
      }
    }
  }

  private static int frames(Path picture) throws IOException {
    return Mp4File.open(picture).track("vide").map(IndexedTrack::samples).orElse(0);
  }

  private static Path fresh(Path folder) throws IOException {
    if (Files.exists(folder)) {
      StitchWorkspace.delete(folder);
    }
    return Files.createDirectories(folder);
  }

  /// Far beyond the slowest machine: only a hanging process is stopped by it.
  private static Duration limit(double seconds) {
    return Duration.ofMinutes(2).plusMillis((long) (seconds * 30_000));
  }
}
