package app.photoplay.provider.local.scene;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// People cut out of coloured paper, and robots. Who is in a film wears the same in all its shots.
final class People {
  private static final int[] COATS = {
    0xC8503C, 0xD9A23A, 0x3C7A8C, 0x5A8A52, 0x8A5A96, 0x3F5FA8, 0xC86E8A
  };
  private static final int[] TROUSERS = {0x2E3440, 0x4A3B32, 0x39465A, 0x554A3A};
  private static final int[] SKINS = {0xF0C8A4, 0xD9A27A, 0xA87248, 0x7A4E32};
  private static final int[] HAIRS = {0x2A201C, 0x5A3A24, 0xA8763E, 0x1C1A20};
  private static final int GREY = 0xC4C4C8;

  private People() {}

  /// What somebody wears, in the light of the hour.
  private record Clothes(int coat, int trousers, int skin, int hair) {
    static Clothes of(SceneCanvas stage, int who) {
      RandomGenerator random =
          RandomGeneratorFactory.of("L64X128MixRandom").create(stage.idea().seed() + 7);
      boolean old = who == 0 && stage.idea().guise().old();
      int coat = random.nextInt(COATS.length);
      int other = random.nextInt(1 << 20);
      return new Clothes(
          stage.worn(COATS[(coat + 3 * who) % COATS.length]),
          stage.worn(TROUSERS[(other + who) % TROUSERS.length]),
          stage.worn(SKINS[(other / 8 + who) % SKINS.length]),
          stage.worn(old ? GREY : HAIRS[(other / 64 + who) % HAIRS.length]));
    }
  }

  /// @param who the number among those in the scene
  /// @param skirt how much wider the coat is below
  static void draw(
      Graphics2D g, SceneCanvas stage, int who, double x, double y, double tall, double skirt) {
    Clothes clothes = Clothes.of(stage, who);
    legs(g, clothes, x, y, tall);
    arms(g, clothes, x, y, tall);
    coat(g, clothes, x, y, tall, skirt);
    head(g, clothes, x, y - tall * 0.905, tall * 0.088, skirt > 0);
  }

  private static void legs(Graphics2D g, Clothes clothes, double x, double y, double tall) {
    g.setPaint(Tint.color(clothes.trousers()));
    for (int side = -1; side <= 1; side += 2) {
      Path2D leg = new Path2D.Double();
      leg.moveTo(x, y - tall * 0.46);
      leg.lineTo(x + side * tall * 0.1, y - tall * 0.46);
      leg.lineTo(x + side * tall * 0.085, y - tall * 0.03);
      leg.lineTo(x + side * tall * 0.125, y);
      leg.lineTo(x + side * tall * 0.02, y);
      leg.closePath();
      g.fill(leg);
    }
  }

  private static void arms(Graphics2D g, Clothes clothes, double x, double y, double tall) {
    g.setStroke(
        new BasicStroke((float) (tall * 0.062), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setPaint(Tint.color(Tint.mix(clothes.coat(), 0, 0.18)));
    for (int side = -1; side <= 1; side += 2) {
      Path2D arm = new Path2D.Double();
      arm.moveTo(x + side * tall * 0.115, y - tall * 0.745);
      arm.quadTo(x + side * tall * 0.18, y - tall * 0.62, x + side * tall * 0.165, y - tall * 0.47);
      g.draw(arm);
    }
    g.setPaint(Tint.color(clothes.skin()));
    for (int side = -1; side <= 1; side += 2) {
      g.fill(Skies.circle(x + side * tall * 0.165, y - tall * 0.445, tall * 0.032));
    }
  }

  private static void coat(
      Graphics2D g, Clothes clothes, double x, double y, double tall, double skirt) {
    g.setPaint(Tint.color(Tint.mix(clothes.skin(), 0, 0.12)));
    g.fill(new Rectangle2D.Double(x - tall * 0.03, y - tall * 0.85, tall * 0.06, tall * 0.08));
    Path2D body = new Path2D.Double();
    body.moveTo(x - tall * 0.045, y - tall * 0.81);
    body.quadTo(x - tall * 0.14, y - tall * 0.8, x - tall * 0.145, y - tall * 0.72);
    body.lineTo(x - tall * 0.105 - skirt * 0.4, y - tall * 0.42);
    body.lineTo(x - tall * 0.1 - skirt, y - tall * (skirt > 0 ? 0.26 : 0.4));
    body.lineTo(x + tall * 0.1 + skirt, y - tall * (skirt > 0 ? 0.26 : 0.4));
    body.lineTo(x + tall * 0.105 + skirt * 0.4, y - tall * 0.42);
    body.lineTo(x + tall * 0.145, y - tall * 0.72);
    body.quadTo(x + tall * 0.14, y - tall * 0.8, x + tall * 0.045, y - tall * 0.81);
    body.closePath();
    g.setPaint(
        Land.vertical(
            y - tall * 0.8,
            y - tall * 0.3,
            Tint.color(clothes.coat()),
            Tint.color(Tint.mix(clothes.coat(), 0, 0.28))));
    g.fill(body);
    g.setPaint(Tint.color(Tint.mix(clothes.coat(), 0xFFFFFF, 0.45)));
    g.fill(
        new RoundRectangle2D.Double(
            x - tall * 0.075,
            y - tall * 0.825,
            tall * 0.15,
            tall * 0.04,
            tall * 0.03,
            tall * 0.03));
  }

  private static void head(
      Graphics2D g, Clothes clothes, double x, double y, double radius, boolean longHair) {
    g.setPaint(Tint.color(clothes.hair()));
    if (longHair) {
      g.fill(
          new RoundRectangle2D.Double(
              x - radius * 1.18, y - radius, 2.36 * radius, 2.5 * radius, radius, radius));
    }
    g.setPaint(Tint.color(clothes.skin()));
    g.fill(new Ellipse2D.Double(x - radius * 0.92, y - radius, 1.84 * radius, 2.05 * radius));
    g.setPaint(Tint.color(clothes.hair()));
    g.fill(
        new Arc2D.Double(
            x - radius * 1.06,
            y - radius * 1.14,
            2.12 * radius,
            1.9 * radius,
            8,
            164,
            Arc2D.CHORD));
    g.setPaint(Tint.color(Tint.mix(clothes.skin(), 0x14100E, 0.8)));
    for (int side = -1; side <= 1; side += 2) {
      g.fill(Skies.circle(x + side * radius * 0.36, y + radius * 0.12, radius * 0.085));
    }
    g.setPaint(Tint.color(Tint.mix(clothes.skin(), 0xB04030, 0.45), 0.6));
    for (int side = -1; side <= 1; side += 2) {
      g.fill(Skies.circle(x + side * radius * 0.56, y + radius * 0.4, radius * 0.15));
    }
    g.setStroke(
        new BasicStroke((float) (radius * 0.08), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setPaint(Tint.color(Tint.mix(clothes.skin(), 0x5A2018, 0.7)));
    g.draw(
        new Arc2D.Double(
            x - radius * 0.26,
            y + radius * 0.26,
            0.52 * radius,
            0.4 * radius,
            200,
            140,
            Arc2D.OPEN));
  }

  static void robot(Graphics2D g, SceneCanvas stage, double x, double y, double tall) {
    int steel = stage.worn(0xA8B8C2);
    int joints = Tint.mix(steel, 0, 0.45);
    g.setPaint(Tint.color(joints));
    for (int side = -1; side <= 1; side += 2) {
      g.fill(box(x + side * tall * 0.09, y - tall * 0.3, tall * 0.08, tall * 0.3, tall * 0.03));
      g.fill(box(x + side * tall * 0.21, y - tall * 0.64, tall * 0.065, tall * 0.34, tall * 0.04));
    }
    g.setPaint(
        Land.vertical(
            y - tall * 0.9,
            y - tall * 0.28,
            Tint.color(steel),
            Tint.color(Tint.mix(steel, 0, 0.3))));
    g.fill(box(x, y - tall * 0.66, tall * 0.32, tall * 0.38, tall * 0.06));
    g.fill(box(x, y - tall * 0.92, tall * 0.24, tall * 0.21, tall * 0.06));
    g.setPaint(Tint.color(joints));
    g.fill(new Rectangle2D.Double(x - tall * 0.008, y - tall * 1.02, tall * 0.016, tall * 0.1));
    g.fill(box(x, y - tall * 0.87, tall * 0.19, tall * 0.09, tall * 0.04));
    g.setPaint(Tint.color(0xFF7A5A));
    g.fill(Skies.circle(x, y - tall * 1.02, tall * 0.025));
    g.fill(Skies.circle(x + tall * 0.08, y - tall * 0.55, tall * 0.02));
    g.setPaint(Tint.color(0x7FF0FF));
    g.fill(Skies.circle(x - tall * 0.05, y - tall * 0.825, tall * 0.024));
    g.fill(Skies.circle(x + tall * 0.05, y - tall * 0.825, tall * 0.024));
  }

  private static RoundRectangle2D box(
      double middle, double top, double wide, double high, double round) {
    return new RoundRectangle2D.Double(middle - wide / 2, top, wide, high, round, round);
  }
}
