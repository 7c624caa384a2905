package app.photoplay.provider.speech.reading;

import java.util.ArrayList;
import java.util.List;

/// Written words and what is said for them, piece by piece, in order. The pieces' written parts put
/// together are the written words, each character in exactly one piece.
public record Reading(List<Piece> pieces) {
  public Reading {
    pieces = List.copyOf(pieces);
  }

  /// A part of what was written.
  ///
  /// @param written as it stands in the text; never empty
  /// @param spoken in words; white space or empty when it is not said
  public record Piece(String written, String spoken) {
    public boolean silent() {
      return spoken.codePoints().noneMatch(Character::isLetterOrDigit);
    }
  }

  /// Reads words in a language. Never throws; takes time proportional to the length.
  ///
  /// @param language BCP 47 tag: `en`, `de`, `pt-BR`
  public static Reading of(String words, String language) {
    Plain plain = Plain.of(words);
    return new Reading(Reader.read(plain, Language.of(language)));
  }

  /// The words with plain letters for decorated, wide, circled and small-capital ones, without
  /// invisible characters: what the language of a text is judged by.
  public static String plain(String words) {
    return Plain.of(words).text();
  }

  /// The pieces that white space parts, each with the signs that touch it: what was written as one
  /// word, or as several that are said together (`10 km`).
  public List<Piece> words() {
    return runs().stream().map(Reading::joined).toList();
  }

  /// The same, each as the pieces that it is made of.
  public List<List<Piece>> runs() {
    List<List<Piece>> runs = new ArrayList<>();
    List<Piece> run = new ArrayList<>();
    for (Piece piece : pieces) {
      if (!piece.written().isBlank()) {
        run.add(piece);
      } else if (!run.isEmpty()) {
        runs.add(run);
        run = new ArrayList<>();
      }
    }
    if (!run.isEmpty()) {
      runs.add(run);
    }
    return runs;
  }

  /// Pieces as one.
  public static Piece joined(List<Piece> run) {
    StringBuilder written = new StringBuilder();
    Spoken spoken = new Spoken();
    for (Piece piece : run) {
      written.append(piece.written());
      spoken.add(piece.spoken());
    }
    return new Piece(written.toString(), spoken.text());
  }

  /// Everything that is said, for a voice.
  public String spoken() {
    Spoken spoken = new Spoken();
    pieces.forEach(piece -> spoken.add(piece.spoken()));
    return spoken.text();
  }
}
