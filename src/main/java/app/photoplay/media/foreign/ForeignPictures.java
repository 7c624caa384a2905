package app.photoplay.media.foreign;

import app.photoplay.media.Size;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.media.tool.ToolProcess;
import app.photoplay.media.video.VideoEncoder;
import app.photoplay.media.video.Yuv;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// The pictures of a file from outside, decoded one after another as an encoder wants them:
/// upright, in the colours, size and rate of our videos, filling the canvas, cut at its edges.
/// Where they end too early the last one stays. Only a few pictures are in memory at a time.
///
/// Each is drawn once, in order; afterwards [#cover()] may be drawn again.
public final class ForeignPictures implements VideoEncoder.Planes, AutoCloseable {
  /// How many bytes lie between two that are looked at.
  private static final int SPARSE = 97;

  /// Brightness that differs less, in the mean, shows nothing: black, white, a fog.
  private static final double TELLING = 6;

  private static final int LOOKED_AT_SECONDS = 2;

  private final ToolProcess decoder;
  private final InputStream data;
  private final int brightness;
  private final int lookedAt;
  private final byte[] latest;
  private final byte[] kept;
  private int next;
  private int decoded;
  private int cover;
  private boolean telling;

  /// Not even one could be decoded.
  public static final class NoPicture extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private ForeignPictures(ToolProcess decoder, Size canvas, int framesPerSecond) {
    this.decoder = decoder;
    this.data = decoder.output();
    this.brightness = Math.toIntExact(canvas.pixels());
    this.lookedAt = LOOKED_AT_SECONDS * framesPerSecond;
    this.latest = new byte[Yuv.bytes(canvas)];
    this.kept = new byte[latest.length];
  }

  /// Begins to decode.
  ///
  /// @param file with a picture
  /// @param canvas even numbers of pixels
  /// @param frames at which it ends
  /// @param threads that decode at once
  public static ForeignPictures of(
      Path ffmpeg, ForeignFile file, Size canvas, int framesPerSecond, int frames, int threads) {
    List<String> words = file.reading();
    words.addAll(0, List.of("-threads", Integer.toString(threads)));
    ForeignFile.add(words, "-map 0:V:0 -an -sn -vf");
    words.add("fps=" + framesPerSecond + ":start_time=0," + filling(canvas, file.colours()));
    ForeignFile.add(words, "-frames:v " + frames + " -f rawvideo -pix_fmt yuv420p pipe:1");
    return new ForeignPictures(
        ToolProcess.startDecoding(ffmpeg, words, file.limit()), canvas, framesPerSecond);
  }

  /// As small as covers the canvas, the rest cut off on both sides alike.
  private static String filling(Size canvas, String colours) {
    String scale =
        "scale=w='2*ceil(max(W,H*dar)/2-0.01)':h='2*ceil(max(H,W/dar)/2-0.01)'"
            .replace("W", Integer.toString(canvas.width()))
            .replace("H", Integer.toString(canvas.height()));
    return scale
        + ":flags=bicubic:out_color_matrix=bt709:out_range=tv"
        + colours
        + ",format=yuv420p,crop=%d:%d,setsar=1".formatted(canvas.width(), canvas.height());
  }

  @Override
  public synchronized void draw(int frame, byte[] picture) {
    if (frame < next) {
      System.arraycopy(kept, 0, picture, 0, kept.length);
      return;
    }
    try {
      if (decoded == next && data.readNBytes(latest, 0, latest.length) == latest.length) {
        decoded++;
        keep();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the decoder's pictures", e);
    }
    if (decoded == 0) {
      throw new NoPicture();
    }
    next = frame + 1;
    System.arraycopy(latest, 0, picture, 0, latest.length);
  }

  /// The first one, or a later one of the first seconds when nothing is to be seen before it.
  private void keep() {
    if (next == 0 || (next < lookedAt && !telling)) {
      telling = contrast() >= TELLING;
      if (next == 0 || telling) {
        cover = next;
        System.arraycopy(latest, 0, kept, 0, kept.length);
      }
    }
  }

  private double contrast() {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int i = 0; i < brightness; i += SPARSE) {
      int value = latest[i] & 255;
      sum += value;
      squares += value * value;
      count++;
    }
    double mean = sum / count;
    return Math.sqrt(squares / count - mean * mean);
  }

  /// The number of the first picture on which something is to be seen.
  public synchronized int cover() {
    return cover;
  }

  /// How many there were.
  public synchronized int decoded() {
    return decoded;
  }

  /// Waits for the decoder's end after the last picture.
  ///
  /// @throws ToolFailed when it says that the file is broken
  public void finish() throws InterruptedException {
    decoder.finish();
  }

  @Override
  public void close() {
    decoder.close();
  }
}
