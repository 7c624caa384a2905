package app.photoplay.assembly;

import app.photoplay.engine.EngineSettings;
import app.photoplay.engine.LaneRules;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import app.photoplay.kind.clip.ClipKind;
import app.photoplay.kind.speech.SpeechKind;
import app.photoplay.kind.talk.TalkKind;
import app.photoplay.storage.ArtifactStore;
import java.util.List;
import java.util.Set;

/// The kinds of job there are, and the lanes that their steps run in.
final class KindModule {
  private static final int LIGHT_STEPS = 64;

  private KindModule() {}

  static Kinds kinds(Settings settings, Adapters adapters, ArtifactStore files) {
    return new Kinds(
        List.of(
            new SpeechKind(
                adapters.voices(), files, settings.prices(), settings.talk().maxSeconds()),
            new TalkKind(
                adapters.voices(),
                adapters.renderer(),
                adapters.pictures(),
                files,
                settings.prices(),
                settings.talk().maxSeconds()),
            new ClipKind(adapters.camera(), adapters.pictures(), files, settings.prices())));
  }

  static EngineSettings lanes(Settings settings) {
    return EngineSettings.of(
        List.of(
            LaneRules.local(Lane.LIGHT, LIGHT_STEPS),
            LaneRules.local(SpeechKind.VOICE, 1),
            LaneRules.local(Lane.CPU, settings.renderer().simultaneous())),
        Set.of(SpeechKind.VOICE, Lane.CPU));
  }
}
