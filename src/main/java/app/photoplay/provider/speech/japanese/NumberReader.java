package app.photoplay.provider.speech.japanese;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds numbers with what they count, dates, times, prices and telephone numbers, and words whose
/// reading stands behind them in brackets.
final class NumberReader {
  private static final String DIGITS = "\\d{1,3}(?:,\\d{3})+|\\d+";

  private static final Pattern FOUND =
      Pattern.compile(
          "(?<kanji>[\\p{IsHan}々]+)[(](?<kana>[\\p{IsHiragana}\\p{IsKatakana}ー]+)[)]"
              + "|(?<![\\d/])(?<year>\\d{4})[/.-](?<month>\\d{1,2})[/.-](?<day>\\d{1,2})(?![\\d/])"
              + "|(?<!\\d)(?<hour>[01]?\\d|2[0-4]):(?<minute>[0-5]\\d)(?!\\d)"
              + "|(?<phone>\\+?\\d+(?:-\\d+){1,4}|0\\d{2,})"
              + "|(?<whole>\\d+)分の(?<part>\\d+)"
              + "|(?<sign>[¥$€])?(?<number>(?:"
              + DIGITS
              + ")(?<tail>[千万億][\\d千万億]*)?)"
              + "(?:\\.(?<decimals>\\d+))?"
              + "|(?<numeral>["
              + Numerals.KANJI
              + "]+)");

  /// Numbers in characters that count nothing by themselves: 一緒, 三郎, 十分.
  private static final String ONLY_BEHIND_DIGITS = "分名度番台号点通着頭足倍曲羽割";

  private static final int LONGEST_NUMBER = 15;

  private NumberReader() {}

  /// What is read otherwise than letter by letter.
  record Span(int from, int to, String read, boolean sure) {}

  static List<Span> spans(String text) {
    List<Span> spans = new ArrayList<>();
    Matcher found = FOUND.matcher(text);
    int at = 0;
    while (at <= text.length() && found.find(at)) {
      Optional<Span> span = span(found, text, spans);
      span.ifPresent(spans::add);
      at = Math.max(found.end(), span.map(Span::to).orElse(0));
    }
    return spans;
  }

  private static Optional<Span> span(Matcher found, String text, List<Span> before) {
    if (found.group("kana") != null) {
      return Optional.of(new Span(found.start(), found.end(), found.group("kana"), true));
    }
    if (found.group("year") != null) {
      return Optional.of(date(found));
    }
    if (found.group("hour") != null) {
      return Optional.of(time(found));
    }
    if (found.group("phone") != null) {
      String read =
          String.join(
              "、",
              Pattern.compile("\\D+")
                  .splitAsStream(found.group("phone"))
                  .filter(it -> !it.isEmpty())
                  .map(Numerals::spelled)
                  .toList());
      return Optional.of(new Span(found.start(), found.end(), read, true));
    }
    if (found.group("whole") != null) {
      String read =
          Numerals.read(number(found.group("whole")))
              + "ブンノ"
              + Numerals.read(number(found.group("part")));
      return Optional.of(new Span(found.start(), found.end(), read, true));
    }
    return found.group("number") != null
        ? counted(found, text, before)
        : numeral(found, text, before);
  }

  private static long number(String digits) {
    String plain = digits.replace(",", "");
    return plain.length() > LONGEST_NUMBER ? 0 : Numerals.value(plain);
  }

  private static Span date(Matcher found) {
    String read =
        reading("年", number(found.group("year")))
            + reading("月", number(found.group("month")))
            + day(number(found.group("day")));
    return new Span(found.start(), found.end(), read, true);
  }

  private static Span time(Matcher found) {
    long minute = number(found.group("minute"));
    String read =
        reading("時", number(found.group("hour"))) + (minute == 0 ? "" : reading("分", minute));
    return new Span(found.start(), found.end(), read, true);
  }

  private static String reading(String counter, long number) {
    return Counter.at(counter, 0).orElseThrow().with(number);
  }

  private static String day(long number) {
    return number == 1 ? "ツイタチ" : reading("日", number);
  }

  private static Optional<Span> counted(Matcher found, String text, List<Span> before) {
    String digits = found.group("number");
    if (digits.replaceAll("\\D", "").length() > LONGEST_NUMBER) {
      String read = Numerals.spelled(digits.replaceAll("\\D", ""));
      return Optional.of(new Span(found.start(), found.end(), read, true));
    }
    long number = number(digits);
    String sign = found.group("sign");
    String decimals = found.group("decimals");
    Optional<Counter> counter = sign == null ? Counter.at(text, found.end()) : Optional.empty();
    int end = found.end() + counter.map(it -> it.written().length()).orElse(0);
    if (decimals != null) {
      String whole = number == 0 ? "レー" : doubledBeforePoint(Numerals.read(number));
      String read = whole + "テン" + Numerals.spelled(decimals);
      String unit = counter.map(Counter::read).orElse(sign == null ? "" : unit(sign));
      return Optional.of(new Span(found.start(), end, read + unit, true));
    }
    if (sign != null) {
      String read = sign.equals("¥") ? reading("円", number) : Numerals.read(number) + unit(sign);
      return Optional.of(new Span(found.start(), end, read, true));
    }
    return Optional.of(
        counter
            .map(it -> span(found.start(), end, it, number, text, before))
            .orElseGet(() -> new Span(found.start(), end, Numerals.read(number), true)));
  }

  private static String doubledBeforePoint(String said) {
    return said.replaceAll("イチ$", "イッ").replaceAll("ハチ$", "ハッ").replaceAll("ジュー$", "ジュッ");
  }

  private static String unit(String sign) {
    return switch (sign) {
      case "$" -> "ドル";
      case "€" -> "ユーロ";
      default -> "エン";
    };
  }

  private static Optional<Span> numeral(Matcher found, String text, List<Span> before) {
    Optional<Counter> counter = Counter.at(text, found.end());
    String written = found.group("numeral");
    if (counter.isEmpty()
        || (written.length() == 1
            && ONLY_BEHIND_DIGITS.contains(counter.get().written())
            && !isBehindHour(found.start(), before))) {
      return Optional.empty();
    }
    int end = found.end() + counter.get().written().length();
    return Optional.of(
        span(found.start(), end, counter.get(), Numerals.value(written), text, before));
  }

  private static boolean isBehindHour(int start, List<Span> before) {
    return !before.isEmpty()
        && before.getLast().to() == start
        && before.getLast().read().endsWith("ジ");
  }

  /// The first of a month, and one day: only behind a month it can be told.
  private static Span span(
      int from, int to, Counter counter, long number, String text, List<Span> before) {
    if (number != 1 || !counter.written().equals("日")) {
      return new Span(from, to, counter.with(number), true);
    }
    boolean date =
        !before.isEmpty() && before.getLast().to() == from && text.charAt(from - 1) == '月';
    return new Span(from, to, date ? "ツイタチ" : "イチニチ", date);
  }
}
