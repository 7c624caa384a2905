package app.photoplay.assembly;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.HeifReader;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.sound.Sounds;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.health.Health;
import app.photoplay.provider.local.LocalSpeechModel;
import app.photoplay.provider.local.LocalTalkingModel;
import app.photoplay.provider.local.piper.VoiceShelf;
import app.photoplay.provider.local.scene.LocalImageModel;
import app.photoplay.provider.local.scene.LocalTextModel;
import app.photoplay.provider.local.scene.LocalVideoModel;
import app.photoplay.provider.remote.Provider;
import app.photoplay.provider.remote.file.Conformer;
import app.photoplay.provider.remote.file.Kept;
import app.photoplay.provider.remote.file.Stills;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.remote.hook.Callbacks;
import app.photoplay.provider.remote.hook.Hook;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.storage.ArtifactStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// The models that make things, and the programs that they use.
public final class ProviderModule {
  private final Settings settings;
  private final String path;
  private final Path cache;
  private final Path scratch;
  private final Ffmpeg ffmpeg;
  private final HeifReader heif;

  /// Looks for no program yet.
  ///
  /// @param path folders of programs, as the environment's PATH names them
  public ProviderModule(Settings settings, String path) {
    this.settings = settings;
    this.path = path;
    this.cache = settings.data().resolve("cache");
    this.scratch = StorageLayout.scratch(settings);
    this.ffmpeg = new Ffmpeg(settings.renderer().ffmpeg().orElse(null), path, cache);
    this.heif = HeifReader.on(path, scratch);
  }

  Ffmpeg ffmpeg() {
    return ffmpeg;
  }

  HeifReader heif() {
    return heif;
  }

  /// The voices of this machine.
  public SpeechModel voices() {
    return new LocalSpeechModel(scratch, cache, new Sounds(ffmpeg), path, shelf());
  }

  /// Where natural voices lie.
  public VoiceShelf shelf() {
    return new VoiceShelf(settings.data().resolve("voices"));
  }

  /// The world outside, as it really is.
  ///
  /// @param callbacks where providers may call this program
  public Adapters adapters(List<ChatPlatform> platforms, ArtifactStore files, Callbacks callbacks) {
    Pictures pictures = new Pictures(heif);
    int threads = settings.renderer().threads();
    Lettering lettering = new Lettering(cache);
    Health health = new Health(InstantSource.system());
    List<Provider> paid = paid(health, pictures, lettering, new Kept(() -> files), callbacks);
    return new Adapters(
        platforms,
        pictures,
        joined(voices(), paid, Provider::voices),
        joined(
            new LocalTalkingModel(ffmpeg, pictures, new FaceFinder(), lettering, scratch, threads),
            paid,
            Provider::renderers),
        joined(
            new LocalVideoModel(ffmpeg, pictures, new FaceFinder(), scratch, threads),
            paid,
            Provider::cameras),
        joined(new LocalTextModel(), paid, Provider::writers),
        joined(new LocalImageModel(scratch), paid, Provider::painters),
        health,
        hooks(paid),
        settings.paid().preferences(),
        Optional.of(ffmpeg),
        InstantSource.system(),
        PortDecorator.NOTHING);
  }

  /// Those that there is a key for.
  List<Provider> paid() {
    Kept nothing =
        new Kept(() -> {
          throw new IllegalStateException("nothing is ordered");
        });
    Health health = new Health(InstantSource.system());
    return paid(health, new Pictures(heif), new Lettering(cache), nothing, Callbacks.NONE);
  }

  private static Map<String, Hook> hooks(List<Provider> paid) {
    Map<String, Hook> hooks = new TreeMap<>();
    paid.forEach(provider -> provider.hook().ifPresent(hook -> hooks.put(provider.name(), hook)));
    return hooks;
  }

  private List<Provider> paid(
      Health health, Pictures pictures, Lettering lettering, Kept kept, Callbacks callbacks) {
    Workshop workshop =
        new Workshop(
            health,
            InstantSource.system(),
            new Stills(pictures),
            new Conformer(ffmpeg, pictures, lettering, scratch, settings.renderer().threads()),
            scratch,
            kept,
            callbacks);
    return settings.paid().switchedOn().stream().map(it -> it.provider().apply(workshop)).toList();
  }

  private static <M> List<M> joined(
      M own, List<Provider> paid, Function<Provider, List<M>> models) {
    return Stream.concat(Stream.of(own), paid.stream().flatMap(it -> models.apply(it).stream()))
        .toList();
  }
}
