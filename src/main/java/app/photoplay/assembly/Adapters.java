package app.photoplay.assembly;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.image.ImageModel;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.talk.TalkingModel;
import app.photoplay.provider.text.TextModel;
import app.photoplay.provider.video.VideoModel;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What touches the world outside: replaced in tests.
///
/// @param ffmpeg cuts films, and makes videos smaller for chats that take no large ones; without it
///   there is neither
public record Adapters(
    List<ChatPlatform> platforms,
    Pictures pictures,
    SpeechModel voices,
    List<TalkingModel> renderers,
    List<VideoModel> cameras,
    List<TextModel> writers,
    List<ImageModel> painters,
    Optional<Ffmpeg> ffmpeg,
    InstantSource time,
    PortDecorator around) {
  public Adapters {
    platforms = List.copyOf(platforms);
    renderers = List.copyOf(renderers);
    cameras = List.copyOf(cameras);
    writers = List.copyOf(writers);
    painters = List.copyOf(painters);
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
        voices,
        renderers,
        cameras,
        List.of(),
        List.of(),
        Optional.empty(),
        time,
        around);
  }
}
