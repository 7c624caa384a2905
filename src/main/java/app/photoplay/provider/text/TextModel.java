package app.photoplay.provider.text;

import app.photoplay.provider.Model;

/// Plans films: answers with the JSON of a [Storyboard], which nobody has checked yet.
public interface TextModel extends Model<StoryboardPrompt, StoryboardPrompt, String> {}
