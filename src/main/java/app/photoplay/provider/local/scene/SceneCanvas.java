package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Where a scene is painted, pane by pane from far to near. Places and lengths are parts of the
/// plate's height: y goes from 0 above to 1 below, x from 0 to [#width()].
final class SceneCanvas {
  private static final int GRAIN = 2;
  private static final double LARGEST_LIGHT = 0.3;
  private static final double BLUR = 0.007;

  private final Size plate;
  private final SceneIdea idea;
  private final Palette palette;
  private final Treatment treatment;
  private final Framing framing;
  private final Map<Double, Integer> painted = new HashMap<>();

  /// For lights, of which there are more at night.
  private final RandomGenerator sparks;

  private RandomGenerator random;
  private final List<Layer> layers = new ArrayList<>();
  private final List<Light> lights = new ArrayList<>();
  private int newest;
  private double newestDepth;

  SceneCanvas(Size plate, SceneIdea idea) {
    this.plate = plate;
    this.idea = idea;
    this.palette = Palette.of(idea);
    this.treatment = new Treatment(idea.look(), plate);
    this.random = chance(idea.seed());
    this.sparks = chance(idea.seed() + 1);
    this.framing = Framing.of(idea, width(), chance(idea.seed() + 2), chance(idea.view()));
  }

  private static RandomGenerator chance(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
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

  /// A colour of somebody near the camera, of which some is seen in every light.
  int worn(int colour) {
    double own = idea.time() == SceneIdea.Time.NIGHT ? 0.3 : 0.1;
    return Tint.mix(palette.seen(colour, 1), colour, own);
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

  /// Where whom the scene is about stands.
  Framing framing() {
    return framing;
  }

  /// Does something with chances of its own, so that what comes after it does not hang on the
  /// weather or the hour: a place stays the same place.
  void apart(long number, Runnable painting) {
    RandomGenerator outer = random;
    random = chance(idea.seed() ^ number * 0x9E3779B97F4A7C15L);
    painting.run();
    random = outer;
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
    newestDepth = depth;
    double zoom = framing.zoom(depth);
    graphics.translate(framing.left(depth), framing.top(depth));
    graphics.scale(zoom, zoom);
    long number =
        1 + Math.round(depth * 4096) + ((long) painted.merge(depth, 1, Integer::sum) << 20);
    apart(number, () -> painter.paint(graphics));
    graphics.dispose();
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    if (first) {
      Arrays.setAll(pixels, i -> 0xFF000000 | pixels[i]);
    }
    int blur = (int) Math.round(BLUR * plate.height() * framing.blur(depth, idea.shot()));
    if (blur > 0 && idea.look() != Look.PIXEL) {
      Blur.soften(pixels, plate, blur);
    }
    treatment.apply(pixels, first);
    grain(pixels);
    layers.add(new Layer(pixels, plate, depth, framed(motion, depth)));
  }

  /// Paints something over the newest pane that hides what lies before it from one side to the
  /// other, such as mist, so that nobody sees where it is: it needs no pane of its own.
  void veil(double depth, Painter painter) {
    int under = newest;
    pane(depth, painter);
    Layer veil = layers.removeLast();
    layers.set(under, layers.get(under).with(veil));
    newest = under;
    newestDepth = layers.get(under).depth;
  }

  private Layer.Motion framed(Layer.Motion motion, double depth) {
    return new Layer.Motion(
        motion.drift(),
        motion.ripple(),
        motion.waterline() * framing.zoom(depth) + framing.top(depth));
  }

  /// Puts a light into the newest pane.
  void light(double x, double y, double radius, int colour, double level, double flicker) {
    light(x, y, radius, 1, colour, level, flicker, 0.2 + 0.9 * sparks.nextDouble(), 0);
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
    double zoom = framing.zoom(newestDepth);
    lights.add(
        new Light(
            newest,
            x * zoom + framing.left(newestDepth),
            y * zoom + framing.top(newestDepth),
            Math.min(radius * zoom, Math.max(radius, LARGEST_LIGHT)),
            wide,
            idea.look().graded(colour),
            level,
            flicker,
            hertz,
            sparks.nextDouble(),
            rise * zoom));
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
    return new Scene(
        plate, layers, lights, roofed ? Falling.NOTHING : falling, idea.look().vignette);
  }

  private static boolean underTheSky(SceneIdea.Place place) {
    return place != SceneIdea.Place.ROOM && place != SceneIdea.Place.SPACE;
  }

  /// A little noise hides the steps of soft gradients. It is the same for every run.
  private static void grain(int[] pixels) {
    int state = 0x2545F491;
    for (int i = 0; i < pixels.length; i++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      int pixel = pixels[i];
      int alpha = pixel >>> 24;
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
