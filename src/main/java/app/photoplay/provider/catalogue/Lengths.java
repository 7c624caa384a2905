package app.photoplay.provider.catalogue;

import app.photoplay.config.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The lengths that a model makes, in whole seconds.
///
/// @param seconds ascending, none twice
public record Lengths(List<Integer> seconds) {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,4})-(\\d{1,4})");
  private static final Pattern LIST = Pattern.compile("\\d{1,4}( ?, ?\\d{1,4})*");

  /// How settings state them: `4,6,8` or `2-10`.
  static final Kind<Lengths> SETTING = Kind.of("seconds such as 4,6,8 or 2-10", Lengths::parse);

  public Lengths {
    seconds = List.copyOf(seconds);
  }

  static Optional<Lengths> parse(String text) {
    Matcher range = RANGE.matcher(text);
    IntStream all;
    if (range.matches()) {
      all =
          IntStream.rangeClosed(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
    } else if (LIST.matcher(text).matches()) {
      all = Arrays.stream(text.split(",")).mapToInt(it -> Integer.parseInt(it.strip()));
    } else {
      return Optional.empty();
    }
    List<Integer> seconds = all.filter(it -> it > 0).sorted().distinct().boxed().toList();
    return Optional.of(new Lengths(seconds)).filter(it -> !it.seconds().isEmpty());
  }

  /// The shortest length that holds so much; empty when none does.
  public OptionalInt holding(long millis) {
    return seconds.stream()
        .mapToInt(Integer::intValue)
        .filter(it -> it * 1000L >= millis)
        .findFirst();
  }

  /// The longest.
  public int longest() {
    return seconds.getLast();
  }
}
