package app.photoplay.provider.speech.japanese;

import app.photoplay.provider.speech.Voices.Piece;
import com.atilika.kuromoji.ipadic.Token;
import com.atilika.kuromoji.ipadic.Tokenizer;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// A Japanese text as it is read aloud, in katakana by sound: the particle は as ワ, long vowels as
/// ー.
///
/// Words are read by kuromoji with the IPA dictionary, numbers with what they count by
/// [NumberReader]. A reading in brackets behind its word counts: 大谷翔平(おおたにしょうへい).
///
/// @param kana with a space where a phrase ends
/// @param pieces what is written in other signs than kana, and how it is read
/// @param unreadable words that nobody here can read, as they were written
public record JapaneseReading(String kana, List<Piece> pieces, List<String> unreadable) {
  /// Words of several readings that their sentence does not tell apart.
  private static final Set<String> AMBIGUOUS =
      Set.of("明日", "方", "辛い", "人気", "下手", "市場", "十分", "一日", "空", "描ける", "今朝");

  /// Belong to the phrase before them.
  private static final Set<String> LEANING = Set.of("助詞", "助動詞", "記号");

  private static final Set<String> LEANING_TOO = Set.of("接尾", "非自立");

  public JapaneseReading {
    pieces = List.copyOf(pieces);
    unreadable = List.copyOf(unreadable);
  }

  /// Loads the dictionary when it is first needed: 1 s, 40 MB.
  public static JapaneseReading of(String words) {
    return new Reader(Normalizer.normalize(words, Normalizer.Form.NFKC)).read();
  }

  private static final class Loaded {
    static final Tokenizer TOKENIZER = new Tokenizer();
  }

  /// Reads one text.
  private static final class Reader {
    private final String text;
    private final List<NumberReader.Span> spans;
    private final StringBuilder kana = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private boolean afterPrefix;
    private boolean afterNumber;

    Reader(String text) {
      this.text = text;
      this.spans = NumberReader.spans(text);
    }

    /// Numbers are replaced by their reading before the words around them are told apart, because
    /// those depend on each other.
    JapaneseReading read() {
      StringBuilder replaced = new StringBuilder();
      boolean[] given = new boolean[text.length() * 8 + 64];
      int at = 0;
      for (NumberReader.Span span : spans) {
        replaced.append(text, at, span.from());
        int from = replaced.length();
        replaced.append(span.read());
        Arrays.fill(given, from, Math.min(replaced.length(), given.length), true);
        at = span.to();
      }
      replaced.append(text, at, text.length());
      int next = 0;
      int shift = 0;
      for (Token token : Loaded.TOKENIZER.tokenize(replaced.toString())) {
        while (next < spans.size() && token.getPosition() >= spans.get(next).from() + shift) {
          NumberReader.Span span = spans.get(next);
          pieces.add(new Piece(text.substring(span.from(), span.to()), span.read(), span.sure()));
          shift += span.read().length() - (span.to() - span.from());
          next++;
        }
        add(token, given[Math.min(token.getPosition(), given.length - 1)]);
      }
      return new JapaneseReading(kana.toString().strip(), pieces, unreadable);
    }

    private void add(Token token, boolean number) {
      String surface = token.getSurface();
      if (!kana.isEmpty() && !afterPrefix && isNewPhrase(token, number)) {
        kana.append(' ');
      }
      afterPrefix = token.getPartOfSpeechLevel1().equals("接頭詞");
      afterNumber = number;
      String read = token.getPronunciation();
      boolean han = surface.codePoints().anyMatch(it -> UnicodeScript.of(it) == UnicodeScript.HAN);
      if (number || read == null || read.equals("*")) {
        kana.append(surface);
        if (han) {
          unreadable.add(surface);
        }
        return;
      }
      String spoken = read.replace('ヲ', 'オ');
      boolean drawl = surface.equals("う") && token.getPartOfSpeechLevel1().equals("助動詞");
      kana.append(drawl ? "ー" : spoken);
      if (han) {
        boolean name = token.getPartOfSpeechLevel3().equals("人名");
        pieces.add(new Piece(surface, spoken, !name && !AMBIGUOUS.contains(surface)));
      }
    }

    /// A number's own parts of speech are those of an unknown word.
    private boolean isNewPhrase(Token token, boolean number) {
      return number
          ? !afterNumber
          : !LEANING.contains(token.getPartOfSpeechLevel1())
              && !LEANING_TOO.contains(token.getPartOfSpeechLevel2());
    }
  }
}
