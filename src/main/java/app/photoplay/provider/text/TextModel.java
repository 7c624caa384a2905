package app.photoplay.provider.text;

import app.photoplay.provider.Model;

/// Plans films.
public interface TextModel extends Model<StoryboardPrompt, StoryboardPrompt, Storyboard> {}
