package app.photoplay.provider.talk;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;

/// A talking photo of some length.
///
/// @param millis its length; before the words are spoken at most
public record TalkNeed(Motion motion, Shape shape, Quality quality, long millis) {}
