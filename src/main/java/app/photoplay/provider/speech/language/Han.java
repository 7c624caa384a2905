package app.photoplay.provider.speech.language;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Locale;
import java.util.regex.Pattern;

/// Chinese characters alone may be Chinese or Japanese: told apart by characters that only one of
/// them writes, by words of one of them, and else by who writes.
///
/// Mainland China, Taiwan and Japan each simplified characters in its own way, and each has a
/// character set from before Unicode. What only Japan's has is Japanese, and so is a simplified
/// character beside one that was not: nobody in China mixes them.
final class Han {
  /// Hardly a Chinese sentence is without one of them, and no Japanese one without syllables has
  /// one.
  private static final Pattern CHINESE = Pattern.compile("[我你妳您他她它们們的吗嗎吧呢啊很这這那么麼怎谁誰]|什么|什麼");

  private static final Pattern JAPANESE =
      Pattern.compile(
          "日本|東京|京都|大阪|北海道|誕生日|元気|大丈夫|勉強|一緒|仕事|本当|切符|写真|料理|旅行|乾杯|朝食|昼食|夕食|結婚"
              + "記念日|卒業|掃除|洗濯|約束|失礼|了解|承知|無理|最高|残念|感謝感激|合格祝|成人式|入学|会議|電話番号|新幹線|銀行|映画館");

  private Han() {}

  static String language(String words, String own) {
    CharsetEncoder japan = Charset.forName("Shift_JIS").newEncoder();
    CharsetEncoder mainland = Charset.forName("GB2312").newEncoder();
    CharsetEncoder taiwan = Charset.forName("Big5").newEncoder();
    boolean simplified = false;
    boolean full = false;
    for (int i = 0; i < words.length(); i++) {
      char sign = words.charAt(i);
      boolean inMainland = mainland.canEncode(sign);
      boolean inTaiwan = taiwan.canEncode(sign);
      if (!inMainland && !inTaiwan && japan.canEncode(sign)) {
        return "ja";
      }
      simplified |= inMainland && !inTaiwan && Character.isIdeographic(sign);
      full |= inTaiwan && !inMainland && Character.isIdeographic(sign);
    }
    if (CHINESE.matcher(words).find()) {
      return "zh";
    }
    boolean japanese =
        (simplified && full)
            || JAPANESE.matcher(words).find()
            || Locale.forLanguageTag(own).getLanguage().equals("ja");
    return japanese ? "ja" : "zh";
  }
}
