package app.photoplay.provider.speech.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times of the day.
final class Clock {
  private static final String HALF = "(?<half>[aApP])\\.?[mM](?:\\.(?!\\p{L})|(?![\\p{L}\\d]))";
  private static final String DASH = " ?[–—-] ?";

  /// Two numbers with a colon between them are no time behind these.
  private static final Pattern RESULT =
      Pattern.compile(
          "(?iu)(?:scores?|ratio|odds|won|lost|lead\\w*|beat|result|verse|scale)[\\p{L} ]{0,14}:?\\s*$");

  private final Language language;

  private Clock(Language language) {
    this.language = language;
  }

  static List<Rule> rules(Language language) {
    Clock it = new Clock(language);
    List<Rule> rules = new ArrayList<>();
    String free = "(?:(?<![\\p{L}\\d.,:])|(?<=\\dT))";
    String hour = "(?<h>[01]?\\d|2[0-4])";
    String minute = "(?<m>[0-5]\\d)";
    String dash = "(?<dash>" + DASH + "(?=\\d))?";
    if (language.has("duration")) {
      Pattern notTime = Pattern.compile("(?iu)(?<!\\p{L})" + language.anyOf("time.before") + " $");
      rules.add(
          Rule.of(
              free + hour + " ?h ?" + minute + "(?: ?m(?:in)?)?(?![\\p{L}\\d])",
              (found, place) ->
                  language.has("time.before") && place.after(notTime) ? null : it.lasts(found)));
    }
    if (language.has("time.halves")) {
      rules.add(
          Rule.of(
              free + "(?<h>1[0-2]|0?\\d)(?:[:.]" + minute + ")?[ \\u00a0]?" + HALF + dash,
              it::half));
      rules.add(
          Rule.of(
              free
                  + "(?<h>1[0-2]|0?\\d)(?:[:.]"
                  + minute
                  + ")?(?="
                  + DASH
                  + "(?:1[0-2]|0?\\d)(?:[:.][0-5]\\d)?[ \\u00a0]?[aApP]\\.?[mM](?![\\p{L}\\d]))(?<dash>"
                  + DASH
                  + ")",
              (found, _) -> it.plain(found) + " " + language.word("to") + " "));
    }
    String signs = language.has("time.signs") ? language.word("time.signs") : ":";
    String suffix =
        language.has("time.suffix")
            ? "[ \\u00a0]?" + language.anyOf("time.suffix")
            : Language.NOTHING;
    String end = "(?:(?<=[–—-] ?)|(?![\\p{L}\\d:/]|[.,]\\d|%))";
    if (language.has("time.suffix")) {
      rules.add(
          Rule.of(
              free + hour + "(?:[:.h]" + minute + ")?(?:" + suffix + ")" + dash + end, it::said));
      rules.add(
          Rule.of(
              free
                  + hour
                  + "(?="
                  + DASH
                  + "\\d{1,2}(?:[:.]\\d\\d)?(?:"
                  + suffix
                  + "))(?<dash>"
                  + DASH
                  + ")",
              (found, _) ->
                  language.numbers().cardinal(Long.parseLong(found.group("h")))
                      + " "
                      + language.word("to")
                      + " "));
    }
    if (language.has("time.before")) {
      Pattern before = Pattern.compile("(?iu)(?<!\\p{L})" + language.anyOf("time.before") + " $");
      rules.add(
          Rule.of(
              free + hour + "[.]" + minute + dash + end,
              (found, place) -> place.after(before) ? it.said(found, place) : null));
    }
    rules.add(
        Rule.of(
            free + hour + "(?:" + signs + ")" + minute + "(?::(?<s>[0-5]\\d))?" + dash + end,
            (found, place) -> place.after(RESULT) ? null : it.said(found, place)));
    return rules;
  }

  /// Hours and minutes of a span.
  private String lasts(MatchResult found) {
    long hours = Long.parseLong(found.group("h"));
    return language
        .word(hours == 1 ? "duration.one" : "duration")
        .replace("{h}", language.numbers().cardinal(hours))
        .replace("{m}", language.numbers().cardinal(Long.parseLong(found.group("m"))));
  }

  private String half(MatchResult found, Place place) {
    boolean first = Character.toLowerCase(found.group("half").charAt(0)) == 'a';
    String words = plain(found) + (first ? " A M" : " P M");
    boolean dot = found.group().endsWith(".");
    if (found.group("dash") != null) {
      return words + " " + language.word("to") + " ";
    }
    return dot && place.ends(found.end()) ? words + "." : words;
  }

  /// Hour and minutes without a word for the hour.
  private String plain(MatchResult found) {
    String hour = language.numbers().cardinal(Long.parseLong(found.group("h")));
    String minute = found.group("m");
    return minute == null || minute.equals("00") ? hour : hour + " " + minutes(minute);
  }

  private String minutes(String minute) {
    Numbers numbers = language.numbers();
    long value = Long.parseLong(minute);
    String zero = language.word("time.zero");
    String said = numbers.cardinal(value, language.word("time.minute.gender"));
    return value < 10 && !zero.isEmpty() ? zero + " " + said : said;
  }

  private @Nullable String said(MatchResult found, Place place) {
    long hour = Long.parseLong(found.group("h"));
    String minute = found.group("m");
    String seconds = found.namedGroups().containsKey("s") ? found.group("s") : null;
    String spelled =
        language.has("time.hour.ordinal")
            ? language.numbers().ordinal(hour, rank(place))
            : language.numbers().cardinal(hour, language.word("time.hour.gender"));
    String words;
    if (minute == null || (minute.equals("00") && seconds == null)) {
      words = full(hour, spelled);
    } else {
      String pattern = pattern(hour, "time", "{h} {m}");
      words = pattern.replace("{h}", spelled).replace("{m}", minutes(minute));
    }
    String all = seconds == null ? words : words + " " + minutes(seconds);
    return found.group("dash") == null ? all : all + " " + language.word("to") + " ";
  }

  /// o piętnastej, godzina piętnasta
  private String rank(Place place) {
    String[] when = language.word("time.hour.ordinal.when").split("@", 2);
    return when.length > 1 && place.after(Pattern.compile(when[1]))
        ? when[0]
        : language.word("time.hour.ordinal");
  }

  private String full(long hour, String spelled) {
    if (language.english()) {
      return hour == 0 || hour == 24
          ? "midnight"
          : hour > 12 ? spelled + " hundred" : spelled + " o'clock";
    }
    return pattern(hour, "time.full", "{h}").replace("{h}", spelled);
  }

  /// One o'clock is different in some languages.
  private String pattern(long hour, String key, String otherwise) {
    List<String> forms = language.words(key);
    return forms.isEmpty() ? otherwise : language.nouns().form(forms, hour);
  }
}
