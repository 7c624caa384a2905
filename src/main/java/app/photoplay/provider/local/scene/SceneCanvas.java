package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Where a scene is painted, pane by pane from far to near. Places and lengths are parts of the
/// plate's height: y goes from 0 above to 1 below, x from 0 to [#width()].
final class SceneCanvas {
  private static final int GRAIN = 2;

  private final Size plate;
  private final SceneIdea idea;
  private final Palette palette;
  private final RandomGenerator random;
  private final List<Layer> layers = new ArrayList<>();
  private final List<Light> lights = new ArrayList<>();
  private int newest;

  SceneCanvas(Size plate, SceneIdea idea) {
    this.plate = plate;
    this.idea = idea;
    this.palette = Palette.of(idea);
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(idea.seed());
  }

  /// Paints one pane.
  @FunctionalInterface
  interface Painter {
    void paint(Graphics2D graphics);
  }

  /// The plate's width in heights, the same for every plate of one shape: rounded up, because a
  /// last blade of grass more would paint all that follows in another way.
  double width() {
    return Math.ceil(100.0 * plate.width() / plate.height()) / 100;
  }

  SceneIdea idea() {
    return idea;
  }

  Palette palette() {
    return palette;
  }

  RandomGenerator random() {
    return random;
  }

  /// A random number between two.
  double between(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  boolean chance(double part) {
    return random.nextDouble() < part;
  }

  /// The next pane towards the camera.
  ///
  /// @param depth 0 far away, 1 before the camera
  void pane(double depth, Painter painter) {
    pane(depth, Layer.Motion.NONE, painter);
  }

  void pane(double depth, Layer.Motion motion, Painter painter) {
    boolean first = layers.isEmpty();
    newest = layers.size();
    BufferedImage image =
        new BufferedImage(
            plate.width(),
            plate.height(),
            first ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(plate.height(), plate.height());
    painter.paint(graphics);
    graphics.dispose();
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    grain(pixels, first);
    layers.add(new Layer(pixels, plate, depth, motion));
  }

  /// Puts a light into the newest pane.
  void light(double x, double y, double radius, int colour, double level, double flicker) {
    light(x, y, radius, 1, colour, level, flicker, between(0.2, 1.1), 0);
  }

  void light(
      double x,
      double y,
      double radius,
      double wide,
      int colour,
      double level,
      double flicker,
      double hertz,
      double rise) {
    lights.add(
        new Light(
            newest, x, y, radius, wide, colour, level, flicker, hertz, random.nextDouble(), rise));
  }

  Scene scene() {
    Falling falling =
        switch (idea.weather()) {
          case RAIN -> Falling.rain(random, 420);
          case STORM -> Falling.rain(random, 760);
          case SNOW -> Falling.snow(random, 420);
          case CLEAR, CLOUDS, FOG -> Falling.NOTHING;
        };
    boolean roofed = !idea.places().isEmpty() && !underTheSky(idea.places().getFirst());
    return new Scene(plate, layers, lights, roofed ? Falling.NOTHING : falling);
  }

  private static boolean underTheSky(SceneIdea.Place place) {
    return place != SceneIdea.Place.ROOM && place != SceneIdea.Place.SPACE;
  }

  /// A little noise hides the steps of soft gradients. It is the same for every run.
  private static void grain(int[] pixels, boolean opaque) {
    int state = 0x2545F491;
    for (int i = 0; i < pixels.length; i++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      int pixel = pixels[i];
      int alpha = opaque ? 255 : pixel >>> 24;
      if (alpha == 255) {
        int noise = (state >>> 8) % (2 * GRAIN + 1) - GRAIN;
        pixels[i] =
            0xFF000000
                | noisy(pixel >> 16, noise) << 16
                | noisy(pixel >> 8, noise) << 8
                | noisy(pixel, noise);
      }
    }
  }

  private static int noisy(int channel, int noise) {
    return Math.max(0, Math.min(255, (channel & 255) + noise));
  }
}
