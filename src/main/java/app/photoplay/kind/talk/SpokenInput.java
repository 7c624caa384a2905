package app.photoplay.kind.talk;

import app.photoplay.kind.speech.Recording;
import org.jspecify.annotations.Nullable;

/// What is to be heard: words in a voice, or a recording.
///
/// @param words empty when there is a recording
record SpokenInput(String words, String voice, @Nullable Recording recording) {}
