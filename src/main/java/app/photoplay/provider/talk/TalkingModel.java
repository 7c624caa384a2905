package app.photoplay.provider.talk;

import app.photoplay.provider.Answer;
import app.photoplay.provider.Operation;
import app.photoplay.provider.Rendering;
import app.photoplay.provider.RequestKey;
import java.util.function.DoubleConsumer;

/// Makes a photo speak a given sound.
public interface TalkingModel {
  /// The provider's short name, as in config.yaml.
  String provider();

  /// Hands the work over. For the embedded renderer this does nothing yet and costs nothing.
  Answer<Operation> submit(TalkPrompt prompt, RequestKey key);

  /// Looks how far it is. The embedded renderer renders here, blocking, and may be asked again
  /// after a crash; remote ones answer within seconds. Interrupting the thread ends a blocking poll
  /// within a second with `InterruptedException`, leaving no file behind.
  ///
  /// @param progress told a fraction from 0 to 1 now and then, on any thread
  Answer<Rendering> poll(Operation operation, DoubleConsumer progress) throws InterruptedException;
}
