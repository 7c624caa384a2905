package app.photoplay.kind.cast;

/// On whose word a photo is used. Stored by its place, so that new ones come last.
public enum Consent {
  /// Nobody's face is in it.
  NOT_NEEDED,
  /// The person's own face.
  OWN_FACE,
  /// The one who is seen agreed, as the person says.
  PERMISSION,
  /// Drawn, a puppet, a statue, as the person says.
  NOT_A_PERSON
}
