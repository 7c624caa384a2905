package app.photoplay.provider.local;

import java.util.Map;

/// What the mouth does for one sound.
///
/// @param open 0 (closed) to 1 (as far as in a drawn-out a)
/// @param wide -1 (rounded) to 1 (spread)
/// @param closure 1 when the lips (or lip and teeth) must meet
record Viseme(double open, double wide, double closure) {
  static final Viseme REST = new Viseme(0, 0, 0);

  /// For sounds that the tables do not know.
  static final Viseme MIDDLE = new Viseme(0.35, 0, 0);

  static final Viseme A = new Viseme(0.95, 0.15, 0);
  static final Viseme E = new Viseme(0.62, 0.5, 0);
  static final Viseme I = new Viseme(0.34, 0.85, 0);
  static final Viseme O = new Viseme(0.62, -0.7, 0);
  static final Viseme U = new Viseme(0.28, -1, 0);
  static final Viseme SCHWA = new Viseme(0.42, 0, 0);
  static final Viseme R = new Viseme(0.30, -0.45, 0);
  static final Viseme SH = new Viseme(0.20, -0.55, 0);
  static final Viseme TIP = new Viseme(0.20, 0.3, 0);
  static final Viseme TH = new Viseme(0.22, 0.1, 0);
  static final Viseme BACK = new Viseme(0.34, 0, 0);
  static final Viseme LIP_AND_TEETH = new Viseme(0.10, 0, 0.7);
  static final Viseme LIPS = new Viseme(0, 0, 1);

  /// MaryTTS's SAMPA for English. Sounds that move have a second mouth shape in [#GLIDES].
  private static final Map<String, Viseme> SAMPA =
      Map.ofEntries(
          Map.entry("_", REST),
          Map.entry("A", A),
          Map.entry("{", A),
          Map.entry("V", new Viseme(0.70, 0.1, 0)),
          Map.entry("O", new Viseme(0.78, -0.4, 0)),
          Map.entry("Q", new Viseme(0.78, -0.3, 0)),
          Map.entry("E", E),
          Map.entry("e", E),
          Map.entry("I", new Viseme(0.36, 0.6, 0)),
          Map.entry("i", I),
          Map.entry("U", new Viseme(0.32, -0.7, 0)),
          Map.entry("u", U),
          Map.entry("w", U),
          Map.entry("@", SCHWA),
          Map.entry("r=", new Viseme(0.34, -0.4, 0)),
          Map.entry("AI", A),
          Map.entry("aI", A),
          Map.entry("aU", A),
          Map.entry("EI", E),
          Map.entry("eI", E),
          Map.entry("OI", O),
          Map.entry("@U", O),
          Map.entry("r", R),
          Map.entry("S", SH),
          Map.entry("Z", SH),
          Map.entry("tS", SH),
          Map.entry("dZ", SH),
          Map.entry("s", TIP),
          Map.entry("z", TIP),
          Map.entry("t", TIP),
          Map.entry("d", TIP),
          Map.entry("n", TIP),
          Map.entry("l", new Viseme(0.28, 0.25, 0)),
          Map.entry("j", new Viseme(0.26, 0.6, 0)),
          Map.entry("T", TH),
          Map.entry("D", TH),
          Map.entry("k", BACK),
          Map.entry("g", BACK),
          Map.entry("h", BACK),
          Map.entry("N", BACK),
          Map.entry("f", LIP_AND_TEETH),
          Map.entry("v", LIP_AND_TEETH),
          Map.entry("m", LIPS),
          Map.entry("b", LIPS),
          Map.entry("p", LIPS));

  private static final Map<String, Viseme> GLIDES =
      Map.of("AI", I, "aI", I, "aU", U, "EI", I, "eI", I, "OI", I, "@U", U);

  /// The mouth at the beginning of a sound, in SAMPA or IPA: what both write means the same.
  static Viseme of(String symbol) {
    Viseme sampa = SAMPA.get(symbol);
    return sampa == null ? IpaVisemes.of(symbol) : sampa;
  }

  /// The mouth at the end of a sound, which only diphthongs change.
  static Viseme atEnd(String symbol) {
    if (GLIDES.containsKey(symbol)) {
      return GLIDES.getOrDefault(symbol, MIDDLE);
    }
    return SAMPA.containsKey(symbol) ? of(symbol) : IpaVisemes.atEnd(symbol);
  }

  /// Whether the lower lip must touch the upper teeth.
  boolean lipOnTeeth() {
    return equals(LIP_AND_TEETH);
  }

  Viseme towards(Viseme other, double part) {
    return new Viseme(
        open + (other.open - open) * part,
        wide + (other.wide - wide) * part,
        closure + (other.closure - closure) * part);
  }
}
