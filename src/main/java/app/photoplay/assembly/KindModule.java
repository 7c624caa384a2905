package app.photoplay.assembly;

import app.photoplay.budget.price.PriceBook;
import app.photoplay.engine.EngineSettings;
import app.photoplay.engine.LaneRules;
import app.photoplay.job.JobKind;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import app.photoplay.kind.RenderSteps;
import app.photoplay.kind.clip.ClipKind;
import app.photoplay.kind.film.Films;
import app.photoplay.kind.speech.SpeechKind;
import app.photoplay.kind.talk.TalkKind;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.stitch.Normaliser;
import app.photoplay.media.stitch.Stitcher;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.Model;
import app.photoplay.provider.Router;
import app.photoplay.provider.Work;
import app.photoplay.provider.catalogue.ModelCard.Makes;
import app.photoplay.provider.health.Experience;
import app.photoplay.provider.health.Health;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The kinds of job there are, and the lanes that their steps run in.
final class KindModule {
  private static final int LIGHT_STEPS = 64;

  private KindModule() {}

  static Kinds kinds(
      Settings settings, Adapters adapters, ArtifactStore files, Experience experience) {
    PriceBook prices = settings.prices();
    SpeechKind speech =
        new SpeechKind(
            adapters.voices(),
            new Router<>(adapters.speakers(), prices, adapters.selection(Makes.SPEECH, experience)),
            files,
            settings.talk().maxSeconds());
    Router<ShotNeed, VideoModel> cameras =
        new Router<>(adapters.cameras(), prices, adapters.selection(Makes.CLIP, experience));
    List<JobKind<?, ?>> kinds =
        new ArrayList<>(
            List.of(
                speech,
                new TalkKind(
                    adapters.voices(),
                    speech,
                    new Router<>(
                        adapters.renderers(), prices, adapters.selection(Makes.TALK, experience)),
                    adapters.pictures(),
                    files,
                    settings.talk().maxSeconds()),
                new ClipKind(
                    cameras, adapters.pictures(), files, words -> unseen(adapters, words))));
    adapters
        .ffmpeg()
        .map(ffmpeg -> bench(settings, adapters, files, ffmpeg))
        .ifPresent(bench ->
            kinds.addAll(films(settings, adapters, files, experience).kinds(kinds, bench)));
    return new Kinds(kinds);
  }

  /// The words that even who paints most of them leaves out.
  private static List<String> unseen(Adapters adapters, String words) {
    return adapters.cameras().stream()
        .filter(it -> it.understands(words))
        .map(it -> it.unseen(words))
        .min(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }

  private static Films.Bench bench(
      Settings settings, Adapters adapters, ArtifactStore files, Ffmpeg ffmpeg) {
    return new Films.Bench(
        new Normaliser(ffmpeg, settings.renderer().threads()),
        new Stitcher(ffmpeg, StorageLayout.scratch(settings)),
        new Lettering(settings.data().resolve("cache")),
        adapters.pictures(),
        new RenderSteps(adapters.pictures(), files),
        new Wording(settings.language()));
  }

  static Films films(
      Settings settings, Adapters adapters, ArtifactStore files, Experience experience) {
    PriceBook prices = settings.prices();
    return new Films(
        new Films.Models(
            new Router<>(adapters.writers(), prices, adapters.selection(Makes.TEXT, experience)),
            new Router<>(adapters.painters(), prices, adapters.selection(Makes.IMAGE, experience)),
            new Router<>(adapters.cameras(), prices, adapters.selection(Makes.CLIP, experience)),
            adapters.voices()),
        files,
        settings.talk().maxSeconds());
  }

  static EngineSettings lanes(Settings settings, Adapters adapters) {
    List<LaneRules> lanes =
        new ArrayList<>(
            List.of(
                LaneRules.local(Lane.LIGHT, LIGHT_STEPS),
                LaneRules.local(Lane.VOICE, 1),
                LaneRules.local(Lane.CPU, settings.renderer().simultaneous())));
    List<Model<?, ?, ?>> paid =
        Stream.of(
                adapters.speakers(),
                adapters.renderers(),
                adapters.cameras(),
                adapters.writers(),
                adapters.painters())
            .<Model<?, ?, ?>>flatMap(List::stream)
            .filter(model -> model.work() instanceof Work.Paid<?, ?>)
            .toList();
    paid.stream()
        .map(model -> ofProvider(model, paid, adapters.health()))
        .filter(rules -> lanes.stream().noneMatch(it -> it.lane().equals(rules.lane())))
        .forEach(lanes::add);
    return EngineSettings.of(lanes, Set.of(Lane.VOICE, Lane.CPU));
  }

  private static LaneRules ofProvider(
      Model<?, ?, ?> model, List<Model<?, ?, ?>> all, Health health) {
    int most = model.simultaneous();
    Optional<LaneRules.Account> account =
        health
            .find(model.provider(), model.account())
            .map(it -> account(model, all, it.simultaneous()));
    return new LaneRules(
        model.lane(), most, Math.max(1, most / 2), true, Optional.empty(), account);
  }

  /// Models of one account have lanes of their own, and its limit together.
  private static LaneRules.Account account(
      Model<?, ?, ?> model, List<Model<?, ?, ?>> all, int most) {
    Set<Lane> lanes =
        all.stream()
            .filter(it ->
                it.provider().equals(model.provider()) && it.account().equals(model.account()))
            .map(Model::lane)
            .collect(Collectors.toUnmodifiableSet());
    return new LaneRules.Account(model.provider() + "/" + model.account(), lanes, most);
  }
}
