package app.photoplay.provider.video;

import app.photoplay.provider.Answer;
import app.photoplay.provider.Operation;
import app.photoplay.provider.Rendering;
import app.photoplay.provider.RequestKey;
import app.photoplay.provider.talk.TalkingModel;
import java.util.function.DoubleConsumer;

/// Makes one animated shot from words, a picture, or both.
public interface VideoModel {
  /// The provider's short name, as in config.yaml.
  String provider();

  /// Whether words without a picture mean anything to it, so that people need not wait for what has
  /// nothing to do with them. Quick, without network.
  default boolean understands(String words) {
    return true;
  }

  /// Hands the work over. For the embedded renderer this does nothing yet and costs nothing.
  Answer<Operation> submit(VideoPrompt prompt, RequestKey key);

  /// Looks how far it is, as [TalkingModel#poll]. The video has a sound only where there is
  /// something to hear.
  ///
  /// @param progress told a fraction from 0 to 1 now and then, on any thread
  Answer<Rendering> poll(Operation operation, DoubleConsumer progress) throws InterruptedException;
}
