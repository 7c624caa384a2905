package app.photoplay.job;

/// Names a job inside the program: ascending with time, never shown to people.
public record JobId(long value) {}
