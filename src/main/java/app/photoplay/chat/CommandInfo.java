package app.photoplay.chat;

/// A command as a platform lists it.
///
/// @param name 1 to 32 of `a-z 0-9 _`
/// @param description 1 to 256 characters in the default language
public record CommandInfo(String name, String description) {}
