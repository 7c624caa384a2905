package app.photoplay.provider.speech.japanese;

/// Numbers as they are read, and those that are written in Chinese characters.
final class Numerals {
  static final String KANJI = "〇一二三四五六七八九十百千万億";

  private static final String[] DIGITS = {
    "ゼロ", "イチ", "ニ", "サン", "ヨン", "ゴ", "ロク", "ナナ", "ハチ", "キュー"
  };
  private static final int MYRIAD = 10_000;
  private static final String[] MYRIADS = {"", "マン", "オク", "チョー"};

  private Numerals() {}

  /// @param number below 10 to the 16th
  static String read(long number) {
    if (number == 0) {
      return DIGITS[0];
    }
    StringBuilder said = new StringBuilder();
    int power = 0;
    for (long left = number; left > 0; left /= MYRIAD) {
      int part = (int) (left % MYRIAD);
      if (part > 0) {
        said.insert(0, group(part, power));
      }
      power++;
    }
    return said.toString();
  }

  private static String group(int part, int power) {
    String said = belowMyriad(part);
    if (power == MYRIADS.length - 1) {
      said = said.replaceAll("イチ$", "イッ").replaceAll("ハチ$", "ハッ").replaceAll("ジュー$", "ジュッ");
    }
    return said + MYRIADS[power];
  }

  private static String belowMyriad(int part) {
    String thousands =
        switch (part / 1000) {
          case 0 -> "";
          case 1 -> "セン";
          case 3 -> "サンゼン";
          case 8 -> "ハッセン";
          default -> DIGITS[part / 1000] + "セン";
        };
    String hundreds =
        switch (part / 100 % 10) {
          case 0 -> "";
          case 1 -> "ヒャク";
          case 3 -> "サンビャク";
          case 6 -> "ロッピャク";
          case 8 -> "ハッピャク";
          default -> DIGITS[part / 100 % 10] + "ヒャク";
        };
    int ten = part / 10 % 10;
    String tens = ten == 0 ? "" : (ten == 1 ? "" : DIGITS[ten]) + "ジュー";
    return thousands + hundreds + tens + (part % 10 == 0 ? "" : DIGITS[part % 10]);
  }

  /// Digit by digit, as a telephone number.
  static String spelled(String digits) {
    StringBuilder said = new StringBuilder();
    digits.chars().forEach(it -> said.append(DIGITS[Character.digit(it, 10)]));
    return said.toString();
  }

  /// The value of a number in Chinese characters or of digits with 万 and 億 behind them: 三十, 1万5千.
  static long value(String written) {
    long total = 0;
    long group = 0;
    long digits = 0;
    boolean any = false;
    for (int i = 0; i < written.length(); i++) {
      char sign = written.charAt(i);
      int place = KANJI.indexOf(sign);
      if (Character.digit(sign, 10) >= 0 || (place >= 0 && place < 10)) {
        digits = digits * 10 + (place >= 0 ? place : Character.digit(sign, 10));
        any = true;
        continue;
      }
      long unit =
          switch (sign) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            case '万' -> MYRIAD;
            default -> (long) MYRIAD * MYRIAD;
          };
      if (unit < MYRIAD) {
        group += (any ? digits : 1) * unit;
      } else {
        total += Math.max(1, group + digits) * unit;
        group = 0;
      }
      digits = 0;
      any = false;
    }
    return total + group + digits;
  }
}
