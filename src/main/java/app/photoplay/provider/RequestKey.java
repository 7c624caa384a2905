package app.photoplay.provider;

/// The stable name of one paid call: sent to providers that honour an idempotency key, at most 64
/// characters of `A-Z a-z 0-9 -`.
public record RequestKey(String value) {}
