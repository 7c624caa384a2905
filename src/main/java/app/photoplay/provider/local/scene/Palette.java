package app.photoplay.provider.local.scene;

import app.photoplay.provider.local.scene.SceneIdea.Mood;
import app.photoplay.provider.local.scene.SceneIdea.Time;
import app.photoplay.provider.local.scene.SceneIdea.Weather;

/// The colours of one hour, weather and mood.
///
/// @param zenith the sky above
/// @param horizon the sky below, and what far things fade into
/// @param light the sun or moon
/// @param ambient what all surfaces are multiplied by
/// @param haze how much the farthest things fade, 0 to 1
record Palette(int zenith, int horizon, int light, int ambient, double haze) {

  static Palette of(SceneIdea idea) {
    Palette clear =
        switch (idea.time()) {
          case DAWN -> new Palette(0x5B7DB8, 0xFFC8A8, 0xFFE9C4, 0xD6BFC0, 0.62);
          case DAY -> new Palette(0x2F7FD8, 0xCDE8F7, 0xFFF9E6, 0xFFFFFF, 0.55);
          case DUSK -> new Palette(0x372A66, 0xFF8B4A, 0xFFD08A, 0xB7838C, 0.55);
          case NIGHT -> new Palette(0x040A20, 0x22406B, 0xEFF3FF, 0x4C648E, 0.5);
        };
    return clear.in(idea.weather(), idea.time()).in(idea.mood(), idea.seed());
  }

  private Palette in(Weather weather, Time time) {
    boolean night = time == Time.NIGHT;
    return switch (weather) {
      case CLEAR -> this;
      case CLOUDS -> greyed(night ? 0x1A2338 : 0x9FB2C6, 0.32, haze + 0.05);
      case RAIN -> greyed(night ? 0x141C2C : 0x76889B, 0.62, haze + 0.15).dimmed(0.8);
      case STORM -> greyed(night ? 0x10151F : 0x4A5566, 0.74, haze + 0.1).dimmed(0.62);
      case SNOW -> greyed(night ? 0x2A3850 : 0xD5DFEA, 0.5, haze + 0.15);
      case FOG -> greyed(night ? 0x2C3648 : 0xC9D0D6, 0.6, 0.95);
    };
  }

  private Palette in(Mood mood, long seed) {
    Palette shifted = tinted(hue(seed), 0.05);
    return switch (mood) {
      case NEUTRAL -> shifted;
      case HAPPY -> shifted.saturated(1.25).tinted(0xFFE9A0, 0.08);
      case SAD -> shifted.saturated(0.5).tinted(0x5A7396, 0.2);
      case SCARY -> shifted.saturated(0.55).tinted(0x203A2A, 0.35).dimmed(0.75);
      case ROMANTIC -> shifted.tinted(0xFF8FB0, 0.22);
      case DREAMY -> shifted.tinted(0x8A5BFF, 0.24).saturated(1.2);
      case EPIC -> shifted.saturated(1.3).dimmed(0.9);
    };
  }

  private static int hue(long seed) {
    int[] hues = {0xFF6A3C, 0x3C8CFF, 0x3CFFB0, 0xB060FF, 0xFFD23C};
    return hues[Math.floorMod(seed >>> 23, hues.length)];
  }

  private Palette greyed(int grey, double part, double newHaze) {
    return new Palette(
        Tint.mix(zenith, grey, part),
        Tint.mix(horizon, grey, part),
        Tint.mix(light, grey, part * 0.5),
        Tint.mix(ambient, Tint.saturated(ambient, 0.3), part),
        Math.min(0.95, newHaze));
  }

  private Palette dimmed(double by) {
    return mapped(colour -> Tint.mix(0, colour, by));
  }

  private Palette tinted(int colour, double part) {
    return mapped(it -> Tint.mix(it, Tint.mix(colour, it, 0.25), part));
  }

  private Palette saturated(double amount) {
    return mapped(it -> Tint.saturated(it, amount));
  }

  private Palette mapped(java.util.function.IntUnaryOperator change) {
    return new Palette(
        change.applyAsInt(zenith),
        change.applyAsInt(horizon),
        change.applyAsInt(light),
        change.applyAsInt(ambient),
        haze);
  }

  /// A surface as it looks from a distance.
  ///
  /// @param depth 0 at the horizon, 1 before the camera
  int seen(int surface, double depth) {
    double far = 1 - Math.clamp(depth, 0, 1);
    return Tint.mix(Tint.lit(surface, ambient), horizon, haze * far);
  }

  /// The same with a little of its own light left, for what stands against the sky.
  int silhouette(double depth) {
    return seen(0x1E2430, depth);
  }
}
