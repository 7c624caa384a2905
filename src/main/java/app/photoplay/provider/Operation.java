package app.photoplay.provider;

/// A running render at a provider, stored with the job so that a restart finds it again. What `id`
/// means is the provider's own business.
public record Operation(String provider, String id) {}
