package app.photoplay.chat.message;

import java.nio.file.Path;

/// A file that goes with a message, to be kept rather than looked at.
///
/// @param content SHA-256 of the file in lower-case hex
/// @param file on this machine; it may be gone, as what is kept for a while is
/// @param name as people see it, with its ending
public record Document(String content, Path file, String name) {}
