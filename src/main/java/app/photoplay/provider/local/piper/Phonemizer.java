package app.photoplay.provider.local.piper;

import java.io.IOException;
import java.util.List;

/// Says which phones a text has.
@FunctionalInterface
public interface Phonemizer {
  /// The clauses of a text.
  ///
  /// @param voice as espeak-ng calls it
  List<Clause> clauses(String voice, String text) throws IOException, InterruptedException;

  /// A part of a text up to a sign for a pause.
  ///
  /// @param phones in IPA, words apart by spaces
  /// @param sign `.`, `,`, `?`, `!`, `:`, `;` or nothing
  /// @param ends whether it ends a sentence
  record Clause(String phones, String sign, boolean ends) {}
}
