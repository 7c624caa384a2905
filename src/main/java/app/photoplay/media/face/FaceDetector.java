package app.photoplay.media.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Proposes places where faces may be, with a network that has a number of anchors in its square
/// and says for each how likely a face is there and how far it is off. Thread-safe.
final class FaceDetector {
  /// Anchors that say less propose nothing.
  private static final double PROPOSED = 0.4;

  /// The same face, proposed by several anchors, overlaps itself by more.
  private static final double MOST_OVERLAP = 0.3;

  /// Numbers for each anchor: middle, width and height, then six places (x, y): both eyes as the
  /// viewer sees them, the nose's tip, the mouth, both ears.
  private static final int NUMBERS = 16;

  private final FaceNetwork network;
  private final int size;
  private final List<Face.Point> anchors = new ArrayList<>();

  private FaceDetector(FaceNetwork network, int size) {
    this.network = network;
    this.size = size;
  }

  static FaceDetector fullRange() {
    FaceDetector detector = new FaceDetector(FaceNetwork.FULL_RANGE, 192);
    detector.addAnchors(48, 1);
    return detector;
  }

  static FaceDetector shortRange() {
    FaceDetector detector = new FaceDetector(FaceNetwork.SHORT_RANGE, 128);
    detector.addAnchors(16, 2);
    detector.addAnchors(8, 6);
    return detector;
  }

  /// Anchors at the middles of so many cells in each direction.
  private void addAnchors(int cells, int each) {
    double step = (double) size / cells;
    for (int i = 0; i < cells * cells * each; i++) {
      int row = i / each / cells;
      int column = i / each % cells;
      anchors.add(new Face.Point((column + 0.5) * step, (row + 0.5) * step));
    }
  }

  /// A place where a face may be.
  ///
  /// @param square upright around it, leaning as the eyes do
  /// @param score from 0 to 1
  record Proposal(Square square, double score) {
    private Proposal with(List<Proposal> others) {
      double doubt =
          others.stream().filter(this::isSameAs).mapToDouble(it -> 1 - it.score).min().orElse(1);
      return new Proposal(square, 1 - (1 - score) * doubt);
    }

    boolean isSameAs(Proposal other) {
      double together = overlap(other);
      double area = square.side() * square.side();
      double otherArea = other.square.side() * other.square.side();
      return together > MOST_OVERLAP * (area + otherArea - together);
    }

    private double overlap(Proposal other) {
      double apart = (square.side() + other.square.side()) / 2;
      double least = Math.min(square.side(), other.square.side());
      double across = apart - Math.abs(square.centre().x() - other.square.centre().x());
      double down = apart - Math.abs(square.centre().y() - other.square.centre().y());
      return Math.clamp(across, 0, least) * Math.clamp(down, 0, least);
    }
  }

  /// The proposals in a square, the likeliest first, of the same face only one.
  List<Proposal> search(Pyramid picture, Square square) {
    return network.with(run -> {
      picture.draw(square, size, run.input(), -1, 1, Pyramid.Beyond.BLACK);
      run.run();
      float[] numbers = run.output(0);
      float[] scores = run.output(1);
      List<Proposal> proposals = new ArrayList<>();
      for (int i = 0; i < anchors.size(); i++) {
        double score = 1 / (1 + Math.exp(-scores[i]));
        if (score >= PROPOSED) {
          proposals.add(proposal(square, anchors.get(i), numbers, i * NUMBERS, score));
        }
      }
      return apart(proposals);
    });
  }

  private Proposal proposal(
      Square square, Face.Point anchor, float[] numbers, int at, double score) {
    Face.Point middle = place(square, anchor, numbers, at);
    Face.Point left = place(square, anchor, numbers, at + 4);
    Face.Point right = place(square, anchor, numbers, at + 6);
    double side = Math.max(numbers[at + 2], numbers[at + 3]) * square.side() / size;
    return new Proposal(new Square(middle, side, new Face.Eyes(left, right).roll()), score);
  }

  private Face.Point place(Square square, Face.Point anchor, float[] numbers, int at) {
    return square.inPicture(anchor.x() + numbers[at], anchor.y() + numbers[at + 1], size);
  }

  /// What two detectors propose; where they mean the same face it is likelier than for each.
  static List<Proposal> agreeing(List<Proposal> some, List<Proposal> others) {
    List<Proposal> all = new ArrayList<>();
    some.forEach(it -> all.add(it.with(others)));
    others.forEach(it -> all.add(it.with(some)));
    return apart(all);
  }

  static List<Proposal> apart(List<Proposal> proposals) {
    List<Proposal> apart = new ArrayList<>();
    proposals.stream()
        .filter(it -> it.square.side() > 0)
        .sorted(Comparator.comparingDouble(Proposal::score).reversed())
        .forEach(it -> {
          if (apart.stream().noneMatch(it::isSameAs)) {
            apart.add(it);
          }
        });
    return apart;
  }
}
