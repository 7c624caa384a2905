package app.photoplay.provider.speech.japanese;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A word that counts things: how it is read behind a number, and how the two change each other.
///
/// @param written behind the number
/// @param read behind a number that changes nothing
/// @param kind which numbers change it
/// @param special whole readings of single numbers
record Counter(String written, String read, Kind kind, Map<Long, String> special) {
  /// By the counter's first sound.
  enum Kind {
    /// Nothing changes.
    EVEN,
    /// 4, 7 and 9 are short: ヨ, シチ, ク.
    CLOCK,
    /// 4 is short.
    SHORT_FOUR,
    /// 1, 8 and 10 are doubled: イッサイ.
    S,
    /// 1, 6, 8, 10 and 100 are doubled: イッコ.
    K,
    /// As K, and 3 makes it soft: サンガイ.
    K_SOFT,
    /// As K with p: イッポン; 3, 1000 and 10000 make it b: サンボン.
    H,
    /// As K with p; any n makes it p: サンプン.
    H_MINUTES
  }

  private static final Map<Character, Character> TO_P =
      Map.of('ハ', 'パ', 'ヒ', 'ピ', 'フ', 'プ', 'ヘ', 'ペ', 'ホ', 'ポ');
  private static final Map<Character, Character> TO_B =
      Map.of('ハ', 'バ', 'ヒ', 'ビ', 'フ', 'ブ', 'ヘ', 'ベ', 'ホ', 'ボ');
  private static final Map<Character, Character> SOFT =
      Map.of('カ', 'ガ', 'ケ', 'ゲ', 'コ', 'ゴ', 'ソ', 'ゾ');

  private static final Map<Long, String> DAYS =
      Map.ofEntries(
          Map.entry(2L, "フツカ"),
          Map.entry(3L, "ミッカ"),
          Map.entry(4L, "ヨッカ"),
          Map.entry(5L, "イツカ"),
          Map.entry(6L, "ムイカ"),
          Map.entry(7L, "ナノカ"),
          Map.entry(8L, "ヨーカ"),
          Map.entry(9L, "ココノカ"),
          Map.entry(10L, "トーカ"),
          Map.entry(14L, "ジューヨッカ"),
          Map.entry(17L, "ジューシチニチ"),
          Map.entry(19L, "ジュークニチ"),
          Map.entry(20L, "ハツカ"),
          Map.entry(24L, "ニジューヨッカ"),
          Map.entry(27L, "ニジューシチニチ"),
          Map.entry(29L, "ニジュークニチ"));

  private static final Map<Long, String> THINGS =
      Map.of(
          1L, "ヒトツ", 2L, "フタツ", 3L, "ミッツ", 4L, "ヨッツ", 5L, "イツツ", 6L, "ムッツ", 7L, "ナナツ", 8L, "ヤッツ",
          9L, "ココノツ");

  private static final List<Counter> ALL =
      Stream.of(
              even("月", "ガツ", Map.of(4L, "シガツ", 7L, "シチガツ", 9L, "クガツ")),
              even("日", "ニチ", DAYS),
              even("日間", "ニチカン", daysLong()),
              of("人", "ニン", Kind.SHORT_FOUR, Map.of(1L, "ヒトリ", 2L, "フタリ")),
              of("人前", "ニンマエ", Kind.SHORT_FOUR, Map.of()),
              of("人目", "ニンメ", Kind.SHORT_FOUR, Map.of(1L, "ヒトリメ", 2L, "フタリメ")),
              even("つ", "ツ", THINGS),
              of("歳", "サイ", Kind.S, Map.of(20L, "ハタチ")),
              of("才", "サイ", Kind.S, Map.of(20L, "ハタチ")),
              of("時", "ジ", Kind.CLOCK, Map.of()),
              of("時間", "ジカン", Kind.CLOCK, Map.of()),
              of("年", "ネン", Kind.SHORT_FOUR, Map.of()),
              of("年間", "ネンカン", Kind.SHORT_FOUR, Map.of()),
              of("年生", "ネンセー", Kind.SHORT_FOUR, Map.of()),
              of("円", "エン", Kind.SHORT_FOUR, Map.of()),
              of("円玉", "エンダマ", Kind.SHORT_FOUR, Map.of()),
              of("円札", "エンサツ", Kind.SHORT_FOUR, Map.of()),
              of("分", "フン", Kind.H_MINUTES, Map.of()),
              of("分間", "フンカン", Kind.H_MINUTES, Map.of()),
              of("泊", "ハク", Kind.H_MINUTES, Map.of()),
              of("本", "ホン", Kind.H, Map.of()),
              of("匹", "ヒキ", Kind.H, Map.of()),
              of("杯", "ハイ", Kind.H, Map.of()),
              of("個", "コ", Kind.K, Map.of()),
              of("回", "カイ", Kind.K, Map.of()),
              of("回目", "カイメ", Kind.K, Map.of()),
              of("階", "カイ", Kind.K_SOFT, Map.of()),
              of("軒", "ケン", Kind.K_SOFT, Map.of()),
              of("か月", "カゲツ", Kind.K, Map.of()),
              of("ヶ月", "カゲツ", Kind.K, Map.of()),
              of("ヵ月", "カゲツ", Kind.K, Map.of()),
              of("カ月", "カゲツ", Kind.K, Map.of()),
              of("キロ", "キロ", Kind.K, Map.of()),
              of("冊", "サツ", Kind.S, Map.of()),
              of("足", "ソク", Kind.S, Map.of(3L, "サンゾク")),
              of("週間", "シューカン", Kind.S, Map.of()),
              of("着", "チャク", Kind.S, Map.of()),
              of("頭", "トー", Kind.S, Map.of()),
              of("通", "ツー", Kind.S, Map.of()),
              of("点", "テン", Kind.S, Map.of()),
              of("センチ", "センチ", Kind.S, Map.of()),
              even("秒", "ビョー", Map.of()),
              even("枚", "マイ", Map.of()),
              even("台", "ダイ", Map.of()),
              even("度", "ド", Map.of()),
              even("番", "バン", Map.of()),
              even("番目", "バンメ", Map.of()),
              even("号", "ゴー", Map.of()),
              even("名", "メー", Map.of()),
              even("名様", "メーサマ", Map.of()),
              even("倍", "バイ", Map.of()),
              even("曲", "キョク", Map.of()),
              even("羽", "ワ", Map.of()),
              even("割", "ワリ", Map.of()),
              even("メートル", "メートル", Map.of()),
              even("ドル", "ドル", Map.of()),
              even("ユーロ", "ユーロ", Map.of()),
              even("%", "パーセント", Map.of()),
              even("kg", "キロ", Map.of()),
              even("km", "キロ", Map.of()),
              even("cm", "センチ", Map.of()),
              even("mm", "ミリ", Map.of()),
              even("m", "メートル", Map.of()),
              even("g", "グラム", Map.of()),
              even("°C", "ド", Map.of()))
          .sorted(Comparator.comparingInt((Counter it) -> it.written.length()).reversed())
          .toList();

  private static Counter of(String written, String read, Kind kind, Map<Long, String> special) {
    return new Counter(written, read, kind, special);
  }

  private static Counter even(String written, String read, Map<Long, String> special) {
    return new Counter(written, read, Kind.EVEN, special);
  }

  private static Map<Long, String> daysLong() {
    Map<Long, String> days = new HashMap<>();
    DAYS.forEach((day, read) -> days.put(day, read + "カン"));
    return days;
  }

  /// The longest counter that stands there.
  static Optional<Counter> at(String text, int position) {
    return ALL.stream().filter(it -> text.startsWith(it.written, position)).findFirst();
  }

  /// The number together with this.
  String with(long number) {
    String whole = special.get(number);
    if (whole != null) {
      return whole;
    }
    String said = Numerals.read(number);
    return switch (kind) {
      case EVEN -> said + read;
      case CLOCK -> ended(ended(shortFour(said), "ナナ", "シチ"), "キュー", "ク") + read;
      case SHORT_FOUR -> shortFour(said) + read;
      case S -> doubled(said, false) + read;
      case K -> doubled(said, true) + read;
      case K_SOFT -> said.endsWith("サン") ? said + changed(SOFT) : doubled(said, true) + read;
      case H, H_MINUTES -> withH(said);
    };
  }

  private String withH(String said) {
    String doubled = doubled(said, true);
    if (!doubled.equals(said)) {
      return doubled + changed(TO_P);
    }
    if (kind == Kind.H_MINUTES) {
      return said + (said.endsWith("ン") ? changed(TO_P) : read);
    }
    boolean soft = said.endsWith("サン") || said.endsWith("セン") || said.endsWith("マン");
    return said + (soft ? changed(TO_B) : read);
  }

  private String changed(Map<Character, Character> sounds) {
    char first = read.charAt(0);
    return sounds.getOrDefault(first, first) + read.substring(1);
  }

  private static String shortFour(String said) {
    return ended(said, "ヨン", "ヨ");
  }

  private static String doubled(String said, boolean sixToo) {
    String doubled = ended(ended(ended(said, "イチ", "イッ"), "ハチ", "ハッ"), "ジュー", "ジュッ");
    return sixToo ? ended(ended(doubled, "ロク", "ロッ"), "ヒャク", "ヒャッ") : doubled;
  }

  private static String ended(String said, String end, String other) {
    return said.endsWith(end) ? said.substring(0, said.length() - end.length()) + other : said;
  }
}
