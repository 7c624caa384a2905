package app.photoplay.provider.text;

import java.util.OptionalInt;

/// A film to be planned.
///
/// @param idea as people wrote it, not empty
/// @param seconds length of the whole film
/// @param language BCP 47 tag of the narration
/// @param scenes how many, or empty for as many as suit the length
public record StoryboardPrompt(String idea, int seconds, String language, OptionalInt scenes) {}
