package app.photoplay.provider.speech.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.speech.reading.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Spaces between phrases are left out here: they only tell the engine where a word ends.
class JapaneseReadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "お誕生日おめでとうございます | オタンジョービオメデトーゴザイマス",
        "私は東京大学の学生です | ワタシワトーキョーダイガクノガクセイデス",
        "明日の朝、七時に駅で会いましょう | アシタノアサ、シチジニエキデアイマショー",
        "息子は3歳になりました | ムスコワサンサイニナリマシタ",
        "3月5日に結婚します | サンガツイツカニケッコンシマス",
        "このケーキは500円です | コノケーキワゴヒャクエンデス",
        "2026年5月6日 | ニセンニジューロクネンゴガツムイカ",
        "毎日三本のビールを飲みます | マイニチサンボンノビールオノミマス",
        "りんごを6個ください | リンゴオロッコクダサイ",
        "一人で行きます | ヒトリデイキマス",
        "10時30分に着きます | ジュージサンジュップンニツキマス",
        "おばあちゃん、元気ですか | オバーチャン、ゲンキデスカ",
        "今日はいい天気ですね | キョーワイイテンキデスネ",
        "東京へ行きたい | トーキョーエイキタイ",
        "1,200円払いました | センニヒャクエンハライマシタ",
        "20歳になった | ハタチニナッタ",
        "猫が2匹います | ネコガニヒキイマス",
        "犬が三匹います | イヌガサンビキイマス",
        "8月20日は父の誕生日です | ハチガツハツカワチチノタンジョービデス",
        "本を3冊読んだ | ホンオサンサツヨンダ",
        "四月一日 | シガツツイタチ",
        "この部屋は10階です | コノヘヤワジュッカイデス",
        "第3回の会議 | ダイサンカイノカイギ",
        "一万円札で払う | イチマンエンサツデハラウ",
        "500円玉を二枚 | ゴヒャクエンダマオニマイ",
        "9時から4時まで | クジカラヨジマデ",
        "子供が四人います | コドモガヨニンイマス",
        "300円のパンを八つ | サンビャクエンノパンオヤッツ",
        "8000円と600円 | ハッセンエントロッピャクエン",
        "電話は090-1234-5678です | デンワワゼロキューゼロ、イチニサンヨン、ゴロクナナハチデス",
        "気温は3.5度です | キオンワサンテンゴドデス",
        "10:30に会おう | ジュージサンジュップンニアオー",
        "2026/5/1に始まる | ニセンニジューロクネンゴガツツイタチニハジマル",
        "3分の1だけ | サンブンノイチダケ",
        "¥1500です | センゴヒャクエンデス",
        "全部で１２人です | ゼンブデジューニニンデス",
        "一緒に行こう | イッショニイコー",
        "新幹線で2時間14分 | シンカンセンデニジカンジューヨンプン",
        "赤ちゃんは生後5か月 | アカチャンワセイゴゴカゲツ",
        "第三回の十分な準備 | ダイサンカイノジューブンナジュンビ",
        "数十人が来た | スージューニンガキタ",
        "一番好きな歌 | イチバンスキナウタ",
        "iPhoneを買いました | iPhoneオカイマシタ"
      })
  void everydaySentencesAreRead(String written, String kana) {
    JapaneseReading reading = JapaneseReading.of(written);

    assertThat(reading.reading().spoken().replace(" ", "")).isEqualTo(kana);
    assertThat(reading.unreadable()).isEmpty();
  }

  @Test
  void whatIsUnsureIsNamed() {
    assertThat(JapaneseReading.of("一日休みます").unsure()).containsExactly("一日");
    assertThat(JapaneseReading.of("4月一日から").unsure()).isEmpty();
    assertThat(JapaneseReading.of("大谷翔平です").unsure()).isNotEmpty();
  }

  @Test
  void kanaInBracketsBehindAWordAreItsReading() {
    JapaneseReading reading = JapaneseReading.of("大谷翔平（おおたにしょうへい）です");

    assertThat(reading.reading().spoken().replace(" ", "")).isEqualTo("おおたにしょうへいデス");
    assertThat(reading.unsure()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "全部で１２人です",
        "ﾊﾟｰﾃｨｰは３月５日",
        "りんごを6個 ください。",
        "体重は㎏で",
        "ビール3本とパン",
        "😀元気?",
        "",
        " ",
        "🎂"
      })
  void everythingThatWasWrittenIsInItsPieces(String written) {
    JapaneseReading reading = JapaneseReading.of(written);

    assertThat(reading.reading().pieces().stream().map(Reading.Piece::written))
        .allMatch(it -> !it.isEmpty())
        .satisfies(it -> assertThat(String.join("", it)).isEqualTo(written));
  }

  @Test
  void charactersThatNobodyKnowsAreNamed() {
    assertThat(JapaneseReading.of("𠮷野家で食べた").unreadable()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, ゼロ",
    "10, ジュー",
    "14, ジューヨン",
    "300, サンビャク",
    "3000, サンゼン",
    "10000, イチマン",
    "12345, イチマンニセンサンビャクヨンジューゴ",
    "100000000, イチオク",
    "1000000000000, イッチョー"
  })
  void numbersAreRead(long number, String kana) {
    assertThat(Numerals.read(number)).isEqualTo(kana);
  }

  @ParameterizedTest
  @CsvSource({"十, 10", "二十三, 23", "三百, 300", "一万二千, 12000", "二〇二六, 2026", "3万5千, 35000"})
  void numbersInCharactersAreUnderstood(String written, long number) {
    assertThat(Numerals.value(written)).isEqualTo(number);
  }
}
