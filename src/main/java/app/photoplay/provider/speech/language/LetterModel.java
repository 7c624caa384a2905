package app.photoplay.provider.speech.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// How well one to three letters in a row fit each of our languages, by the model of Apache OpenNLP
/// for 103 languages (`langdetect-183.bin`: a zip around one table of maximum entropy).
///
/// The table is read here because OpenNLP's own reader and the part of it that MaryTTS needs cannot
/// be on one class path. Only the rows of our languages are kept, in steps of a thousandth: about
/// 10 MB.
final class LetterModel {
  private static final String FILE = "/langdetect-183.bin";
  private static final String TABLE = "langdetect.model";
  private static final int LONGEST = 3;
  private static final double STEP = 0.001;

  /// Letters that a language was never seen with. The model itself says nothing of them, which is
  /// more than it says of letters that were rarely seen.
  private static final byte NEVER = -40;

  /// What the model calls a language in place of its ISO 639-3 code.
  private static final Map<String, String> OTHERWISE_CALLED = Map.of("pes", "fas", "ekk", "est");

  /// Open addressing; a free place is 0, which stands for no letters.
  private final long[] keys;

  /// The row of each key.
  private final int[] rows;

  private final byte[] weights;
  private final int languages;

  private LetterModel(long[] letters, byte[] weights, int languages) {
    int capacity = Integer.highestOneBit(letters.length) * 4;
    this.keys = new long[capacity];
    this.rows = new int[capacity];
    this.weights = weights;
    this.languages = languages;
    for (int row = 0; row < letters.length; row++) {
      if (letters[row] != 0) {
        int place = place(letters[row]);
        keys[place] = letters[row];
        rows[place] = row;
      }
    }
  }

  /// Reads the model that comes along.
  ///
  /// @param languages ISO 639-3, in the order of the scores
  static LetterModel read(List<String> languages) {
    InputStream file = LetterModel.class.getResourceAsStream(FILE);
    if (file == null) {
      throw new IllegalStateException("the model of languages is missing");
    }
    try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(file))) {
      for (ZipEntry it = zip.getNextEntry(); it != null; it = zip.getNextEntry()) {
        if (it.getName().equals(TABLE)) {
          return read(new DataInputStream(new BufferedInputStream(zip, 1 << 16)), languages);
        }
      }
      throw new IOException(FILE + " holds no " + TABLE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The table: its languages; patterns, each with how many groups of letters have it and which
  /// languages those are known of; the groups of letters; their weights.
  private static LetterModel read(DataInputStream table, List<String> languages)
      throws IOException {
    table.readUTF(); // the kind of table
    table.readInt(); // two constants that the order of the results does not depend on
    table.readDouble();
    int[] ours = new int[table.readInt()];
    for (int i = 0; i < ours.length; i++) {
      String code = table.readUTF();
      ours[i] = languages.indexOf(OTHERWISE_CALLED.getOrDefault(code, code));
    }
    int[][] patterns = new int[table.readInt()][];
    for (int i = 0; i < patterns.length; i++) {
      patterns[i] =
          Arrays.stream(table.readUTF().split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    }
    long[] letters = new long[table.readInt()];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = key(table.readUTF());
    }
    byte[] weights = new byte[letters.length * languages.size()];
    Arrays.fill(weights, NEVER);
    int row = 0;
    for (int[] pattern : patterns) {
      for (int end = row + pattern[0]; row < end; row++) {
        for (int i = 1; i < pattern.length; i++) {
          double weight = table.readDouble();
          int language = ours[pattern[i]];
          if (language >= 0) {
            int at = row * languages.size() + language;
            long steps = Math.round(Math.clamp(weight, -0.12, 0.12) / STEP);
            weights[at] = (byte) Math.max(steps, weights[at]);
          }
        }
      }
    }
    return new LetterModel(letters, weights, languages.size());
  }

  /// Adds up how well words fit each language.
  ///
  /// @param words lower case
  double[] scores(String words) {
    String text = " " + words + " ";
    Set<Long> seen = new HashSet<>();
    double[] scores = new double[languages];
    for (int length = 1; length <= LONGEST; length++) {
      for (int start = 0; start + length <= text.length(); start++) {
        long key = key(text.substring(start, start + length));
        int place = place(key);
        if (keys[place] == key && seen.add(key)) {
          int row = rows[place] * languages;
          for (int i = 0; i < languages; i++) {
            scores[i] += weights[row + i] * STEP;
          }
        }
      }
    }
    return scores;
  }

  private int place(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int place = (int) (mixed >>> 40) & (keys.length - 1);
    while (keys[place] != 0 && keys[place] != key) {
      place = (place + 1) & (keys.length - 1);
    }
    return place;
  }

  /// Up to three letters as a number; 0 for more.
  private static long key(String letters) {
    long key = 0;
    for (int i = 0; i < letters.length(); i++) {
      key = key << Character.SIZE | letters.charAt(i);
    }
    return letters.length() > LONGEST ? 0 : key;
  }
}
