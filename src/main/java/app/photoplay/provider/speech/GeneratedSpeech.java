package app.photoplay.provider.speech;

import java.nio.file.Path;
import java.time.Duration;

/// Speech in temporary files that now belong to the caller, who moves or deletes them.
///
/// @param sound WAV, 48 kHz, mono, 16 bit, loudness -16 LUFS (within 1 when it lasts 3 s or more),
///   true peak below -1 dBFS
/// @param timings JSON, see `SpeechTimings`
/// @param duration of the sound
public record GeneratedSpeech(Path sound, Path timings, Duration duration) {}
