package app.photoplay.provider.remote;

import app.photoplay.provider.image.ImageModel;
import app.photoplay.provider.remote.hook.Hook;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.talk.TalkingModel;
import app.photoplay.provider.text.TextModel;
import app.photoplay.provider.video.VideoModel;
import java.util.List;
import java.util.Optional;

/// A paid provider with all its models, one for each account and card. Nothing is loaded or asked
/// before a model works or somebody looks.
public interface Provider {
  /// As in the settings' `providers.<name>`.
  String name();

  /// Those that make photos speak.
  default List<TalkingModel> renderers() {
    return List.of();
  }

  /// Those that film.
  default List<VideoModel> cameras() {
    return List.of();
  }

  /// Those that paint.
  default List<ImageModel> painters() {
    return List.of();
  }

  /// Those that write storyboards.
  default List<TextModel> writers() {
    return List.of();
  }

  /// Those that speak.
  default List<SpeechModel> voices() {
    return List.of();
  }

  /// Reads what it says by itself; empty when it never does.
  default Optional<Hook> hook() {
    return Optional.empty();
  }

  /// Asks the provider, at no cost, whether each account works. Blocks for seconds.
  List<Look> look() throws InterruptedException;

  /// What was seen of an account.
  ///
  /// @param account as in [Account#name()]
  /// @param good whether it can be used
  /// @param said one plain sentence for the operator, without any secret, such as about the credit
  ///   that is left or a model that is not there
  record Look(String account, boolean good, String said) {}
}
