package app.photoplay.provider.speech.reading;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Telephone numbers and other long numbers in groups: digit by digit, with a pause between the
/// groups.
final class Phones {
  private static final Pattern CALLED =
      Pattern.compile(
          "(?iu)(?:call|dial|phone|tel|fax|mobile|cell|ring|text|whatsapp|number|anruf\\w*|ruf\\w*|telefon\\w*|nummer"
              + "|appele[rz]?|numéro|llam\\w*|chiam\\w*|ligu?\\w*|bel|zadzwoń|тел\\w*|звони\\w*|номер)[\\p{L} ]{0,14}[.:]?\\s*$");

  private Phones() {}

  static List<Rule> rules(Language language) {
    Rule.Saying digits = (found, _) -> digits(found.group(), language);
    String free = "(?<![\\p{L}\\d.,/])";
    String end = "(?![\\p{L}\\d]|[.,:/-]\\d|%)";
    return List.of(
        Rule.of("(?<![\\p{L}\\d])\\+\\d{1,3}(?:[ ./-]?\\(?\\d{1,12}\\)?){1,8}" + end, (found, _) ->
            digitsIn(found.group()) >= 7 ? digits(found.group(), language) : null),
        Rule.of("\\(\\d{2,5}\\) ?\\d{2,5}(?:[ .-]?\\d{2,5}){0,3}" + end, digits),
        Rule.of(free + "(?:1-)?\\d{3}([-. ])\\d{3}\\1\\d{4}" + end, digits),
        Rule.of(free + "\\d{3}-\\d{4}" + end, digits),
        Rule.of(free + "\\d{4}([ -])\\d{4}\\1\\d{4}\\1\\d{4}" + end, digits),
        Rule.of(free + "\\d{3}-\\d{2}-\\d{4}" + end, digits),
        Rule.of(free + "0\\d{1,5}(?:[ /-]{1,3}\\d{2,8}){1,5}" + end, (found, _) ->
            digitsIn(found.group()) >= 7 && !found.group().matches("\\d{1,2}[-/ ]\\d{1,2}[-/ ]\\d{4}")
                ? digits(found.group(), language)
                : null),
        Rule.of(free + "\\d{2,4}(?:[ -]\\d{2,4}){1,4}" + end, (found, place) ->
            digitsIn(found.group()) >= 5 && place.after(CALLED) ? digits(found.group(), language) : null),
        Rule.of(free + "\\d{3,15}" + end, (found, place) ->
            (found.group().matches("0\\d{8,}|\\d{10,}|911|112|999") || found.group().length() > 4)
                    && place.after(CALLED)
                ? digits(found.group(), language)
                : null));
  }

  private static long digitsIn(String written) {
    return written.chars().filter(Character::isDigit).count();
  }

  private static String digits(String written, Language language) {
    String groups =
        Arrays.stream(written.split("\\D+"))
            .filter(group -> !group.isEmpty())
            .map(group -> language.numbers().digits(group))
            .collect(Collectors.joining(", "));
    return written.startsWith("+") ? language.word("plus") + " " + groups : groups;
  }
}
