package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;
import app.photoplay.media.VideoEncoder;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// One shot becomes another under the same camera: a long crossfade, no morphing of shapes.
final class Morph implements VideoEncoder.Frames {
  private static final double BEGIN = 0.2;
  private static final double END = 0.8;

  private final VideoEncoder.Frames first;
  private final VideoEncoder.Frames last;
  private final Size canvas;
  private final int frames;
  private final Queue<int[]> spare = new ConcurrentLinkedQueue<>();

  Morph(VideoEncoder.Frames first, VideoEncoder.Frames last, Size canvas, int frames) {
    this.first = first;
    this.last = last;
    this.canvas = canvas;
    this.frames = frames;
  }

  @Override
  public void draw(int frame, int[] pixels) {
    double time = frames < 2 ? 0 : (double) frame / (frames - 1);
    double part = Math.clamp((time - BEGIN) / (END - BEGIN), 0, 1);
    int mixed = (int) Math.round(256 * part * part * (3 - 2 * part));
    if (mixed == 256) {
      last.draw(frame, pixels);
      return;
    }
    first.draw(frame, pixels);
    if (mixed > 0) {
      int[] other =
          Objects.requireNonNullElseGet(
              spare.poll(), () -> new int[Math.toIntExact(canvas.pixels())]);
      last.draw(frame, other);
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = Raster.between(pixels[i], other[i], mixed);
      }
      spare.add(other);
    }
  }
}
