package app.photoplay.provider.speech.japanese;

import app.photoplay.provider.speech.reading.Reading;
import com.atilika.kuromoji.ipadic.Token;
import com.atilika.kuromoji.ipadic.Tokenizer;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A Japanese text as it is read aloud, in katakana by sound: the particle は as ワ, long vowels as
/// ー, with a space where a phrase begins.
///
/// Words are read by kuromoji with the IPA dictionary, numbers with what they count by
/// [NumberReader]. A reading in brackets behind its word counts: 大谷翔平(おおたにしょうへい).
///
/// @param unsure what could be read in another way, as it was written
/// @param unreadable words that nobody here can read, as they were written
public record JapaneseReading(Reading reading, Set<String> unsure, List<String> unreadable) {
  /// Words of several readings that their sentence does not tell apart.
  private static final Set<String> AMBIGUOUS =
      Set.of("明日", "方", "辛い", "人気", "下手", "市場", "十分", "一日", "空", "描ける", "今朝");

  /// Belong to the phrase before them.
  private static final Set<String> LEANING = Set.of("助詞", "助動詞", "記号");

  private static final Set<String> LEANING_TOO = Set.of("接尾", "非自立");

  public JapaneseReading {
    unsure = Set.copyOf(unsure);
    unreadable = List.copyOf(unreadable);
  }

  /// Loads the dictionary when it is first needed: 1 s, 40 MB.
  public static JapaneseReading of(String words) {
    return new Reader(WideText.of(words)).read();
  }

  private static final class Loaded {
    static final Tokenizer TOKENIZER = new Tokenizer();
  }

  /// Reads one text.
  private static final class Reader {
    private final WideText text;
    private final List<Reading.Piece> pieces = new ArrayList<>();
    private final Set<String> unsure = new LinkedHashSet<>();
    private final List<String> unreadable = new ArrayList<>();
    private boolean afterPrefix = true;
    private boolean afterNumber;

    Reader(WideText text) {
      this.text = text;
    }

    /// Numbers are replaced by their reading before the words around them are told apart, because
    /// those depend on each other.
    JapaneseReading read() {
      List<NumberReader.Span> spans = NumberReader.spans(text.plain());
      StringBuilder replaced = new StringBuilder();
      int at = 0;
      for (NumberReader.Span span : spans) {
        replaced.append(text.plain(), at, span.from()).append(span.read());
        at = span.to();
      }
      replaced.append(text.plain(), at, text.plain().length());
      List<Token> tokens = Loaded.TOKENIZER.tokenize(replaced.toString());
      int next = 0;
      int shift = 0; // from a place in the text to that in what was made of it
      int read = 0; // so much of what was made of it
      for (Token token : tokens) {
        int end = token.getPosition() + token.getSurface().length();
        while (next < spans.size() && spans.get(next).from() + shift < end) {
          NumberReader.Span span = spans.get(next);
          if (span.from() + shift > read) { // one word with what stands before the number
            add(read - shift, span.from(), replaced.substring(read, span.from() + shift));
          }
          addNumber(span);
          read = Math.max(read, span.from() + shift + span.read().length());
          shift += span.read().length() - (span.to() - span.from());
          next++;
        }
        if (end > read) {
          if (token.getPosition() >= read) {
            add(token, read - shift, end - shift);
          } else {
            add(read - shift, end - shift, replaced.substring(read, end));
          }
          read = end;
        }
      }
      return new JapaneseReading(new Reading(pieces), unsure, unreadable);
    }

    private void addNumber(NumberReader.Span span) {
      boolean phrase = !afterPrefix && !afterNumber;
      afterPrefix = false;
      afterNumber = true;
      String written = add(span.from(), span.to(), (phrase ? " " : "") + span.read());
      if (!span.sure()) {
        unsure.add(written);
      }
    }

    private void add(Token token, int from, int to) {
      String surface = token.getSurface();
      String first = token.getPartOfSpeechLevel1();
      boolean leaning =
          LEANING.contains(first) || LEANING_TOO.contains(token.getPartOfSpeechLevel2());
      String space = afterPrefix || leaning ? "" : " ";
      afterPrefix = first.equals("接頭詞");
      afterNumber = false;
      String read = token.getPronunciation();
      boolean han = surface.codePoints().anyMatch(it -> UnicodeScript.of(it) == UnicodeScript.HAN);
      if (surface.isBlank() || read == null || read.equals("*")) {
        String written = add(from, to, surface.isBlank() ? surface : space + surface);
        if (han) {
          unreadable.add(written);
        }
        return;
      }
      boolean drawl = surface.equals("う") && first.equals("助動詞");
      String written = add(from, to, space + (drawl ? "ー" : read.replace('ヲ', 'オ')));
      boolean name = token.getPartOfSpeechLevel3().equals("人名");
      if (han && (name || AMBIGUOUS.contains(surface))) {
        unsure.add(written);
      }
    }

    /// Adds what is said for a part of the text, and answers how that was written.
    private String add(int from, int to, String spoken) {
      String written = text.written(from, to);
      if (written.isEmpty() && !pieces.isEmpty()) { // one sign was written for several
        Reading.Piece last = pieces.removeLast();
        pieces.add(new Reading.Piece(last.written(), last.spoken() + spoken));
      } else if (!written.isEmpty()) {
        pieces.add(new Reading.Piece(written, spoken));
      }
      return written;
    }
  }
}
