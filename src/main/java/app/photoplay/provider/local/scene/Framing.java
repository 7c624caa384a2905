package app.photoplay.provider.local.scene;

import app.photoplay.provider.local.scene.SceneIdea.Place;
import app.photoplay.provider.local.scene.SceneIdea.Subject;
import app.photoplay.provider.video.ShotSize;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// How near the camera has come to whom a scene is about: one place looks the same in each shot of
/// a film, seen from other distances. What is near the hero grows as the hero does, what is far
/// hardly grows. Lengths are parts of the plate's height.
///
/// @param x where the hero stands in the place
/// @param y the same, on the ground
/// @param shownX where that is in the picture
/// @param shownY the same; below the picture in a close-up
/// @param zoom how much larger than in an establishing shot the hero is
/// @param depth the hero's, 0 far away, 1 before the camera
record Framing(
    double width, double x, double y, double shownX, double shownY, double zoom, double depth) {
  /// How tall a grown person is in an establishing shot.
  static final double TALL = 0.15;

  /// The same of somebody beside a tower, and how far from its middle that is.
  static final double KEEPER = 0.085;

  static final double BESIDE = 0.09;

  /// How high above the water somebody in a boat stands, in heights of that person.
  static final double ABOARD = 0.05;

  /// How far from the middle of the boat, in the same.
  static final double SEAT = 0.56;

  /// How much of the hero's growth the farthest things have.
  private static final double FAR = 0.07;

  /// How tall and how wide a hero is, in heights of a grown person.
  private record Body(double tall, double wide, boolean upright) {}

  private static final Body BOAT = new Body(1.5, 1.6, false);

  static Framing of(SceneIdea idea, double width, RandomGenerator place, RandomGenerator view) {
    double x = width * (0.42 + 0.16 * place.nextDouble());
    boolean right = view.nextBoolean();
    double aside = 0.04 + 0.08 * view.nextDouble();
    boolean water = idea.at(Place.SEA) && idea.places().getFirst() == Place.SEA;
    if (water && idea.has(Subject.LIGHTHOUSE)) {
      double side = width * (x < width / 2 ? 0.3 : 0.7);
      if (idea.has(Subject.PERSON) && idea.shot() == ShotSize.CLOSE_UP) {
        Body keeper = new Body(KEEPER / TALL, 0.3, true);
        return of(idea, width, side + BESIDE, 0.49, 0.5, keeper, right ? aside : -aside);
      }
      Body tower = new Body(0.36 / TALL, 0.1 / TALL, true);
      return of(idea, width, side, 0.5, 0.5, tower, right ? aside : -aside);
    }
    Body body = body(idea);
    if (body == null) {
      double zoom =
          switch (idea.shot()) {
            case EXTREME_WIDE -> 1;
            case WIDE -> 1.12;
            case MEDIUM -> 1.45;
            case CLOSE_UP -> 2;
          };
      double at = width * (0.5 + (right ? 2.5 : -2.5) * aside);
      return new Framing(width, at, 0.62, at, 0.62, zoom, 0.5);
    }
    if (idea.at(Place.SKY) && idea.places().getFirst() == Place.SKY) {
      return of(idea, width, x, 0.62, 0.5, body, right ? aside : -aside);
    }
    if (water && body.upright()) {
      boolean near = idea.shot() == ShotSize.CLOSE_UP;
      return near
          ? of(idea, width, x - SEAT * TALL, 0.66 - ABOARD * TALL, 0.5, body, aside)
          : of(idea, width, x, 0.66, 0.5, BOAT, right ? aside : -aside);
    }
    boolean afloat = water || (idea.at(Place.RIVER) && idea.has(Subject.BOAT));
    return of(
        idea, width, x, afloat ? 0.66 : 0.88, afloat ? 0.5 : 0.85, body, right ? aside : -aside);
  }

  private static Framing of(
      SceneIdea idea, double width, double x, double y, double depth, Body body, double aside) {
    double tall = TALL * body.tall();
    double wanted =
        switch (idea.shot()) {
          case EXTREME_WIDE -> tall;
          case WIDE -> Math.max(1.25 * tall, Math.min(1.8 * tall, 0.26));
          case MEDIUM -> body.upright() ? 0.6 : 0.42;
          case CLOSE_UP -> body.upright() ? 1.25 : 0.66;
        };
    double fits = 0.85 * width / (TALL * body.wide());
    double zoom = Math.clamp(Math.min(wanted / tall, fits), 1, 15);
    double shownX =
        switch (idea.shot()) {
          case EXTREME_WIDE -> x;
          case WIDE, MEDIUM -> width * (0.5 + aside);
          case CLOSE_UP -> width * (0.5 + aside / 2);
        };
    double shownY =
        switch (idea.shot()) {
          case EXTREME_WIDE -> y;
          case WIDE -> y + 0.02;
          case MEDIUM -> Math.max(y, 0.93);
          // a head's room above the head
          case CLOSE_UP -> body.upright() ? Math.max(0.95, 0.14 + zoom * tall) : 0.93;
        };
    return new Framing(width, x, y, shownX, shownY, zoom, depth);
  }

  private static @Nullable Body body(SceneIdea idea) {
    for (Subject subject : Subject.values()) {
      if (idea.has(subject)) {
        Body body =
            switch (subject) {
              case PERSON -> new Body(1, 0.5, true);
              case CHILD -> new Body(0.68, 0.4, true);
              case COUPLE -> new Body(1, 0.85, true);
              case ROBOT -> new Body(1.2, 0.6, true);
              case DOG -> new Body(0.66, 1.2, false);
              case HORSE -> new Body(1.45, 1.9, false);
              case CAT -> new Body(0.5, 0.5, false);
              case BOAT -> BOAT;
              case TENT -> new Body(0.8, 1.5, false);
              case CAR -> new Body(0.62, 1.7, false);
              case ROCKET -> new Body(2.4, 0.9, false);
              case BIRDS, LIGHTHOUSE, CASTLE, BALLOON, FIRE, MOON, PLANET -> null;
            };
        if (body != null) {
          return body;
        }
      }
    }
    return null;
  }

  /// Where a tower stands beside which the hero may be.
  double tower() {
    return Math.abs(x - width * 0.3) < Math.abs(x - width * 0.7) ? width * 0.3 : width * 0.7;
  }

  /// How much larger things of a depth are.
  double zoom(double at) {
    double near = Math.min(1.15, Math.pow(at / depth, 2.2));
    return 1 + (zoom - 1) * (FAR + (1 - FAR) * near);
  }

  /// Where the left edge of the place is in the picture, for things of a depth: such that they fill
  /// it.
  double left(double at) {
    double zoom = zoom(at);
    return Math.clamp(shownX - x * zoom, width - width * zoom, 0);
  }

  double top(double at) {
    double zoom = zoom(at);
    return Math.clamp(shownY - y * zoom, 1 - zoom, 0);
  }

  /// How much less sharp things of a depth are, 0 to 1.
  double blur(double at, ShotSize shot) {
    double most =
        switch (shot) {
          case EXTREME_WIDE, WIDE -> 0;
          case MEDIUM -> 0.25;
          case CLOSE_UP -> 1;
        };
    return most * Math.clamp((Math.abs(at - depth) - 0.06) / 0.3, 0, 1);
  }
}
