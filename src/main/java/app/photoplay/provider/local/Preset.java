package app.photoplay.provider.local;

import app.photoplay.provider.speech.SpeakingWay;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.speech.sound.VoiceColour;

/// What a way of speaking is made of.
///
/// @param speed of the voice's own
/// @param semitones higher than the voice's own pitch
/// @param colour of what it then says
record Preset(SpeakingWay way, double speed, double semitones, VoiceColour colour) {

  static Preset of(SpeakingWay way) {
    return switch (way) {
      case WARM -> new Preset(way, 0.96, -1, new VoiceColour(0.97, -1.2, 0.04, 0));
      case BRIGHT -> new Preset(way, 1.04, 1.5, new VoiceColour(1.03, 1.2, 0, 0));
      case DEEP -> new Preset(way, 0.95, -4, new VoiceColour(0.88, -0.4, 0, 0));
      case CHILD -> new Preset(way, 1.03, 5, new VoiceColour(1.18, 0, 0, 0));
      case STORYTELLER -> new Preset(way, 0.86, -1, new VoiceColour(0.97, -0.4, 0.14, 0));
      case ROBOT -> new Preset(way, 0.95, 0, new VoiceColour(1, 0, 0.06, 110));
    };
  }

  /// What the voice itself is asked for.
  SpeechStyle on(SpeechStyle manner) {
    return new SpeechStyle(
        Math.clamp(manner.speed() * speed, SpeechStyle.SLOWEST, SpeechStyle.FASTEST),
        Math.clamp(
            manner.semitones() + semitones,
            -SpeechStyle.MOST_SEMITONES,
            SpeechStyle.MOST_SEMITONES));
  }
}
