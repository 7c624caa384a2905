package app.photoplay.assembly;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.video.VideoFitter;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.talk.TalkingModel;
import app.photoplay.provider.video.VideoModel;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What touches the world outside: replaced in tests.
///
/// @param fitter makes videos smaller for chats that take no large ones
public record Adapters(
    List<ChatPlatform> platforms,
    Pictures pictures,
    SpeechModel voices,
    List<TalkingModel> renderers,
    List<VideoModel> cameras,
    Optional<VideoFitter> fitter,
    InstantSource time,
    PortDecorator around) {
  public Adapters {
    platforms = List.copyOf(platforms);
    renderers = List.copyOf(renderers);
    cameras = List.copyOf(cameras);
  }

  /// Those without a fitter.
  public Adapters(
      List<ChatPlatform> platforms,
      Pictures pictures,
      SpeechModel voices,
      List<TalkingModel> renderers,
      List<VideoModel> cameras,
      InstantSource time,
      PortDecorator around) {
    this(platforms, pictures, voices, renderers, cameras, Optional.empty(), time, around);
  }
}
