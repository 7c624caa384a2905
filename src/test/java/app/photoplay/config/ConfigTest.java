package app.photoplay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;

import app.photoplay.budget.Money;
import app.photoplay.media.Quality;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.Level;

class ConfigTest {
  private static final String TOKEN = "123456:AAbbCCddEEffGG-hh_ii";

  @TempDir Path home;

  @Test
  void hasADefaultForEverything() {
    Config config = valid(Map.of());

    int cores = Runtime.getRuntime().availableProcessors();
    assertThat(config.data()).isEqualTo(home.resolve("data"));
    assertThat(config.language()).isEqualTo(Locale.ENGLISH);
    assertThat(config.web())
        .isEqualTo(new Config.Web("127.0.0.1", 8080, List.of(), Optional.empty()));
    assertThat(config.telegram())
        .isEqualTo(new Config.Telegram(URI.create("https://api.telegram.org"), Optional.empty()));
    assertThat(config.money().timeZone().normalized()).isEqualTo(ZoneOffset.UTC);
    assertThat(config.money().personPerDay()).isEqualTo(Money.ofMicroUsd(2_000_000));
    assertThat(config.money().groupPerDay()).isEqualTo(Money.ofMicroUsd(10_000_000));
    assertThat(config.money().operatorPerDay()).isEqualTo(Money.ofMicroUsd(50_000_000));
    assertThat(config.prices())
        .isEqualTo(new Config.LocalPrices(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO));
    assertThat(config.renderer())
        .isEqualTo(
            new Config.Renderer(
                Optional.empty(), Math.max(1, cores / 2), Math.min(cores, 2), Quality.STANDARD));
    assertThat(config.talk().maxLength()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.storage()).isEqualTo(new Config.Storage(Duration.ofDays(30), 5_000_000_000L));
    assertThat(config.reuse()).isEqualTo(new Config.Reuse(Duration.ofDays(30), 1000));
    assertThat(config.jobs()).isEqualTo(new Config.Jobs(10, 1000));
    assertThat(config.log()).isEqualTo(new Config.Log(Config.Log.Format.AUTO, Level.INFO));
  }

  @Test
  void takesEveryKeyFromTheFile() throws IOException {
    Path program = Files.createFile(home.resolve("my ffmpeg"));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    yaml(
        """
        data: elsewhere/photos
        language: en
        web: {host: localhost, port: 0, allowed-hosts: [Photo.example.org, other.example]}
        telegram: {api-url: "http://127.0.0.1:9000/"}
        money: {time-zone: Europe/Berlin, person-per-day: 0.000001, group-per-day: 3,
          operator-per-day: 7 USD}
        prices:
          local: {talk-economy: 0.01, talk-standard: "0.02", talk-premium: 0.30 USD, speech: 0.005}
        renderer: {ffmpeg: my ffmpeg, simultaneous: 3, threads: 4, default-quality: premium}
        talk: {max-seconds: 30}
        storage: {keep: 12h, max-size: 2GB}
        reuse: {keep: 90m, memory-entries: 0}
        jobs: {per-person: 2, waiting: 50}
        operator: {people: ["telegram:12345", "web:abc"]}
        log: {format: json, level: debug}
        """);

    Config config = valid(Map.of());

    assertThat(config.data()).isEqualTo(home.resolve("elsewhere/photos"));
    assertThat(config.web())
        .isEqualTo(
            new Config.Web(
                "localhost", 0, List.of("photo.example.org", "other.example"), Optional.empty()));
    assertThat(config.telegram().apiUrl()).isEqualTo(URI.create("http://127.0.0.1:9000"));
    assertThat(config.money())
        .isEqualTo(
            new Config.Caps(
                ZoneId.of("Europe/Berlin"),
                Money.ofMicroUsd(1),
                Money.ofMicroUsd(3_000_000),
                Money.ofMicroUsd(7_000_000)));
    assertThat(config.prices().talk(Quality.ECONOMY)).isEqualTo(Money.ofMicroUsd(10_000));
    assertThat(config.prices().talk(Quality.STANDARD)).isEqualTo(Money.ofMicroUsd(20_000));
    assertThat(config.prices().talk(Quality.PREMIUM)).isEqualTo(Money.ofMicroUsd(300_000));
    assertThat(config.prices().speech()).isEqualTo(Money.ofMicroUsd(5_000));
    assertThat(config.renderer())
        .isEqualTo(new Config.Renderer(Optional.of(program), 3, 4, Quality.PREMIUM));
    assertThat(config.talk()).isEqualTo(new Config.Talk(30));
    assertThat(config.storage()).isEqualTo(new Config.Storage(Duration.ofHours(12), 2_000_000_000));
    assertThat(config.reuse()).isEqualTo(new Config.Reuse(Duration.ofMinutes(90), 0));
    assertThat(config.jobs()).isEqualTo(new Config.Jobs(2, 50));
    assertThat(config.operator().people()).containsExactly("telegram:12345", "web:abc");
    assertThat(config.log()).isEqualTo(new Config.Log(Config.Log.Format.JSON, Level.DEBUG));
    assertThat(config.settings())
        .filteredOn(it -> it.source().equals("default"))
        .as("keys this test forgot")
        .isEmpty();
  }

  @Test
  void prefersTheCommandLineThenTheEnvironmentThenDotEnvThenTheFile() throws IOException {
    yaml(
        "{web: {host: localhost, port: 1}, jobs: {per-person: 1}, talk: {max-seconds: 10}, data: a}");
    dotEnv("PHOTOPLAY_WEB_PORT=2\nPHOTOPLAY_JOBS_PER_PERSON=2\nPHOTOPLAY_DATA=b");
    Path named = home.resolve("c");

    Config config = valid(Map.of("PHOTOPLAY_WEB_PORT", "3", "PHOTOPLAY_DATA", "b"), null, named);

    assertThat(config.web().port()).isEqualTo(3);
    assertThat(config.jobs().perPerson()).isEqualTo(2);
    assertThat(config.talk().maxSeconds()).isEqualTo(10);
    assertThat(config.data()).isEqualTo(named);
    assertThat(config.describe())
        .contains(
            "web.port = 3 (PHOTOPLAY_WEB_PORT)",
            "jobs.per-person = 2 (.env)",
            "talk.max-seconds = 10 (config.yaml)",
            "data = " + named + " (--data)",
            "log.level = info (default)");
  }

  @Test
  void takesAListAndTheTelegramAddressFromTheEnvironment() {
    Config config =
        valid(
            Map.of(
                "PHOTOPLAY_WEB_ALLOWED_HOSTS", "a.example, b.example",
                "TELEGRAM_API_URL", "http://localhost:1"));

    assertThat(config.web().allowedHosts()).containsExactly("a.example", "b.example");
    assertThat(config.telegram().apiUrl()).isEqualTo(URI.create("http://localhost:1"));
  }

  @Test
  void countsAnEmptyValueAsNotStated() throws IOException {
    yaml("{web: {port: , host: ''}, renderer: }");
    dotEnv("TELEGRAM_BOT_TOKEN=\nPHOTOPLAY_LOG_LEVEL=");

    Config config = valid(Map.of("TELEGRAM_BOT_TOKEN", "", "PHOTOPLAY_WEB_PORT", " "));

    assertThat(config.web().port()).isEqualTo(8080);
    assertThat(config.telegram().botToken()).isEmpty();
  }

  @Test
  void readsDotEnvWithCommentsQuotesAndExport() throws IOException {
    dotEnv(
        """
        # a comment

        export TELEGRAM_BOT_TOKEN = "%s" # mine
        WEB_ACCESS_TOKEN='with # and blank'
        PHOTOPLAY_WEB_PORT=81 # a port\r
        """
            .formatted(TOKEN));

    Config config = valid(Map.of());

    assertThat(config.telegram().botToken()).contains(new Secret(TOKEN));
    assertThat(config.web().accessToken()).contains(new Secret("with # and blank"));
    assertThat(config.web().port()).isEqualTo(81);
  }

  @Test
  void reportsAllProblemsAtOnce() throws IOException {
    yaml(
        """
        wbe: {port: 80}
        web: {prot: 81, port: eighty}
        port: 8081
        nonsense: 1
        telegram: nothing
        talk: {max-seconds: {at: 5}}
        money: {person-per-day: -1, operator-per-day: 0.0000001}
        storage: {keep: 30, max-size: lots}
        """);
    dotEnv("TELEGRAM_TOKEN=x\nthis is no line");

    ConfigResult.Invalid invalid = invalid(Map.of("PHOTOPLAY_LOG_LEVL", "info"));

    assertThat(invalid.problems())
        .containsExactlyInAnyOrder(
            ".env: line 2 is not of the form NAME=value",
            "config.yaml: web.port is \"eighty\", but allowed is a whole number from 0 to 65535",
            "config.yaml: money.person-per-day is \"-1\", but allowed is an amount such as 2.00 USD,"
                + " from 0 to 1000000 with at most 6 decimal places",
            "config.yaml: money.operator-per-day is \"1E-7\", but allowed is an amount such as 2.00"
                + " USD, from 0 to 1000000 with at most 6 decimal places",
            "config.yaml: storage.keep is \"30\", but allowed is a whole number with s, m, h or d"
                + " behind it, such as 30d",
            "config.yaml: storage.max-size is \"lots\", but allowed is a whole number with B, kB, MB,"
                + " GB or TB behind it, such as 5GB",
            "config.yaml: wbe is not a known key, did you mean web?",
            "config.yaml: web.prot is not a known key, did you mean web.port?",
            "config.yaml: port is not a known key, did you mean web.port?",
            "config.yaml: nonsense is not a known key",
            "config.yaml: telegram must be a section with keys below it",
            "config.yaml: talk.max-seconds must be a value, not a section",
            "PHOTOPLAY_LOG_LEVL is not a known variable, did you mean PHOTOPLAY_LOG_LEVEL?",
            ".env: TELEGRAM_TOKEN is not a known variable, did you mean TELEGRAM_BOT_TOKEN?");
    assertThat(invalid.report())
        .startsWith("The configuration has 14 problems:\n  ")
        .hasLineCount(15);
  }

  @ParameterizedTest
  @CsvSource({
    "web.host,       'bad host',           a host name",
    "web.port,       65536,                0 to 65535",
    "web.allowed-hosts, '[a b]',           a list of host names",
    "telegram.api-url, ftp://example.org,  an address such as",
    "telegram.api-url, http://me:pw@host,  an address such as",
    "language,       xx,                   allowed is en",
    "money.time-zone, Mars/Base,           a time zone",
    "money.person-per-day, 1 EUR,          an amount such as",
    "prices.local.speech, 1000001,         an amount such as",
    "renderer.ffmpeg, no/such/file,        executable file",
    "renderer.simultaneous, 0,             1 to 64",
    "renderer.threads, 1.5,                1 to 64",
    "renderer.default-quality, ultra,      'economy, standard, premium'",
    "talk.max-seconds, 2,                  3 to 600",
    "storage.keep,   0d,                   such as 30d",
    "storage.max-size, 99999999999999TB,   such as 5GB",
    "reuse.memory-entries, '[]x',          0 to 1000000",
    "jobs.per-person, 9999999999,          1 to 1000",
    "log.format,     xml,                  'auto, json, plain'",
    "log.level,      loud,                 info",
  })
  void saysWhatIsAllowed(String key, String value, String allowed) {
    ConfigResult.Invalid invalid = invalid(Map.of("PHOTOPLAY_" + Sources.upper(key), value));

    assertThat(invalid.problems()).singleElement().asString().contains(key + " is", allowed);
  }

  @Test
  void saysWhereASecretBelongs() throws IOException {
    yaml("{telegram: {bot-token: '123:abc'}, web: {token: hunter2hunter2}, WEB_ACCESS_TOKEN: x}");

    ConfigResult.Invalid invalid = invalid(Map.of());

    assertThat(invalid.problems())
        .containsExactly(
            "config.yaml: telegram.bot-token is a secret: put it into .env or the environment as"
                + " TELEGRAM_BOT_TOKEN",
            "config.yaml: web.token is a secret: put it into .env or the environment as"
                + " WEB_ACCESS_TOKEN",
            "config.yaml: WEB_ACCESS_TOKEN is a secret: put it into .env or the environment as"
                + " WEB_ACCESS_TOKEN");
  }

  @Test
  void neverShowsASecret() throws IOException {
    dotEnv("WEB_ACCESS_TOKEN=correct-horse-battery\nTELEGRAM_BOT_TOKEN:" + TOKEN);

    ConfigResult.Invalid invalid = invalid(Map.of("TELEGRAM_BOT_TOKEN", TOKEN + " x"));
    dotEnv("WEB_ACCESS_TOKEN=correct-horse-battery");
    Config config = valid(Map.of("TELEGRAM_BOT_TOKEN", TOKEN));

    assertThat(invalid.report()).doesNotContain(TOKEN, "correct-horse").contains("@BotFather");
    assertThat(config.describe() + config)
        .doesNotContain(TOKEN, "correct-horse")
        .contains("TELEGRAM_BOT_TOKEN = *** (environment)", "WEB_ACCESS_TOKEN = *** (.env)");
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0", "::", "192.168.1.2", "photo.example.org"})
  void refusesToBeReachableWithoutAnAccessToken(String host) {
    ConfigResult.Invalid invalid = invalid(Map.of("PHOTOPLAY_WEB_HOST", host));
    Config config =
        valid(Map.of("PHOTOPLAY_WEB_HOST", host, "WEB_ACCESS_TOKEN", "correct-horse-battery"));

    assertThat(invalid.problems())
        .containsExactly(
            "web.host: other machines can reach %s, so set WEB_ACCESS_TOKEN in .env or the environment, or use 127.0.0.1"
                .formatted(host));
    assertThat(config.web().loopback()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"localhost", "127.0.0.1", "127.9.9.9", "::1", "[::1]"})
  void knowsThatThisMachineIsSafe(String host) {
    assertThat(valid(Map.of("PHOTOPLAY_WEB_HOST", host)).web().loopback()).isTrue();
  }

  @Test
  void refusesAShortAccessToken() {
    assertThat(invalid(Map.of("WEB_ACCESS_TOKEN", "short")).problems())
        .containsExactly("WEB_ACCESS_TOKEN must have at least 12 characters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'web: {port: 1'             | is not valid YAML near line",
        "'web: {port: 1}\nweb: {}'   | is not valid YAML near line 2",
        "'- a'                       | must be a list of keys",
        "'just words'                | must be a list of keys",
      })
  void saysWhatIsWrongWithTheFile(String text, String complaint) throws IOException {
    yaml(text);

    assertThat(invalid(Map.of()).problems()).singleElement().asString().contains(complaint);
  }

  @Test
  void wantsTheFileThatWasNamed() {
    ConfigResult result = Config.read(home, home.resolve("mine.yaml"), null, Map.of());

    assertThat(result)
        .isEqualTo(
            new ConfigResult.Invalid(List.of("mine.yaml: cannot be read (there is no such file)")));
  }

  @Test
  void takesAnEmptyFile() throws IOException {
    yaml("# nothing\n");

    assertThat(valid(Map.of()).web().port()).isEqualTo(8080);
  }

  @Test
  void documentsEveryKeyWithItsDefault() throws IOException {
    String documented =
        Files.readString(Path.of("config.yaml"))
            .replaceAll("(?m)^( *)# (?=[a-z-]+:)", "$1")
            .replaceAll("(?m)^( *)(simultaneous|threads): \\d+", "$1$2:");
    yaml(documented);

    Config config = valid(Map.of());

    Config defaults = valid(Map.of(), Files.writeString(home.resolve("empty.yaml"), ""), null);
    assertThat(config.settings())
        .extracting(Config.Setting::key, Config.Setting::value)
        .containsExactlyElementsOf(
            defaults.settings().stream().map(it -> tuple(it.key(), it.value())).toList());
    assertThat(defaults.settings())
        .filteredOn(it -> it.key().contains(".") || it.source().equals("default"))
        .allSatisfy(it ->
            assertThat(documented)
                .containsPattern("(?m)^ *" + it.key().replaceAll(".*\\.", "") + ":"));
  }

  private void yaml(String text) throws IOException {
    Files.writeString(home.resolve("config.yaml"), text);
  }

  private void dotEnv(String text) throws IOException {
    Files.writeString(home.resolve(".env"), text);
  }

  private Config valid(Map<String, String> environment) {
    return valid(environment, null, null);
  }

  private Config valid(Map<String, String> environment, @Nullable Path file, @Nullable Path data) {
    return switch (Config.read(home, file, data, environment)) {
      case ConfigResult.Valid(Config config) -> config;
      case ConfigResult.Invalid invalid -> fail(invalid.report());
    };
  }

  private ConfigResult.Invalid invalid(Map<String, String> environment) {
    return switch (Config.read(home, null, null, environment)) {
      case ConfigResult.Valid _ -> fail("was taken");
      case ConfigResult.Invalid invalid -> invalid;
    };
  }
}
