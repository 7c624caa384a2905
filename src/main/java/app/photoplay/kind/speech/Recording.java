package app.photoplay.kind.speech;

/// A person's own voice, decoded: WAV, 48 kHz, mono, 16 bit, not cleaned yet.
///
/// @param content SHA-256 of the file's bytes
/// @param bytes size of the file
/// @param millis length
public record Recording(String content, long bytes, long millis) {}
