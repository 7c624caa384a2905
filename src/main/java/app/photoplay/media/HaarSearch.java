package app.photoplay.media;

import java.util.ArrayList;
import java.util.List;

/// Looks for what a cascade was trained on, at all places and sizes of a picture. Thread-safe.
///
/// Windows grow by steps of 1.1 over one plane of sums. Windows that pass and lie nearly on each
/// other become one hit, their mean.
final class HaarSearch {
  private static final double GROWTH = 1.1;

  /// Windows are alike when no edge differs by more than this share of their side.
  private static final double ALIKE = 0.2;

  /// Values in the XML files are rounded; OpenCV allows each stage this much.
  private static final double STAGE_SLACK = 1e-4;

  private final HaarCascade cascade;

  HaarSearch(HaarCascade cascade) {
    this.cascade = cascade;
  }

  /// A square in which something was found, and in how many windows.
  record Hit(double x, double y, double side, int windows) {}

  /// All hits with at least this many windows and a side within the limits, in pixels.
  List<Hit> search(GreyPlane plane, double smallest, double largest, int fewestWindows) {
    List<Double> scales = new ArrayList<>();
    double end = Math.min(largest, Math.min(plane.width(), plane.height()));
    for (double scale = 1; scale * cascade.window() <= end; scale *= GROWTH) {
      if (scale * cascade.window() >= smallest) {
        scales.add(scale);
      }
    }
    List<Window> passed =
        scales.parallelStream()
            .flatMap(scale -> new Scaled(cascade, scale, plane).collect().stream())
            .toList();
    return grouped(passed, fewestWindows);
  }

  private record Window(int x, int y, int side) {
    boolean isLike(Window other) {
      double allowed = ALIKE * Math.min(side, other.side);
      return Math.abs(x - other.x) <= allowed
          && Math.abs(y - other.y) <= allowed
          && Math.abs(x + side - other.x - other.side) <= allowed
          && Math.abs(y + side - other.y - other.side) <= allowed;
    }
  }

  /// Joins windows that are alike, directly or through others.
  private static List<Hit> grouped(List<Window> windows, int fewest) {
    List<List<Window>> groups = new ArrayList<>();
    for (Window window : windows) {
      List<Window> joined = new ArrayList<>();
      joined.add(window);
      groups.removeIf(group -> {
        boolean alike = group.stream().anyMatch(window::isLike);
        if (alike) {
          joined.addAll(group);
        }
        return alike;
      });
      groups.add(joined);
    }
    List<Hit> hits = new ArrayList<>();
    for (List<Window> group : groups) {
      if (group.size() >= fewest) {
        hits.add(
            new Hit(
                group.stream().mapToInt(Window::x).average().orElseThrow(),
                group.stream().mapToInt(Window::y).average().orElseThrow(),
                group.stream().mapToInt(Window::side).average().orElseThrow(),
                group.size()));
      }
    }
    return hits;
  }

  /// The cascade at one size over one plane: rectangles as offsets into the sums.
  private static final class Scaled {
    private final HaarCascade cascade;
    private final GreyPlane plane;
    private final double step;
    private final int side;

    /// Of each node, its areas' corners as offsets and its areas' weights, in the cascade's order.
    private final int[][] corners;

    private final double[][] weights;
    private final int[] contrastCorners;
    private final double contrastArea;

    Scaled(HaarCascade cascade, double scale, GreyPlane plane) {
      this.cascade = cascade;
      this.plane = plane;
      this.step = Math.max(2, scale);
      this.side = (int) Math.round(cascade.window() * scale);
      // As in training, contrast is measured without the window's border of one pixel.
      int border = (int) Math.round(scale);
      int inner = (int) Math.round((cascade.window() - 1) * scale) - border;
      contrastCorners = cornersOf(border, border, inner, inner);
      contrastArea = (double) inner * inner;
      List<HaarCascade.Node> nodes =
          cascade.stages().stream()
              .flatMap(stage -> stage.trees().stream())
              .flatMap(tree -> tree.nodes().stream())
              .toList();
      corners = new int[nodes.size()][];
      weights = new double[nodes.size()][];
      for (int i = 0; i < corners.length; i++) {
        prepare(i, nodes.get(i).areas(), scale);
      }
    }

    /// Rounding changes the areas: the first one's weight is corrected so that a flat window still
    /// gives 0.
    private void prepare(int node, List<HaarCascade.Area> areas, double scale) {
      corners[node] = new int[areas.size() * 4];
      weights[node] = new double[areas.size()];
      double others = 0;
      double first = 1;
      for (int i = 0; i < areas.size(); i++) {
        HaarCascade.Area area = areas.get(i);
        // Edges are rounded, not lengths, so that nothing reaches over the window's edge.
        int x = (int) Math.round(area.x() * scale);
        int y = (int) Math.round(area.y() * scale);
        int width = (int) Math.round((area.x() + area.width()) * scale) - x;
        int height = (int) Math.round((area.y() + area.height()) * scale) - y;
        System.arraycopy(cornersOf(x, y, width, height), 0, corners[node], i * 4, 4);
        weights[node][i] = area.weight() / contrastArea;
        if (i == 0) {
          first = (double) width * height;
        } else {
          others += weights[node][i] * width * height;
        }
      }
      weights[node][0] = -others / first;
    }

    private int[] cornersOf(int x, int y, int width, int height) {
      int upper = y * plane.stride() + x;
      int lower = (y + height) * plane.stride() + x;
      return new int[] {upper, upper + width, lower, lower + width};
    }

    List<Window> collect() {
      List<Window> passed = new ArrayList<>();
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
          if (passes(y * plane.stride() + x)) {
            passed.add(new Window(x, y, side));
          }
        }
      }
    }

    private boolean passes(int at) {
      double contrast = contrast(at);
      int firstNode = 0;
      for (HaarCascade.Stage stage : cascade.stages()) {
        double sum = 0;
        List<HaarCascade.Tree> trees = stage.trees();
        for (int i = 0; i < trees.size(); i++) {
          List<HaarCascade.Node> nodes = trees.get(i).nodes();
          sum += value(nodes, firstNode, at, contrast);
          firstNode += nodes.size();
        }
        if (sum < stage.threshold() - STAGE_SLACK) {
          return false;
        }
      }
      return true;
    }

    private double value(List<HaarCascade.Node> nodes, int first, int at, double contrast) {
      int node = 0;
      while (true) {
        HaarCascade.Node current = nodes.get(node);
        boolean below = feature(first + node, at) < current.threshold() * contrast;
        HaarCascade.Branch branch = below ? current.left() : current.right();
        if (branch.node() < 0) {
          return branch.value();
        }
        node = branch.node();
      }
    }

    private double feature(int node, int at) {
      int[] offsets = corners[node];
      double[] areaWeights = weights[node];
      int[] sums = plane.sums();
      double feature = 0;
      for (int i = 0; i < areaWeights.length; i++) {
        int corner = 4 * i;
        int sum =
            sums[at + offsets[corner]]
                - sums[at + offsets[corner + 1]]
                - sums[at + offsets[corner + 2]]
                + sums[at + offsets[corner + 3]];
        feature += areaWeights[i] * sum;
      }
      return feature;
    }

    /// The standard deviation of the window's values; 1 where there is none.
    private double contrast(int at) {
      int[] corner = contrastCorners;
      int[] sums = plane.sums();
      long[] squares = plane.squares();
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
