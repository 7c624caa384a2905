package app.photoplay.provider.speech.reading;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A kind of thing that is written, and how it is said.
///
/// @param pattern looked for at one place
/// @param saying makes words of what was found
record Rule(Pattern pattern, Saying saying) {
  /// No rule looks further, so that a text of any kind is read in a time proportional to its length.
  private static final int FARTHEST = 240;

  static Rule of(String pattern, Saying saying) {
    return new Rule(Pattern.compile(pattern), saying);
  }

  /// The same where letters of the language touch numbers: 10点, 3시에.
  Rule touching() {
    String touched =
        pattern.pattern().replace("(?<![\\p{L}", "(?<![a-zA-Z").replace("(?![\\p{L}", "(?![a-zA-Z").replace("(?!\\p{L})", "(?![a-zA-Z])");
    return new Rule(Pattern.compile(touched), saying);
  }

  interface Saying {
    /// The words; null when it is not what it seemed.
    @Nullable String of(MatchResult found, Place place);
  }

  /// A piece of text that was read.
  record Said(int end, String words) {}

  @Nullable Said at(Place place) {
    String text = place.text();
    Matcher matcher = pattern.matcher(text);
    matcher.useTransparentBounds(true).useAnchoringBounds(false);
    matcher.region(place.from(), Math.min(text.length(), place.from() + FARTHEST));
    if (!matcher.lookingAt() || matcher.end() == place.from()) {
      return null;
    }
    String words = saying.of(matcher, place);
    return words == null ? null : new Said(matcher.end(), words);
  }
}
