package app.photoplay.provider.text;

import app.photoplay.provider.Answer;
import app.photoplay.provider.RequestKey;

/// Plans films.
public interface TextModel {
  /// The provider's short name, as in config.yaml.
  String provider();

  /// Plans one film, blocking until the plan is there. Interruptible.
  Answer<Storyboard> storyboard(StoryboardPrompt prompt, RequestKey key)
      throws InterruptedException;
}
