package app.photoplay.provider.local;

/// Where the lips' inner edges are at one moment, for each distance from the middle of the mouth.
/// One for each drawing thread.
final class Lips {
  static final int COUNT = 512;

  /// Beyond it the lips are shut in every pose.
  static final double REACH = 0.47;

  private static final double WIDEST_GAP = 0.25;

  /// A mouth that shows its teeth in the photo opens by this more than it does there.
  private static final double WIDER = 0.14;

  /// Such a mouth has less dark to show, so that it opens early: the power of the opening.
  private static final double EAGERNESS = 0.65;

  /// What is left of such a mouth's gap when the lips are pressed together.
  private static final double PRESSED = 0.08;

  /// The gap through which the upper teeth are seen on the lower lip.
  private static final double TUCKED = 0.05;

  private static final double TUCK_LIFT = 0.022;

  /// The part of the teeth shown in the photo that the upper lip covers in speech.
  private static final double COVERED = 0.28;

  /// The upper lip's part in opening; the rest is the jaw's.
  private static final double RAISED = 0.14;

  /// Inner edges now.
  final float[] upper = new float[COUNT];

  final float[] lower = new float[COUNT];

  /// How far they are from where they are in the photo, downwards.
  final float[] upperShift = new float[COUNT];

  final float[] lowerShift = new float[COUNT];

  /// How far the skin further up and down moves with them: nowhere steep across the face.
  final float[] upperSkin = new float[COUNT];

  final float[] lowerSkin = new float[COUNT];

  /// How far the chin is from where it is in the photo, downwards.
  double chin;

  private static final float[] SKIN = new float[COUNT];

  static {
    for (int i = 0; i < COUNT; i++) {
      double left = 1 - Math.pow(u(i) / REACH, 2);
      SKIN[i] = (float) (left * left);
    }
  }

  private final MouthShape mouth;

  Lips(MouthShape mouth) {
    this.mouth = mouth;
  }

  static int index(double u) {
    int index = (int) ((u + REACH) * (COUNT / (2 * REACH)));
    return Math.max(0, Math.min(index, COUNT - 1));
  }

  static double u(int index) {
    return (index + 0.5) * (2 * REACH / COUNT) - REACH;
  }

  void place(MouthPose pose) {
    double spoken = gap(pose.open());
    spoken += (Math.max(spoken, TUCKED) - spoken) * pose.tuck();
    double half = MouthShape.HALF_WIDTH * openWidth(pose);
    for (int i = 0; i < COUNT; i++) {
      double u = u(i);
      double t = Math.min(1, Math.abs(u) / half);
      double profile = Math.pow(1 - t * t, 0.7);
      double top = mouth.edge(mouth.upper(), u);
      double bottom = mouth.edge(mouth.lower(), u);
      double own = bottom - top;
      double gap = own + pose.active() * (spoken * profile - own);
      // an upper lip that was drawn up by a smile covers part of the teeth again
      double covers = pose.active() * COVERED * own;
      double lift = TUCK_LIFT * pose.tuck() * pose.active() * profile;
      double down = covers - RAISED * Math.max(0, gap - own) - lift;
      upperShift[i] = (float) down;
      lowerShift[i] = (float) (down + gap - own);
      upper[i] = (float) (top + down);
      lower[i] = (float) (top + down + gap);
    }
    float middleUp = upperShift[COUNT / 2];
    float middleDown = lowerShift[COUNT / 2];
    for (int i = 0; i < COUNT; i++) {
      upperSkin[i] = middleUp * SKIN[i];
      lowerSkin[i] = middleDown * SKIN[i];
    }
    chin = middleDown * (middleDown > 0 ? 0.72 : 0.45);
  }

  /// How far apart the lips are for an opening from 0 to 1.
  private double gap(double open) {
    if (!mouth.showsTeeth()) {
      return WIDEST_GAP * open;
    }
    double pressed = PRESSED * mouth.gap();
    double opened = Math.pow(open, EAGERNESS);
    return pressed + opened * (Math.max(mouth.gap(), 0.08) + WIDER - pressed);
  }

  /// Which part of the mouth's width opens: to the corners only for a, the least for u.
  private double openWidth(MouthPose pose) {
    double width = 0.10 * pose.spread() - 0.12 * pose.round() + 0.30 * pose.open();
    return Math.min(1, width + (mouth.showsTeeth() ? 0.70 : 0.60));
  }
}
