package app.photoplay.provider.image;

import app.photoplay.provider.Model;

/// Makes pictures from words.
public interface ImageModel extends Model<ImagePrompt, ImagePrompt, GeneratedImage> {

  /// Whether it looks at references, so that they have to be there before it begins.
  default boolean looksAtReferences() {
    return false;
  }
}
