package app.photoplay.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The kinds of value that settings have: how each is read, and what to tell people who got it
/// wrong. What belongs to one feature alone stands beside that feature.
public final class Values {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,12}) ?(B|kB|KB|MB|GB|TB)");

  private Values() {}

  public static final Kind<Path> FOLDER = new Kind<>("a folder", Values::path);

  /// An executable file; an empty text means that none was named.
  public static final Kind<Optional<Path>> PROGRAM =
      new Kind<>("the path of an executable file, or nothing", Values::program);

  public static final Kind<String> TEXT = Kind.of("a text", Optional::of);

  public static final Kind<URI> SERVER =
      Kind.of("an address such as https://api.telegram.org", Values::server);

  public static final Kind<ZoneId> ZONE =
      Kind.of("a time zone such as UTC or Europe/Berlin", Values::zone);

  public static final Kind<Duration> TIME =
      Kind.of(
          "a whole number with s, m, h or d behind it, such as 30d",
          text -> time(text).filter(Duration::isPositive));

  public static final Kind<Long> BYTES =
      Kind.of("a whole number with B, kB, MB, GB or TB behind it, such as 5GB", Values::bytes);

  /// A day; an empty text means that none was named.
  public static final Kind<Optional<LocalDate>> DATE =
      Kind.of("a day such as 2026-11-30, or nothing", Values::date);

  /// Items with commas between them, none of them empty.
  public static <T> Kind<List<T>> list(String allowed, Kind.Parsing<T> item) {
    return Kind.of(
        allowed,
        text -> {
          List<String> parts =
              Arrays.stream(text.split(",", -1))
                  .map(String::strip)
                  .filter(it -> !it.isEmpty())
                  .toList();
          List<T> items = parts.stream().flatMap(it -> item.parse(it).stream()).toList();
          return Optional.of(items).filter(it -> it.size() == parts.size());
        });
  }

  /// A whole number between two bounds, both allowed.
  public static Kind<Integer> whole(int least, int most) {
    return Kind.of(
        "a whole number from " + least + " to " + most,
        text ->
            Optional.of(text)
                .filter(it -> it.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(it -> it >= least && it <= most));
  }

  /// One of an enum's names in lower case.
  public static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
    List<E> all = List.of(type.getEnumConstants());
    List<String> labels =
        all.stream().map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-')).toList();
    return Kind.of(
        "one of " + String.join(", ", labels),
        text -> {
          int index = labels.indexOf(text.toLowerCase(Locale.ROOT));
          return index < 0 ? Optional.empty() : Optional.of(all.get(index));
        });
  }

  private static Optional<Path> path(String text, Path base) {
    try {
      return Optional.of(base.resolve(text).toAbsolutePath().normalize());
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private static Optional<Optional<Path>> program(String text, Path base) {
    Optional<Path> file =
        path(text, base).filter(it -> Files.isRegularFile(it) && Files.isExecutable(it));
    return text.isEmpty() || file.isPresent() ? Optional.of(file) : Optional.empty();
  }

  private static Optional<URI> server(String text) {
    try {
      URI uri = new URI(text.replaceAll("/+$", ""));
      boolean good =
          ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
              && uri.getHost() != null
              && uri.getUserInfo() == null
              && uri.getQuery() == null
              && uri.getFragment() == null;
      return good ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<Optional<LocalDate>> date(String text) {
    try {
      return Optional.of(text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> time(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "d" -> Duration.ofDays(number);
          case "h" -> Duration.ofHours(number);
          case "m" -> Duration.ofMinutes(number);
          default -> Duration.ofSeconds(number);
        });
  }

  private static Optional<Long> bytes(String text) {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long unit =
        switch (matcher.group(2)) {
          case "TB" -> 1_000_000_000_000L;
          case "GB" -> 1_000_000_000L;
          case "MB" -> 1_000_000L;
          case "kB", "KB" -> 1_000L;
          default -> 1L;
        };
    long number = Long.parseLong(matcher.group(1));
    return number > Long.MAX_VALUE / unit ? Optional.empty() : Optional.of(number * unit);
  }
}
