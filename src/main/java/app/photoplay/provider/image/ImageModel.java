package app.photoplay.provider.image;

import app.photoplay.provider.Answer;
import app.photoplay.provider.RequestKey;

/// Makes pictures from words.
public interface ImageModel {
  /// The provider's short name, as in config.yaml.
  String provider();

  /// Makes one picture, blocking until it is there. Interruptible.
  Answer<GeneratedImage> draw(ImagePrompt prompt, RequestKey key) throws InterruptedException;
}
