package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;
import app.photoplay.media.video.VideoEncoder;
import app.photoplay.media.video.Yuv;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// One shot becomes another under the same camera: a long crossfade, no morphing of shapes.
final class Morph implements VideoEncoder.Planes {
  private static final double BEGIN = 0.2;
  private static final double END = 0.8;

  private final VideoEncoder.Planes first;
  private final VideoEncoder.Planes last;
  private final Size canvas;
  private final int frames;
  private final Queue<byte[]> spare = new ConcurrentLinkedQueue<>();

  Morph(VideoEncoder.Planes first, VideoEncoder.Planes last, Size canvas, int frames) {
    this.first = first;
    this.last = last;
    this.canvas = canvas;
    this.frames = frames;
  }

  @Override
  public void draw(int frame, byte[] picture) {
    double time = frames < 2 ? 0 : (double) frame / (frames - 1);
    double part = Math.clamp((time - BEGIN) / (END - BEGIN), 0, 1);
    int mixed = (int) Math.round(256 * part * part * (3 - 2 * part));
    if (mixed == 256) {
      last.draw(frame, picture);
      return;
    }
    first.draw(frame, picture);
    if (mixed > 0) {
      byte[] other = Objects.requireNonNullElseGet(spare.poll(), () -> new byte[Yuv.bytes(canvas)]);
      last.draw(frame, other);
      for (int i = 0; i < picture.length; i++) {
        int own = picture[i] & 255;
        picture[i] = (byte) (own + ((((other[i] & 255) - own) * mixed) >> 8));
      }
      spare.add(other);
    }
  }
}
