package app.photoplay.provider.local;

import app.photoplay.media.Size;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Draws a whole canvas as the camera sees a surface. Nothing turns, so that rows and columns are
/// scaled one after the other, and a scaled row serves two rows of the canvas.
public final class CameraView {
  private final Size canvas;

  public CameraView(Size canvas) {
    this.canvas = canvas;
  }

  /// What one drawing thread works on.
  public final class Work {
    private final Row light = new Row(canvas.width());
    private final Row colours = new Row(canvas.width() / 2);
  }

  /// Parts of rows that need not be drawn, because something else will be drawn there.
  public interface Covered {
    /// The first such column of a row, a multiple of 8.
    int from(int row);

    /// One past the last, a multiple of 8 or the width; not after `from` when there is none.
    int to(int row);
  }

  /// Draws the canvas.
  ///
  /// @param picture see [app.photoplay.media.Yuv]
  public void draw(Camera camera, Surface surface, Covered covered, Work work, byte[] picture) {
    int last = canvas.height() - 1;
    Row light = work.light;
    light.place(camera.left(), camera.scale(), surface.width);
    for (int y = 0; y <= last; y++) {
      int at = place(camera.top() + y * camera.scale(), surface.height);
      // what is scaled for this row serves the next one too
      int next = Math.min(y + 1, last);
      light.leaveOut(
          Math.max(covered.from(y), covered.from(next)) / 4,
          (Math.min(covered.to(y), covered.to(next)) + 3) / 4);
      light.light(surface, at, picture, y * canvas.width());
    }
    Row colours = work.colours;
    colours.place(camera.left() / 2, camera.scale(), surface.colourWidth);
    int target = Math.toIntExact(canvas.pixels());
    int apart = target / 4;
    for (int y = 0; y < last; y += 2) {
      double row = (camera.top() + (y + 0.5) * camera.scale() - 0.5) / 2;
      int next = Math.min(y + 2, last);
      colours.leaveOut(
          Math.max(covered.from(y), covered.from(next)) / 8,
          (Math.min(covered.to(y), covered.to(next)) / 2 + 3) / 4);
      colours.colours(surface, place(row, surface.colourHeight), picture, target, apart);
      target += canvas.width() / 2;
    }
  }

  /// In 1/256 of a pixel, such that the next pixel is inside too.
  private static int place(double at, int length) {
    return Math.clamp(Math.round(at * 256), 0, ((length - 1) << 8) - 1);
  }

  /// A row of the canvas: where its columns come from, and the last two rows that were scaled.
  ///
  /// First come all columns whose number is a multiple of 4, then those one further, and so on:
  /// then loops over numbers do several at a time, which loops over bytes do not, and four
  /// neighbours become the bytes of one `int`.
  private static final class Row {
    private static final ValueLayout.OfInt FOUR =
        ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final int count;
    private final int quarter;
    private final int[] columns;
    private final int[] parts;
    private final int[][] rows;
    private final int[] held = new int[2];
    private final int[] mixed;
    private final int[] packed;

    // What is drawn of each quarter: up to the first, and from the second.
    private int end;
    private int start;

    Row(int count) {
      this.count = count;
      quarter = (count + 3) / 4;
      columns = new int[4 * quarter];
      parts = new int[4 * quarter];
      rows = new int[2][4 * quarter];
      mixed = new int[4 * quarter];
      packed = new int[quarter];
    }

    void place(double first, double step, int length) {
      for (int x = 0; x < 4 * quarter; x++) {
        int at = CameraView.place(first + x * step, length);
        int i = (x & 3) * quarter + (x >> 2);
        columns[i] = at >> 8;
        parts[i] = at & 255;
      }
      held[0] = -1;
      held[1] = -1;
    }

    /// Fours of columns that are not drawn.
    void leaveOut(int from, int to) {
      end = Math.min(from, quarter);
      start = Math.max(end, to);
    }

    /// Draws brightness.
    ///
    /// @param row of the surface, in 1/256
    void light(Surface surface, int row, byte[] target, int at) {
      int[] upper = scaledLight(surface, row >> 8);
      int[] lower = scaledLight(surface, (row >> 8) + 1);
      for (int i = 0; i < mixed.length; i += quarter) {
        mixLight(upper, lower, row & 255, i, i + end);
        mixLight(upper, lower, row & 255, i + start, i + quarter);
      }
      packLight(target, at, 0, end);
      packLight(target, at, start, quarter);
    }

    private int[] scaledLight(Surface surface, int row) {
      int[] scaled = rows[row & 1];
      if (held[row & 1] != row) {
        held[row & 1] = row;
        for (int i = 0; i < mixed.length; i += quarter) {
          scaleLight(surface.light, row * surface.width, scaled, i, i + end);
          scaleLight(surface.light, row * surface.width, scaled, i + start, i + quarter);
        }
      }
      return scaled;
    }

    /// In 1/256.
    private void scaleLight(byte[] light, int row, int[] scaled, int from, int to) {
      for (int i = from; i < to; i++) {
        int at = row + columns[i];
        int left = light[at] & 255;
        scaled[i] = (left << 8) + ((light[at + 1] & 255) - left) * parts[i];
      }
    }

    private void mixLight(int[] upper, int[] lower, int part, int from, int to) {
      int rest = 256 - part;
      for (int i = from; i < to; i++) {
        mixed[i] = (upper[i] * rest + lower[i] * part + 0x8000) >>> 16;
      }
    }

    private void packLight(byte[] target, int at, int from, int to) {
      int second = quarter;
      int third = 2 * quarter;
      int fourth = 3 * quarter;
      for (int i = from; i < to; i++) {
        int four = mixed[i] | mixed[i + second] << 8 | mixed[i + third] << 16;
        packed[i] = four | mixed[i + fourth] << 24;
      }
      put(target, at, from, to);
    }

    /// Draws blueness and redness.
    ///
    /// @param row of the surface's colours, in 1/256
    /// @param apart how far the redness is behind the blueness
    void colours(Surface surface, int row, byte[] target, int at, int apart) {
      int[] upper = scaledColours(surface, row >> 8);
      int[] lower = scaledColours(surface, (row >> 8) + 1);
      for (int i = 0; i < mixed.length; i += quarter) {
        mixColours(upper, lower, row & 255, i, i + end);
        mixColours(upper, lower, row & 255, i + start, i + quarter);
      }
      packColours(target, at, apart, 0, end);
      packColours(target, at, apart, start, quarter);
    }

    private int[] scaledColours(Surface surface, int row) {
      int[] scaled = rows[row & 1];
      if (held[row & 1] != row) {
        held[row & 1] = row;
        for (int i = 0; i < mixed.length; i += quarter) {
          scaleColours(surface.colours, row * surface.colourWidth, scaled, i, i + end);
          scaleColours(surface.colours, row * surface.colourWidth, scaled, i + start, i + quarter);
        }
      }
      return scaled;
    }

    private void scaleColours(int[] colours, int row, int[] scaled, int from, int to) {
      for (int i = from; i < to; i++) {
        int at = row + columns[i];
        scaled[i] = Pixels.mixColour(colours[at], colours[at + 1], parts[i]);
      }
    }

    private void mixColours(int[] upper, int[] lower, int part, int from, int to) {
      int rest = 256 - part;
      for (int i = from; i < to; i++) {
        mixed[i] = (upper[i] * rest + lower[i] * part + 0x800080) >>> 8;
      }
    }

    private void packColours(byte[] target, int at, int apart, int from, int to) {
      packParts(16, from, to);
      put(target, at, from, to);
      packParts(0, from, to);
      put(target, at + apart, from, to);
    }

    private void packParts(int shift, int from, int to) {
      int second = quarter;
      int third = 2 * quarter;
      int fourth = 3 * quarter;
      for (int i = from; i < to; i++) {
        int four = (mixed[i] >>> shift & 255) | (mixed[i + second] >>> shift & 255) << 8;
        four |= (mixed[i + third] >>> shift & 255) << 16;
        packed[i] = four | mixed[i + fourth] >>> shift << 24;
      }
    }

    /// Puts what was packed into a row, which may end within four.
    private void put(byte[] target, int at, int from, int to) {
      int whole = Math.min(count / 4, to);
      if (from < whole) {
        MemorySegment row = MemorySegment.ofArray(target);
        MemorySegment.copy(packed, from, row, FOUR, at + 4L * from, whole - from);
      }
      for (int x = Math.max(4 * whole, 4 * from); x < Math.min(4 * to, count); x++) {
        target[at + x] = (byte) (packed[x / 4] >>> (8 * (x & 3)));
      }
    }
  }
}
