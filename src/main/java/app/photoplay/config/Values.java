package app.photoplay.config;

import app.photoplay.budget.Money;
import app.photoplay.server.Network;
import app.photoplay.wording.Wording;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The kinds of value that settings have: how each is read, and what to tell people who got it
/// wrong.
final class Values {
  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12})(\\.\\d+)?( ?USD)?");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,12}) ?(B|kB|KB|MB|GB|TB)");
  private static final Pattern PERSON = Pattern.compile("[a-z]+:\\S+");
  private static final Pattern HOST =
      Pattern.compile("(?!-)[A-Za-z0-9.-]{1,253}|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]?");
  private static final Pattern POSTGRES_URL =
      Pattern.compile("jdbc:postgresql://(?!.*[?&]password=)[^\\s@]+/[^\\s/]+");
  private static final BigDecimal MOST_USD = new BigDecimal(1_000_000);

  private Values() {}

  /// Turns text into a value.
  ///
  /// @param allowed completes the sentence "allowed is ..."
  record Kind<T>(String allowed, Reading<T> reading) {}

  /// Empty when the text is not allowed.
  interface Reading<T> {
    Optional<T> read(String text, Path base);
  }

  static final Kind<Path> FOLDER = new Kind<>("a folder", Values::path);

  /// An executable file; an empty text means that none was named.
  static final Kind<Optional<Path>> PROGRAM =
      new Kind<>("the path of an executable file, or nothing", Values::program);

  static final Kind<String> HOST_NAME =
      new Kind<>(
          "a host name or an address such as 127.0.0.1",
          (text, _) -> Optional.of(text).filter(it -> HOST.matcher(it).matches()));

  static final Kind<List<String>> HOST_NAMES =
      new Kind<>(
          "a list of host names such as [photo.example.org]",
          (text, _) -> {
            List<String> names =
                Arrays.stream(text.split(",", -1))
                    .map(it -> it.strip().toLowerCase(Locale.ROOT))
                    .filter(it -> !it.isEmpty())
                    .toList();
            return Optional.of(names)
                .filter(all -> all.stream().allMatch(it -> HOST.matcher(it).matches()));
          });

  static final Kind<List<Network>> NETWORKS =
      new Kind<>(
          "a list of addresses or networks such as [127.0.0.1, 10.0.0.0/8]",
          (text, _) -> {
            try {
              return Optional.of(
                  Arrays.stream(text.split(",", -1))
                      .map(String::strip)
                      .filter(it -> !it.isEmpty())
                      .map(Network::parse)
                      .toList());
            } catch (IllegalArgumentException none) {
              return Optional.empty();
            }
          });

  static final Kind<String> TEXT = new Kind<>("a text", (text, _) -> Optional.of(text));

  /// Not with a password: it would be shown where settings are.
  static final Kind<Optional<String>> POSTGRES =
      new Kind<>(
          "an address such as jdbc:postgresql://host/database, with the password in"
              + " DATABASE_PASSWORD",
          (text, _) ->
              Optional.of(Optional.of(text).filter(it -> !it.isEmpty()))
                  .filter(it -> it.isEmpty() || POSTGRES_URL.matcher(text).matches()));

  static final Kind<List<String>> PEOPLE =
      new Kind<>(
          "a list of platform:id such as [\"telegram:12345\"]",
          (text, _) -> {
            List<String> people =
                Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .toList();
            return Optional.of(people)
                .filter(all -> all.stream().allMatch(it -> PERSON.matcher(it).matches()));
          });

  static final Kind<URI> SERVER =
      new Kind<>("an address such as https://api.telegram.org", (text, _) -> server(text));

  /// The languages that the wording is there for.
  static final Kind<Locale> LANGUAGE =
      new Kind<>(
          "a language that has a file of texts, such as en",
          (text, _) -> Optional.of(text).filter(Wording::speaks).map(Locale::forLanguageTag));

  static final Kind<ZoneId> ZONE =
      new Kind<>("a time zone such as UTC or Europe/Berlin", (text, _) -> zone(text));

  static final Kind<Money> USD =
      new Kind<>(
          "an amount such as 2.00 USD, from 0 to 1000000 with at most 6 decimal places",
          (text, _) -> usd(text));

  static final Kind<Duration> TIME =
      new Kind<>(
          "a whole number with s, m, h or d behind it, such as 30d", (text, _) -> time(text));

  static final Kind<Long> BYTES =
      new Kind<>(
          "a whole number with B, kB, MB, GB or TB behind it, such as 5GB",
          (text, _) -> bytes(text));

  /// A whole number between two bounds, both allowed.
  static Kind<Integer> whole(int least, int most) {
    return new Kind<>(
        "a whole number from " + least + " to " + most,
        (text, _) ->
            Optional.of(text)
                .filter(it -> it.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(it -> it >= least && it <= most));
  }

  /// One of an enum's names in lower case.
  static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
    List<E> all = List.of(type.getEnumConstants());
    List<String> labels = all.stream().map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
    return new Kind<>(
        "one of " + String.join(", ", labels),
        (text, _) -> {
          int index = labels.indexOf(text.toLowerCase(Locale.ROOT));
          return index < 0 ? Optional.empty() : Optional.of(all.get(index));
        });
  }

  /// Whether a host can be reached from this machine alone. Names other than `localhost` are not
  /// looked up: they count as public.
  static boolean isLoopback(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
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

  private static Optional<Money> usd(String text) {
    if (!AMOUNT.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal amount = new BigDecimal(text.replaceAll(" ?USD", "")).stripTrailingZeros();
    return amount.scale() > 6 || amount.compareTo(MOST_USD) > 0
        ? Optional.empty()
        : Optional.of(Money.ofMicroUsd(amount.movePointRight(6).longValueExact()));
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
