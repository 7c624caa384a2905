package app.photoplay.assembly;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.HeifReader;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.sound.Sounds;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.Preferences;
import app.photoplay.provider.health.Health;
import app.photoplay.provider.local.LocalSpeechModel;
import app.photoplay.provider.local.LocalTalkingModel;
import app.photoplay.provider.local.scene.LocalImageModel;
import app.photoplay.provider.local.scene.LocalTextModel;
import app.photoplay.provider.local.scene.LocalVideoModel;
import app.photoplay.provider.speech.SpeechModel;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The models that make things, and the programs that they use.
public final class ProviderModule {
  private final Settings settings;
  private final Path cache;
  private final Path scratch;
  private final Ffmpeg ffmpeg;
  private final HeifReader heif;

  /// Looks for no program yet.
  ///
  /// @param path folders of programs, as the environment's PATH names them
  public ProviderModule(Settings settings, String path) {
    this.settings = settings;
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

  SpeechModel voices() {
    return new LocalSpeechModel(scratch, cache, new Sounds(ffmpeg));
  }

  /// The world outside, as it really is.
  public Adapters adapters(List<ChatPlatform> platforms) {
    Pictures pictures = new Pictures(heif);
    int threads = settings.renderer().threads();
    return new Adapters(
        platforms,
        pictures,
        List.of(voices()),
        List.of(
            new LocalTalkingModel(
                ffmpeg, pictures, new FaceFinder(), new Lettering(cache), scratch, threads)),
        List.of(new LocalVideoModel(ffmpeg, pictures, new FaceFinder(), scratch, threads)),
        List.of(new LocalTextModel()),
        List.of(new LocalImageModel(scratch)),
        new Health(InstantSource.system()),
        Preferences.NONE,
        Optional.of(ffmpeg),
        InstantSource.system(),
        PortDecorator.NOTHING);
  }
}
