package app.photoplay.provider.talk;

import app.photoplay.provider.Model;
import app.photoplay.provider.Render;

/// Makes a photo speak a given sound.
public interface TalkingModel extends Model<TalkNeed, TalkPrompt, Render> {}
