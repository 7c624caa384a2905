package app.photoplay.media.stitch;

import app.photoplay.media.sound.Loudness;
import app.photoplay.media.sound.stereo.Sound;
import app.photoplay.media.stitch.Timeline.Cut;
import app.photoplay.media.stitch.Timeline.Narration;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/// Mixes the sound of a film: every clip at its level, through crossfades with constant power (the
/// sine and cosine of a quarter turn), lowered under the narration.
final class Mixer {
  /// Keeps a hard cut from clicking.
  private static final int SOFT_EDGE = Sound.samples(0.003);

  /// A clip is raised by no more, so that the noise of a nearly silent one stays noise.
  private static final double MOST_GAIN = 18;

  private final Timeline timeline;
  private final int samplesPerFrame;
  private final Sound film;

  private Mixer(Timeline timeline) {
    this.timeline = timeline;
    this.samplesPerFrame = timeline.format().samplesPerFrame();
    this.film = new Sound(timeline.frames() * samplesPerFrame);
  }

  /// The sound of the film, exactly as long as its pictures.
  static Sound mixed(Timeline timeline) throws IOException {
    Mixer mixer = new Mixer(timeline);
    Sound narration = mixer.narration();
    mixer.addClips(Ducking.under(narration));
    float[] all = new float[narration.length()];
    Arrays.fill(all, 1);
    mixer.film.add(narration, 0, all);
    return mixer.film;
  }

  private Sound narration() throws IOException {
    Sound spoken = new Sound(timeline.narrations().isEmpty() ? 0 : film.length());
    for (Narration each : timeline.narrations()) {
      Sound sound = Sound.pcm(each.sound(), (int) (Files.size(each.sound()) / 4));
      int at = Math.min(spoken.length(), each.frame() * samplesPerFrame);
      float[] gains = new float[sound.length()];
      Arrays.fill(gains, gain(Cut.SPOKEN, sound.loudness()));
      fade(gains, SOFT_EDGE, SOFT_EDGE);
      spoken.add(sound, at, gains);
    }
    return spoken;
  }

  /// @param under the gain beneath the narration; empty when there is none
  private void addClips(float[] under) throws IOException {
    List<Integer> starts = timeline.starts();
    List<ClipTransition> transitions = timeline.transitions();
    for (int i = 0; i < timeline.cuts().size(); i++) {
      Cut cut = timeline.cuts().get(i);
      if (Double.isInfinite(cut.clip().loudness())) {
        continue;
      }
      Sound sound = Sound.pcm(cut.clip().sound(), cut.clip().frames() * samplesPerFrame);
      float[] gains = new float[sound.length()];
      Arrays.fill(gains, gain(cut.lufs(), cut.clip().loudness()));
      int head = i == 0 ? 0 : transitions.get(i - 1).head() * samplesPerFrame;
      int tail = i == transitions.size() ? 0 : transitions.get(i).tail() * samplesPerFrame;
      fade(gains, Math.max(head, SOFT_EDGE), Math.max(tail, SOFT_EDGE));
      int at = starts.get(i) * samplesPerFrame;
      for (int s = 0; s < gains.length && under.length > 0; s++) {
        gains[s] *= under[at + s];
      }
      film.add(sound, at, gains);
    }
  }

  private static float gain(double wanted, double loudness) {
    return Double.isInfinite(loudness)
        ? 1
        : (float) Loudness.amplitude(Math.min(MOST_GAIN, wanted - loudness));
  }

  private static void fade(float[] gains, int head, int tail) {
    for (int i = 0; i < Math.min(head, gains.length); i++) {
      gains[i] *= (float) Math.sin(Math.PI / 2 * (i + 0.5) / head);
    }
    for (int i = 0; i < Math.min(tail, gains.length); i++) {
      gains[gains.length - 1 - i] *= (float) Math.sin(Math.PI / 2 * (i + 0.5) / tail);
    }
  }
}
