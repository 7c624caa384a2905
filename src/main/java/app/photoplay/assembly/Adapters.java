package app.photoplay.assembly;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.Preferences;
import app.photoplay.provider.Selection;
import app.photoplay.provider.catalogue.ModelCard.Makes;
import app.photoplay.provider.health.Experience;
import app.photoplay.provider.health.Health;
import app.photoplay.provider.image.ImageModel;
import app.photoplay.provider.remote.hook.Hook;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.Voices;
import app.photoplay.provider.talk.TalkingModel;
import app.photoplay.provider.text.TextModel;
import app.photoplay.provider.video.VideoModel;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What touches the world outside: replaced in tests.
///
/// @param speakers the first hears recordings and speaks when nothing says otherwise
/// @param health of those who are paid
/// @param hooks what those say by themselves who call, by name
/// @param preferences whom the operator wants asked first
/// @param ffmpeg cuts films, and makes videos smaller for chats that take no large ones; without it
///   there is neither
public record Adapters(
    List<ChatPlatform> platforms,
    Pictures pictures,
    List<SpeechModel> speakers,
    List<TalkingModel> renderers,
    List<VideoModel> cameras,
    List<TextModel> writers,
    List<ImageModel> painters,
    Health health,
    Map<String, Hook> hooks,
    Preferences preferences,
    Optional<Ffmpeg> ffmpeg,
    InstantSource time,
    PortDecorator around) {
  public Adapters {
    platforms = List.copyOf(platforms);
    speakers = List.copyOf(speakers);
    renderers = List.copyOf(renderers);
    cameras = List.copyOf(cameras);
    writers = List.copyOf(writers);
    painters = List.copyOf(painters);
    hooks = Map.copyOf(hooks);
  }

  /// Those that make single videos.
  public Adapters(
      List<ChatPlatform> platforms,
      Pictures pictures,
      SpeechModel voices,
      List<TalkingModel> renderers,
      List<VideoModel> cameras,
      InstantSource time,
      PortDecorator around) {
    this(
        platforms,
        pictures,
        List.of(voices),
        renderers,
        cameras,
        List.of(),
        List.of(),
        new Health(time),
        Map.of(),
        Preferences.NONE,
        Optional.empty(),
        time,
        around);
  }

  /// The voices of all who speak.
  Voices voices() {
    return new AllVoices(speakers);
  }

  /// In which order those are asked who make something.
  Selection selection(Makes makes, Experience experience) {
    return preferences.of(makes, health, experience);
  }
}
