package app.photoplay.media.net;

import static app.photoplay.media.net.OperationsTest.memory;
import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LandmarksTest {
  private static final Offset<Float> NEAR = Offset.offset(2e-4f);

  /// The square around a slanting pair of points, looked at, and a point brought back from there.
  @Test
  void looksAtALeaningSquare() {
    Shape points = Shape.of(1, 3, 3);
    Shape matrix = Shape.of(1, 4, 4);
    Shape picture = Shape.of(1, 40, 40, 1);
    Shape part = Shape.of(1, 8, 8, 1);
    Shape two = Shape.of(1, 1, 2);
    Memory memory = memory(points, matrix, picture, part, two, two);
    // level points lean by 45 degrees; the square's half is 1.5 * 8 / 2 = 6 along them
    double side = 8 / Math.sqrt(2);
    float x = (float) (20 + side);
    float y = (float) (15 + side);
    float mx = (20 + x) / 2;
    float my = (15 + y) / 2;
    System.arraycopy(new float[] {20, 15, 0, x, y, 0, mx, my, 9}, 0, memory.planes(0)[0], 0, 9);
    for (int i = 0; i < 1600; i++) {
      int row = i / 40;
      memory.planes(2)[0][i] = i % 40 + 100f * row; // its own place
    }
    memory.planes(4)[0][0] = 8; // the middle of the right edge
    memory.planes(4)[0][1] = 4;

    new Landmarks.SquareAround(0, 1, new int[] {0, 1, 2}, 0, 1, 8, 8, 1.5f, 1.5f).run(memory);
    // the points lie on a line: the square is flat, so make it as high as wide
    float[] m = memory.planes(1)[0];
    m[1] = -m[4];
    m[5] = m[0];
    m[3] = mx - 4 * m[0] - 4 * m[1];
    m[7] = my - 4 * m[4] - 4 * m[5];
    new Landmarks.Look(2, 1, 3, picture, part).run(memory);
    new Landmarks.Place(4, 1, 5, 2, 2).run(memory);

    double along = 6 / Math.sqrt(2);
    assertThat(memory.planes(5)[0][0]).isCloseTo((float) (mx + along), NEAR);
    assertThat(memory.planes(5)[0][1]).isCloseTo((float) (my + along), NEAR);
    // the four elements in the middle are around it
    float[] seen = memory.planes(3)[0];
    float mean = (seen[27] + seen[28] + seen[35] + seen[36]) / 4;
    assertThat(mean).isCloseTo(mx - 0.5f + 100 * (my - 0.5f), Offset.offset(0.05f));
  }
}
