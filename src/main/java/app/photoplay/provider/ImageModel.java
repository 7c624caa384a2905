package app.photoplay.provider;

/// Makes pictures from words.
public interface ImageModel {
  /// The provider's short name, as in config.yaml.
  String provider();

  /// Makes one picture, blocking until it is there. Interruptible.
  Answer<GeneratedImage> draw(ImagePrompt prompt, RequestKey key) throws InterruptedException;
}
