package app.photoplay.budget;

/// Who pays: one person, on however many platforms.
public record AccountId(long value) {}
