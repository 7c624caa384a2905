package app.photoplay.provider.local.scene;

import app.photoplay.provider.local.scene.SceneIdea.Place;
import app.photoplay.provider.local.scene.SceneIdea.Subject;
import app.photoplay.provider.local.scene.SceneIdea.Time;
import app.photoplay.provider.local.scene.SceneIdea.Weather;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// A quiet sound of a place, made from filtered noise: rain, wind, waves, a fire, crickets.
///
/// @param rain 0 to 1, as the others
record Ambience(double rain, double wind, double waves, double fire, double crickets) {
  static final Ambience NONE = new Ambience(0, 0, 0, 0, 0);
  private static final int RATE = 48_000;
  private static final double FADE_SECONDS = 0.4;

  static Ambience of(SceneIdea idea) {
    boolean inside = !idea.places().isEmpty() && idea.places().getFirst() == Place.ROOM;
    boolean space = idea.at(Place.SPACE);
    boolean wet = idea.weather() == Weather.RAIN || idea.weather() == Weather.STORM;
    boolean windy =
        idea.weather() == Weather.STORM
            || idea.at(Place.MOUNTAIN)
            || idea.at(Place.DESERT)
            || idea.at(Place.SNOW)
            || idea.at(Place.SKY);
    boolean green = idea.at(Place.FIELD) || idea.at(Place.FOREST) || idea.at(Place.RIVER);
    double quiet = inside ? 0.4 : 1;
    return space
        ? NONE
        : new Ambience(
            wet ? 0.7 * quiet : 0,
            windy ? 0.8 * quiet : green || idea.at(Place.ROAD) ? 0.25 : 0,
            idea.at(Place.SEA) || idea.at(Place.BEACH) ? 0.8 * quiet : 0,
            idea.has(Subject.FIRE) ? 0.8 : 0,
            green && !wet && idea.time() == Time.NIGHT ? 0.4 : 0);
  }

  boolean silent() {
    return rain + wind + waves + fire + crickets == 0;
  }

  /// Writes a mono WAV file of 48 kHz and 16 bits.
  void write(double seconds, long seed, Path target) throws IOException {
    int count = (int) Math.ceil(seconds * RATE);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    ByteBuffer bytes = ByteBuffer.allocate(count * 2).order(ByteOrder.LITTLE_ENDIAN);
    double low = 0;
    double lower = 0;
    double crackle = 0;
    for (int i = 0; i < count; i++) {
      double time = (double) i / RATE;
      double noise = random.nextDouble() * 2 - 1;
      low += 0.08 * (noise - low);
      lower += 0.012 * (noise - lower);
      double gust = 0.55 + 0.3 * Math.sin(0.9 * time + seed % 7) + 0.15 * Math.sin(2.3 * time);
      double swell = Math.pow(0.5 + 0.5 * Math.sin(2 * Math.PI * time / 6.5), 2);
      if (random.nextDouble() < 0.00025) {
        crackle = 0.7 + 0.3 * random.nextDouble();
      }
      crackle *= 0.993;
      double chirp =
          Math.sin(2 * Math.PI * 4300 * time)
              * Math.pow(Math.max(0, Math.sin(2 * Math.PI * 14 * time)), 2)
              * (Math.sin(2 * Math.PI * 0.7 * time) > 0.1 ? 1 : 0);
      double sum =
          rain * (0.1 * (noise - low) + 0.12 * low)
              + wind * 1.5 * lower * gust
              + waves * (0.5 * low * (0.15 + swell) + 0.03 * noise * swell)
              + fire * (0.35 * crackle * noise + 0.4 * lower)
              + crickets * 0.035 * chirp;
      double edge = Math.min(1, Math.min(time, seconds - time) / FADE_SECONDS);
      bytes.putShort((short) Math.round(Math.clamp(sum * Math.max(0, edge), -0.89, 0.89) * 32767));
    }
    AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
    try (AudioInputStream in =
        new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, count)) {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, target.toFile());
    }
  }
}
