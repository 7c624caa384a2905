package app.photoplay.provider.remote;

/// What each provider has words of its own for. All of it is said in the provider's own format.
public enum Trouble {
  /// The key is wrong.
  KEY,
  /// The credit is used up.
  CREDIT,
  /// A field is not as it should be.
  INPUT,
  /// Its rules forbid it.
  MODERATION,
  /// It took the work and failed.
  FAILED,
  /// It does not know the work.
  GONE,
  /// Not finished yet.
  RUNNING,
  /// A word for how far it is that nobody knows.
  UNKNOWN_STATUS,
  /// As usual, with more fields than are documented.
  MORE_FIELDS
}
