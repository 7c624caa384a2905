package app.photoplay.provider.speech.language;

import java.util.Locale;
import java.util.regex.Pattern;

/// Chinese characters alone may be Chinese or Japanese: told apart by characters that only one of
/// them writes, by words of Japanese, and else by who writes.
final class Han {
  /// Written so in Japan alone, or words of Japan alone.
  private static final Pattern JAPANESE =
      Pattern.compile(
          "[円気駅売読図働込峠桜黒広変実対応戻辺総経験権歩毎氷沢浜渋渓焼済満歳戦団伝価仮亜悪圧囲壱隠栄営衛駕"
              + "塩縁艶桟窓箇拡殻覚楽勧巻漢観陥帰亀偽戯犠拠挙狭暁勲薫径恵掲渓継茎蛍軽鶏芸撃県検倹剣圏険顕験厳"
              + "呉娯効恒黄鉱号剤雑桟蚕惨賛残糸歯児辞湿煮釈寿収従渋獣縦粛処暑緒叙将称渉焼奨剰条浄畳縄譲醸"
              + "触嘱寝慎尽図粋酔随髄数枢瀬声斉摂窃専浅践銭潜繊禅曽双壮捜挿巣装僧総騒増蔵贈臓即属続堕"
              + "帯滞滝択沢単担胆遅痴虫昼鋳庁懲鎮塚逓鉄転点電伝灯当党盗稲闘徳独届弐悩脳覇拝廃売麦発髪抜"
              + "繁蛮秘姫頻敏瓶払仏併塀並餅辺弁舗穂豊褒墨翻毎満黙訳薬与余誉揺様謡来頼覧欄竜両猟緑塁涙"
              + "励礼隷霊齢恋炉労楼録湾々]"
              + "|日本|東京|京都|大阪|北海道|沖縄|富士山|誕生日|元気|大丈夫|勉強|電車|今晩|明後日|一緒|"
              + "仕事|家族|本当|大学|学校|会社|切符|手紙|映画|野球|写真|料理|天気|病院|旅行|時間|御|様$");

  /// Simplified characters and the words without which there is hardly a Chinese sentence.
  private static final Pattern CHINESE =
      Pattern.compile(
          "[们这吗你您爱说话请谢对么个时间给还过没见东车马门问开关买卖钱贵岁乐欢饭馆鸡鸭鱼鸟龙书电脑机场飞"
              + "发头脸儿妈爸爷她它的了是很吧呢啊哪那什怎為們這嗎妳愛說話請謝對麼個給還過沒見裡"
              + "我他吃喝想要能和在有不都也就今明天早晚安好]");

  private Han() {}

  static String language(String words, String own) {
    long japanese = JAPANESE.matcher(words).results().count() * 2;
    long chinese = CHINESE.matcher(words).results().count();
    boolean writesJapanese = Locale.forLanguageTag(own).getLanguage().equals("ja");
    return japanese + (writesJapanese ? 2 : 0) > chinese ? "ja" : "zh";
  }
}
