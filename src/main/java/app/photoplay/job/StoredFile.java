package app.photoplay.job;

/// A kept file: its name and size.
///
/// @param content SHA-256 in lower-case hex
public record StoredFile(String content, long bytes) {}
