package app.photoplay.provider.speech.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Mail and web addresses, names of files, hashtags and @names.
final class Addresses {
  private static final String DOMAIN = "[\\p{L}\\d](?:[\\p{L}\\d-]{0,61}[\\p{L}\\d])?";
  private static final String HOST = "(?:" + DOMAIN + "\\.){1,5}\\p{L}{2,24}";

  /// Of what is written without `http` or `www`, only these are addresses.
  private static final String ENDINGS =
      "(?:com|org|net|edu|gov|info|io|dev|app|biz|eu|uk|de|fr|es|it|nl|pl|cz|ru|ua|ch|at|be|se|no|dk|fi|pt|br"
          + "|jp|cn|ca|au|tv|ai|gr|hu|ro|hr|tr|ly|shop|online|site|store|blog|xyz)";

  private static final Pattern PART =
      Pattern.compile("\\p{Lu}?\\p{Ll}+|\\p{Lu}+(?!\\p{Ll})|\\p{L}+|\\d+|[^\\p{L}\\d]");
  private static final Pattern WORDS =
      Pattern.compile("\\p{Lu}?[\\p{Ll}\\p{M}']+|\\p{Lu}+(?!\\p{Ll})|\\p{Lu}|\\d+|[\\p{L}\\p{M}]+");

  /// Nobody listens to a longer path.
  private static final int LONGEST_PATH = 20;

  private final Language language;
  private final Capitals capitals;

  private Addresses(Language language) {
    this.language = language;
    this.capitals = language.capitals();
  }

  static List<Rule> rules(Language language) {
    Addresses it = new Addresses(language);
    List<Rule> rules = new ArrayList<>();
    rules.add(Rule.of("</?[a-zA-Z][^<>]{0,200}>", (_, _) -> " "));
    rules.add(
        Rule.of(
            "(?<![\\p{L}\\d])[\\p{L}\\d](?:[\\p{L}\\d._%+-]{0,63}[\\p{L}\\d_])?@"
                + HOST
                + "(?![\\p{L}\\d])",
            (found, _) -> it.spelled(found.group())));
    rules.add(
        Rule.of(
            "(?i)(?:https?://(?:www\\.)?|www\\.)(?<host>"
                + HOST
                + "|localhost)(?::\\d{1,5})?(?<path>[/?#][^\\s<>\"]{0,200}+)?",
            (found, _) -> it.web(found.group("host"), found.group("path"))));
    rules.add(
        Rule.of(
            "(?<![\\p{L}\\d@.])(?<host>(?:"
                + DOMAIN
                + "\\.){1,4}"
                + ENDINGS
                + ")(?![\\p{L}\\d]|-\\p{L}|\\.\\p{L})(?<path>/[^\\s<>\"]{0,200}+)?",
            (found, place) ->
                found.group("host").length() < 4 || place.previous() == '/'
                    ? null
                    : it.web(found.group("host"), found.group("path"))));
    rules.add(
        Rule.of(
            "(?<![\\p{L}\\d])[\\p{L}\\d][\\p{L}\\d_-]{0,40}\\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|mp[34]|mov|avi|txt|zip|exe|html?|js|py|java|csv|json)(?![\\p{L}\\d])",
            (found, _) -> it.spelled(found.group())));
    rules.add(
        Rule.of(
            "#(?<tag>[\\p{L}\\d_][\\p{L}\\p{M}\\d_]{0,100}+)",
            (found, place) ->
                Character.isLetterOrDigit(place.previous())
                    ? null
                    : it.hashtag(found.group("tag"))));
    rules.add(
        Rule.of(
            "@(?<name>\\p{L}[\\p{L}\\p{M}\\d_.]{0,100}[\\p{L}\\d_]|\\p{L})",
            (found, place) ->
                Character.isLetterOrDigit(place.previous())
                    ? null
                    : language.word("at") + " " + it.split(found.group("name"))));
    return rules;
  }

  private String hashtag(String tag) {
    if (tag.chars().allMatch(Character::isDigit)) {
      return language.word("number") + " " + language.numbers().say(Numeral.whole(tag));
    }
    return language.word("hashtag") + " " + split(tag);
  }

  /// MondayMotivation, john_doe
  private String split(String name) {
    List<String> said = new ArrayList<>();
    Matcher words = WORDS.matcher(name);
    while (words.find()) {
      said.add(label(words.group()));
    }
    return String.join(" ", said);
  }

  private String web(String host, @org.jspecify.annotations.Nullable String path) {
    String rest = path == null ? "" : path.replaceAll("[.,;:!?)'\"/]+$", "");
    String tail =
        path == null ? "" : path.substring(path.replaceAll("[.,;:!?)'\"]+$", "").length());
    return spelled(host + (rest.length() > LONGEST_PATH ? "" : rest)) + tail;
  }

  private String spelled(String address) {
    List<String> said = new ArrayList<>();
    int dot = address.lastIndexOf('.');
    Matcher parts = PART.matcher(address);
    while (parts.find()) {
      String part = parts.group();
      boolean last = parts.start() > dot && dot > 0 && parts.start() <= dot + 1;
      said.add(
          (last && part.length() <= 2) || part.matches("(?i)uk|pdf|jpe?g|png|gif|mp|html?")
              ? Letters.spell(part)
              : label(part));
    }
    return String.join(" ", said).replaceAll(" {2,}", " ").strip();
  }

  private String label(String part) {
    int first = part.codePointAt(0);
    if (Character.isDigit(first)) {
      return language.numbers().say(Numeral.whole(part));
    }
    if (Character.isLetter(first)) {
      boolean initials = part.length() > 1 && Capitals.all(part) && part.length() < 5;
      boolean spelled =
          part.length() > 1 && !Capitals.speakable(part) && part.chars().allMatch(it -> it < 128);
      return (initials && !capitals.saidAsWord(part, false)) || spelled
          ? Letters.spell(part)
          : part;
    }
    return language
        .find("address." + part)
        .orElseGet(() -> language.find("sign." + part).orElse("").replaceAll("^[?~]", ""));
  }
}
