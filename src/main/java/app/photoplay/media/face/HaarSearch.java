package app.photoplay.media.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/// Looks for what a cascade was trained on, at all places and sizes of a picture. Thread-safe.
///
/// Windows grow by steps of 1.1 over one plane of sums. Windows that pass and lie nearly on each
/// other become one hit, their mean.
final class HaarSearch {
  private static final double GROWTH = 1.1;

  /// Windows are alike when no edge differs by more than this share of their side.
  private static final double ALIKE = 0.2;

  private final HaarCascade cascade;
  private final Map<Double, HaarScan> scans = new ConcurrentHashMap<>();

  HaarSearch(HaarCascade cascade) {
    this.cascade = cascade;
  }

  /// A square in which something was found, and in how many windows.
  record Hit(double x, double y, double side, int windows) {
    double centreX() {
      return x + side / 2;
    }

    double centreY() {
      return y + side / 2;
    }
  }

  /// All hits with at least this many windows and a side within the limits, in pixels.
  List<Hit> search(GreyPlane plane, double smallest, double largest, int fewestWindows) {
    return search(plane, smallest, largest, fewestWindows, HaarScan::passing);
  }

  /// As [#search] in half the time, without counting all windows.
  List<Hit> glance(GreyPlane plane, double smallest, double largest, int fewestWindows) {
    return search(plane, smallest, largest, fewestWindows, HaarScan::mostPassing);
  }

  private List<Hit> search(
      GreyPlane plane,
      double smallest,
      double largest,
      int fewestWindows,
      BiFunction<HaarScan, GreyPlane, List<Window>> way) {
    List<Double> scales = new ArrayList<>();
    double end = Math.min(largest, Math.min(plane.width(), plane.height()));
    for (double scale = 1; scale * cascade.window() <= end; scale *= GROWTH) {
      if (scale * cascade.window() >= smallest) {
        scales.add(scale);
      }
    }
    List<Window> passed =
        scales.parallelStream().flatMap(scale -> way.apply(scan(scale), plane).stream()).toList();
    return grouped(passed, fewestWindows);
  }

  private HaarScan scan(double scale) {
    return scans.computeIfAbsent(scale, _ -> new HaarScan(cascade, scale));
  }

  record Window(int x, int y, int side) {
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
}
