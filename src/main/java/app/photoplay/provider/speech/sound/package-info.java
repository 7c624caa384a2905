/// Speech as sound: with the silence that a video needs around it, as loud as all speech, and with
/// the times of its sounds and words, also where whoever spoke does not tell them. Knows no voice.
/// Read `Utterance` first.
@NullMarked
package app.photoplay.provider.speech.sound;

import org.jspecify.annotations.NullMarked;
