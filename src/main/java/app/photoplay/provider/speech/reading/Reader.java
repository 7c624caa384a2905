package app.photoplay.provider.speech.reading;

import app.photoplay.provider.speech.reading.Reading.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads a text piece by piece, each by the first rule that knows it.
final class Reader {
  private static final Pattern GAP =
      Pattern.compile("(?<=[\\p{IsHan}\\p{IsKatakana}\\p{IsHiragana}]) (?=[\\p{IsHan}\\p{IsKatakana}\\p{IsHiragana}\\d])");

  private final Plain plain;
  private final String text;
  private final Language language;
  private final Shouting shouting;
  private final List<Piece> pieces = new ArrayList<>();

  /// What is said for a part that shares a written sign with the next one: `㎞` is two letters.
  private String open = "";

  private int read;

  private Reader(Plain plain, Language language) {
    this.plain = plain;
    this.text = plain.text();
    this.language = language;
    this.shouting = new Shouting(text, language.capitals());
  }

  static List<Piece> read(Plain plain, Language language) {
    Reader reader = new Reader(plain, language);
    int at = 0;
    while (at < reader.text.length()) {
      Rule.Said said = reader.said(at);
      reader.add(said.end(), said.words());
      at = said.end();
    }
    reader.close();
    return reader.pieces;
  }

  private Rule.Said said(int at) {
    Rule.Said said = found(at);
    return language.has("spaceless")
        ? new Rule.Said(said.end(), GAP.matcher(said.words()).replaceAll(""))
        : said;
  }

  private Rule.Said found(int at) {
    Place place = new Place(text, at, shouting.at(at));
    for (Rule rule : language.rules()) {
      Rule.Said said = rule.at(place);
      if (said != null) {
        return said;
      }
    }
    int end = at + Character.charCount(text.codePointAt(at));
    return new Rule.Said(end, "");
  }

  private void add(int end, String words) {
    String written = plain.written(read, end);
    read = end;
    if (written.isEmpty()) {
      open = joined(open, words);
      return;
    }
    pieces.add(new Piece(written, joined(open, words)));
    open = "";
  }

  private void close() {
    if (pieces.isEmpty()) {
      if (!plain.written().isEmpty()) {
        pieces.add(new Piece(plain.written(), open));
      }
    } else if (!open.isEmpty()) {
      Piece last = pieces.removeLast();
      pieces.add(new Piece(last.written(), joined(last.spoken(), open)));
    }
  }

  private static String joined(String first, String second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first + second;
    }
    Spoken both = new Spoken();
    both.add(first);
    both.add(second);
    return both.text();
  }
}
