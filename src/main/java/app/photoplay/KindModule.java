package app.photoplay;

import app.photoplay.budget.PriceBook;
import app.photoplay.engine.EngineSettings;
import app.photoplay.engine.LaneRules;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import app.photoplay.kind.clip.ClipKind;
import app.photoplay.kind.speech.SpeechKind;
import app.photoplay.kind.talk.TalkKind;
import app.photoplay.provider.Model;
import app.photoplay.provider.Router;
import app.photoplay.provider.Work;
import app.photoplay.storage.ArtifactStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The kinds of job there are, and the lanes that their steps run in.
final class KindModule {
  private static final int LIGHT_STEPS = 64;

  private KindModule() {}

  static Kinds kinds(BotSettings settings, Adapters edges, ArtifactStore files) {
    PriceBook prices = settings.prices();
    SpeechKind speech =
        new SpeechKind(
            edges.voices(),
            new Router<>(List.of(edges.voices()), prices),
            files,
            settings.maxSeconds());
    return new Kinds(
        List.of(
            speech,
            new TalkKind(
                edges.voices(),
                speech,
                new Router<>(edges.renderers(), prices),
                edges.pictures(),
                files,
                settings.maxSeconds()),
            new ClipKind(new Router<>(edges.cameras(), prices), edges.pictures(), files)));
  }

  static EngineSettings lanes(BotSettings settings, Adapters edges) {
    List<LaneRules> lanes =
        new ArrayList<>(
            List.of(
                LaneRules.local(Lane.LIGHT, LIGHT_STEPS),
                LaneRules.local(Lane.VOICE, 1),
                LaneRules.local(Lane.CPU, settings.simultaneous())));
    Stream.of(List.of(edges.voices()), edges.renderers(), edges.cameras())
        .<Model<?, ?, ?>>flatMap(List::stream)
        .filter(model -> model.work() instanceof Work.Paid<?, ?>)
        .map(KindModule::ofProvider)
        .filter(rules -> lanes.stream().noneMatch(it -> it.lane().equals(rules.lane())))
        .forEach(lanes::add);
    return EngineSettings.of(lanes, Set.of(Lane.VOICE, Lane.CPU));
  }

  private static LaneRules ofProvider(Model<?, ?, ?> model) {
    int most = model.simultaneous();
    return new LaneRules(model.lane(), most, Math.max(1, most / 2), true, Optional.empty());
  }
}
