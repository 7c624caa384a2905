package app.photoplay.media.face;

import java.util.ArrayList;
import java.util.List;

/// A cascade at one size, laid out in flat arrays because a search evaluates some millions of its
/// features. Immutable.
///
/// Of node n: its areas' corners stand from `12 * n` on, four an area; its areas' weights from `3 *
/// n` on. Areas that a node lacks have weight 0. A branch is the number of the next node, or -1
/// when it ends with a value. Corners are places in the window: only a plane's width makes offsets
/// into its sums of them.
final class HaarScan {
  /// Values in the XML files are rounded; OpenCV allows each stage this much.
  private static final double STAGE_SLACK = 1e-4;

  private static final int MOST_AREAS = 3;

  /// A window that passes this many stages of more may have neighbours that pass them all.
  private static final int PROMISING = 2;

  private final double step;
  private final int side;
  private final short[] contrastX = new short[4];
  private final short[] contrastY = new short[4];
  private final double contrastArea;

  private final short[] cornersX;
  private final short[] cornersY;
  private final double[] weights;
  private final boolean[] third;
  private final double[] thresholds;
  private final int[] leftNodes;
  private final int[] rightNodes;
  private final double[] leftValues;
  private final double[] rightValues;

  /// The first node of each tree, and one past the last.
  private final int[] trees;

  /// The first tree of each stage, and one past the last.
  private final int[] stages;

  private final double[] stageThresholds;

  HaarScan(HaarCascade cascade, double scale) {
    this.step = Math.max(2, scale);
    this.side = (int) Math.round(cascade.window() * scale);
    // As in training, contrast is measured without the window's border of one pixel.
    int border = (int) Math.round(scale);
    int inner = (int) Math.round((cascade.window() - 1) * scale) - border;
    layCorners(contrastX, contrastY, 0, border, border, inner, inner);
    contrastArea = (double) inner * inner;
    List<HaarCascade.Tree> allTrees =
        cascade.stages().stream().flatMap(stage -> stage.trees().stream()).toList();
    int nodes = allTrees.stream().mapToInt(tree -> tree.nodes().size()).sum();
    cornersX = new short[nodes * 4 * MOST_AREAS];
    cornersY = new short[cornersX.length];
    weights = new double[nodes * MOST_AREAS];
    third = new boolean[nodes];
    thresholds = new double[nodes];
    leftNodes = new int[nodes];
    rightNodes = new int[nodes];
    leftValues = new double[nodes];
    rightValues = new double[nodes];
    trees = new int[allTrees.size() + 1];
    stages = new int[cascade.stages().size() + 1];
    stageThresholds = new double[cascade.stages().size()];
    int node = 0;
    for (int tree = 0; tree < allTrees.size(); tree++) {
      trees[tree] = node;
      for (HaarCascade.Node each : allTrees.get(tree).nodes()) {
        lay(node++, trees[tree], each, scale);
      }
    }
    trees[allTrees.size()] = node;
    for (int stage = 0; stage < stageThresholds.length; stage++) {
      HaarCascade.Stage each = cascade.stages().get(stage);
      stages[stage + 1] = stages[stage] + each.trees().size();
      stageThresholds[stage] = each.threshold() - STAGE_SLACK;
    }
  }

  private void lay(int node, int tree, HaarCascade.Node from, double scale) {
    layAreas(node, from.areas(), scale);
    thresholds[node] = from.threshold();
    leftNodes[node] = from.left().node() < 0 ? -1 : tree + from.left().node();
    rightNodes[node] = from.right().node() < 0 ? -1 : tree + from.right().node();
    leftValues[node] = from.left().value();
    rightValues[node] = from.right().value();
  }

  /// Rounding changes the areas: the first one's weight is corrected so that a flat window still
  /// gives 0.
  private void layAreas(int node, List<HaarCascade.Area> areas, double scale) {
    double others = 0;
    double first = 1;
    for (int i = 0; i < areas.size(); i++) {
      HaarCascade.Area area = areas.get(i);
      // Edges are rounded, not lengths, so that nothing reaches over the window's edge.
      int x = (int) Math.round(area.x() * scale);
      int y = (int) Math.round(area.y() * scale);
      int width = (int) Math.round((area.x() + area.width()) * scale) - x;
      int height = (int) Math.round((area.y() + area.height()) * scale) - y;
      layCorners(cornersX, cornersY, 4 * (node * MOST_AREAS + i), x, y, width, height);
      double weight = area.weight() / contrastArea;
      weights[node * MOST_AREAS + i] = weight;
      if (i == 0) {
        first = (double) width * height;
      } else {
        others += weight * width * height;
      }
    }
    weights[node * MOST_AREAS] = -others / first;
    third[node] = areas.size() == MOST_AREAS;
  }

  private static void layCorners(
      short[] xs, short[] ys, int at, int x, int y, int width, int height) {
    for (int corner = 0; corner < 4; corner++) {
      xs[at + corner] = (short) (corner % 2 == 0 ? x : x + width);
      ys[at + corner] = (short) (corner < 2 ? y : y + height);
    }
  }

  /// All windows that pass.
  List<HaarSearch.Window> passing(GreyPlane plane) {
    Pass pass = new Pass(plane);
    for (int row = 0; row < pass.rows; row++) {
      for (int column = 0; column < pass.columns; column++) {
        if (pass.stages(row, column) == 0) {
          column++; // its neighbour would not pass either, as in OpenCV
        }
      }
    }
    return pass.passed;
  }

  /// Most windows that pass, in half the time: three of four windows are only looked at where the
  /// fourth is promising, since what a cascade is for passes in several windows next to each other.
  List<HaarSearch.Window> mostPassing(GreyPlane plane) {
    Pass pass = new Pass(plane);
    for (int row = 0; row < pass.rows; row += 2) {
      for (int column = 0; column < pass.columns; column += 2) {
        if (pass.stages(row, column) >= PROMISING) {
          pass.stages(row, column + 1);
          pass.stages(row + 1, column);
          pass.stages(row + 1, column + 1);
        }
      }
    }
    return pass.passed;
  }

  /// One search of one plane.
  private final class Pass {
    private final int[] sums;
    private final long[] squares;
    private final int stride;
    private final int rows;
    private final int columns;
    private final int[] corners;
    private final int[] contrastCorners;
    private final List<HaarSearch.Window> passed = new ArrayList<>();

    Pass(GreyPlane plane) {
      sums = plane.sums();
      squares = plane.squares();
      stride = plane.stride();
      rows = windows(plane.height());
      columns = windows(plane.width());
      corners = offsets(cornersX, cornersY);
      contrastCorners = offsets(contrastX, contrastY);
    }

    private int[] offsets(short[] xs, short[] ys) {
      int[] offsets = new int[xs.length];
      for (int i = 0; i < offsets.length; i++) {
        offsets[i] = ys[i] * stride + xs[i];
      }
      return offsets;
    }

    /// How many windows fit along a length.
    private int windows(int length) {
      int windows = 0;
      while (place(windows) + side <= length) {
        windows++;
      }
      return windows;
    }

    private int place(int window) {
      return (int) Math.round(window * step);
    }

    /// How many stages a window passes; none when it does not fit.
    int stages(int row, int column) {
      if (row >= rows || column >= columns) {
        return 0;
      }
      int x = place(column);
      int y = place(row);
      int stages = stagesPassed(y * stride + x);
      if (stages == stageThresholds.length) {
        passed.add(new HaarSearch.Window(x, y, side));
      }
      return stages;
    }

    private int stagesPassed(int at) {
      double contrast = contrast(at);
      for (int stage = 0; stage < stageThresholds.length; stage++) {
        double sum = 0;
        for (int tree = stages[stage]; tree < stages[stage + 1]; tree++) {
          sum += value(trees[tree], at, contrast);
        }
        if (sum < stageThresholds[stage]) {
          return stage;
        }
      }
      return stageThresholds.length;
    }

    private double value(int root, int at, double contrast) {
      int node = root;
      while (true) {
        boolean below = feature(node, at) < thresholds[node] * contrast;
        int next = below ? leftNodes[node] : rightNodes[node];
        if (next < 0) {
          return below ? leftValues[node] : rightValues[node];
        }
        node = next;
      }
    }

    private double feature(int node, int at) {
      int area = node * MOST_AREAS;
      double feature =
          weights[area] * sum(at, 4 * area) + weights[area + 1] * sum(at, 4 * area + 4);
      return third[node] ? feature + weights[area + 2] * sum(at, 4 * area + 8) : feature;
    }

    private int sum(int at, int corner) {
      return sums[at + corners[corner]]
          - sums[at + corners[corner + 1]]
          - sums[at + corners[corner + 2]]
          + sums[at + corners[corner + 3]];
    }

    /// The standard deviation of the window's values; 1 where there is none.
    private double contrast(int at) {
      int[] corner = contrastCorners;
      double mean =
          (sums[at + corner[0]]
                  - sums[at + corner[1]]
                  - sums[at + corner[2]]
                  + sums[at + corner[3]])
              / contrastArea;
      double square =
          (squares[at + corner[0]]
                  - squares[at + corner[1]]
                  - squares[at + corner[2]]
                  + squares[at + corner[3]])
              / contrastArea;
      double variance = square - mean * mean;
      return variance > 0 ? Math.sqrt(variance) : 1;
    }
  }
}
