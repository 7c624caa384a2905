package app.photoplay.media;

import java.util.ArrayList;
import java.util.List;

/// A cascade at one size for planes of one width, laid out in flat arrays because a search
/// evaluates some millions of its features. Immutable.
///
/// Of node n: its areas' corners are offsets into the sums from `12 * n` on, four an area; its
/// areas' weights stand from `3 * n` on. Areas that a node lacks have weight 0. A branch is the
/// number of the next node, or -1 when it ends with a value.
final class HaarScan {
  /// Values in the XML files are rounded; OpenCV allows each stage this much.
  private static final double STAGE_SLACK = 1e-4;

  private static final int MOST_AREAS = 3;

  private final int stride;
  private final double step;
  private final int side;
  private final int[] contrastCorners;
  private final double contrastArea;

  private final int[] corners;
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

  /// A layout.
  ///
  /// @param stride of the planes, see [GreyPlane#stride()]
  HaarScan(HaarCascade cascade, double scale, int stride) {
    this.stride = stride;
    this.step = Math.max(2, scale);
    this.side = (int) Math.round(cascade.window() * scale);
    // As in training, contrast is measured without the window's border of one pixel.
    int border = (int) Math.round(scale);
    int inner = (int) Math.round((cascade.window() - 1) * scale) - border;
    contrastCorners = cornersOf(border, border, inner, inner);
    contrastArea = (double) inner * inner;
    List<HaarCascade.Tree> allTrees =
        cascade.stages().stream().flatMap(stage -> stage.trees().stream()).toList();
    int nodes = allTrees.stream().mapToInt(tree -> tree.nodes().size()).sum();
    corners = new int[nodes * 4 * MOST_AREAS];
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
      System.arraycopy(cornersOf(x, y, width, height), 0, corners, 4 * (node * MOST_AREAS + i), 4);
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

  private int[] cornersOf(int x, int y, int width, int height) {
    int upper = y * stride + x;
    int lower = (y + height) * stride + x;
    return new int[] {upper, upper + width, lower, lower + width};
  }

  /// All windows that pass, in reading order.
  List<HaarSearch.Window> passing(GreyPlane plane) {
    List<HaarSearch.Window> passed = new ArrayList<>();
    for (int row = 0; ; row++) {
      int y = (int) Math.round(row * step);
      if (y + side > plane.height()) {
        return passed;
      }
      for (int column = 0; ; column++) {
        int x = (int) Math.round(column * step);
        if (x + side > plane.width()) {
          break;
        }
        int stages = stagesPassed(plane, y * stride + x);
        if (stages == stageThresholds.length) {
          passed.add(new HaarSearch.Window(x, y, side));
        } else if (stages == 0) {
          column++; // its neighbour would not pass either, as in OpenCV
        }
      }
    }
  }

  private int stagesPassed(GreyPlane plane, int at) {
    int[] sums = plane.sums();
    double contrast = contrast(plane, at);
    for (int stage = 0; stage < stageThresholds.length; stage++) {
      double sum = 0;
      for (int tree = stages[stage]; tree < stages[stage + 1]; tree++) {
        sum += value(sums, trees[tree], at, contrast);
      }
      if (sum < stageThresholds[stage]) {
        return stage;
      }
    }
    return stageThresholds.length;
  }

  private double value(int[] sums, int root, int at, double contrast) {
    int node = root;
    while (true) {
      boolean below = feature(sums, node, at) < thresholds[node] * contrast;
      int next = below ? leftNodes[node] : rightNodes[node];
      if (next < 0) {
        return below ? leftValues[node] : rightValues[node];
      }
      node = next;
    }
  }

  private double feature(int[] sums, int node, int at) {
    int area = node * MOST_AREAS;
    double feature =
        weights[area] * sum(sums, at, 4 * area) + weights[area + 1] * sum(sums, at, 4 * area + 4);
    return third[node] ? feature + weights[area + 2] * sum(sums, at, 4 * area + 8) : feature;
  }

  private int sum(int[] sums, int at, int corner) {
    return sums[at + corners[corner]]
        - sums[at + corners[corner + 1]]
        - sums[at + corners[corner + 2]]
        + sums[at + corners[corner + 3]];
  }

  /// The standard deviation of the window's values; 1 where there is none.
  private double contrast(GreyPlane plane, int at) {
    int[] corner = contrastCorners;
    int[] sums = plane.sums();
    long[] squares = plane.squares();
    double mean =
        (sums[at + corner[0]] - sums[at + corner[1]] - sums[at + corner[2]] + sums[at + corner[3]])
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
