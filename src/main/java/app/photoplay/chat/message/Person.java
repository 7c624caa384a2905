package app.photoplay.chat.message;

/// Who wrote: one identity on one platform.
///
/// @param platform the platform's name
/// @param id the platform's own id of the person
/// @param language BCP 47 tag that the platform states, empty when it does not
/// @param zone IANA time zone that the platform states (browsers do), empty when it does not
public record Person(String platform, String id, String language, String zone) {}
