package app.photoplay.chat.message;

import app.photoplay.storage.ContentRef;

/// A file that goes with a message, to be kept rather than looked at.
///
/// @param file it may be gone, as what is kept for a while is
/// @param name as people see it, with its ending
public record Document(ContentRef file, String name) {}
