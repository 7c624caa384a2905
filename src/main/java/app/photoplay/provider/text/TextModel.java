package app.photoplay.provider.text;

import app.photoplay.provider.Model;

/// Plans films: answers with the JSON of a [Storyboard], which nobody has checked yet.
public interface TextModel extends Model<StoryboardPrompt, StoryboardPrompt, String> {
  /// It is paid by the word, and nobody knows how many it will write.
  @Override
  default boolean firm() {
    return false;
  }
}
