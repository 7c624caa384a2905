package app.photoplay.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.config.ConfigResult;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsProblemsTest extends SettingsHome {

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

    ConfigResult.Invalid<Settings> invalid = invalid(Map.of("PHOTOPLAY_LOG_LEVL", "info"));

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
    "web.trusted-proxies, proxy.example,   a list of addresses or networks",
    "web.trusted-proxies, 10.0.0.0/33,     a list of addresses or networks",
    "web.visitors-per-day, -1,             0 to 1000000",
    "database.url,   sqlite:data,          an address such as jdbc:postgresql:",
    "database.url,   jdbc:postgresql://h/, an address such as jdbc:postgresql:",
    "database.connections, 1,              2 to 100",
    "telegram.api-url, ftp://example.org,  an address such as",
    "telegram.api-url, http://me:pw@host,  an address such as",
    "telegram.api-url, http://host/path,   without a path",
    "discord.shards,   none,               auto or a number",
    "discord.shard-range, 3-1,             a part such as 0-3",
    "discord.guilds,   mine,               none or ids",
    "language,       xx,                   allowed is a language that has a file of texts",
    "money.time-zone, Mars/Base,           a time zone",
    "money.person-per-day, 1 EUR,          an amount such as",
    "prices.local.speech.price, 1000001,   an amount such as",
    "prices.local.speech.per, call,        allowed is second",
    "prices.local.speech.as-of, yesterday, a day such as",
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
    ConfigResult.Invalid<Settings> invalid = invalid(Map.of(variable(key), value));

    assertThat(invalid.problems()).singleElement().asString().contains(key + " is", allowed);
  }

  @Test
  void saysWhereASecretBelongs() throws IOException {
    yaml("{telegram: {bot-token: '123:abc'}, web: {token: hunter2hunter2}, WEB_ACCESS_TOKEN: x}");

    ConfigResult.Invalid<Settings> invalid = invalid(Map.of());

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

    ConfigResult.Invalid<Settings> invalid = invalid(Map.of("TELEGRAM_BOT_TOKEN", TOKEN + " x"));
    dotEnv("WEB_ACCESS_TOKEN=correct-horse-battery");
    var read = read(Map.of("TELEGRAM_BOT_TOKEN", TOKEN), null, null);

    assertThat(invalid.report()).doesNotContain(TOKEN, "correct-horse").contains("@BotFather");
    assertThat(read.effective().describe() + read.settings())
        .doesNotContain(TOKEN, "correct-horse")
        .contains("TELEGRAM_BOT_TOKEN = *** (environment)", "WEB_ACCESS_TOKEN = *** (.env)");
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0", "::", "192.168.1.2", "photo.example.org"})
  void refusesToBeReachableWithoutAnAccessToken(String host) {
    ConfigResult.Invalid<Settings> invalid = invalid(Map.of("PHOTOPLAY_WEB_HOST", host));
    Settings settings =
        valid(Map.of("PHOTOPLAY_WEB_HOST", host, "WEB_ACCESS_TOKEN", "correct-horse-battery"));

    assertThat(invalid.problems())
        .containsExactly(
            "web.host: other machines can reach %s, so set WEB_ACCESS_TOKEN in .env or the environment, or use 127.0.0.1"
                .formatted(host));
    assertThat(settings.server().loopback()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"localhost", "127.0.0.1", "127.9.9.9", "::1", "[::1]"})
  void knowsThatThisMachineIsSafe(String host) {
    assertThat(valid(Map.of("PHOTOPLAY_WEB_HOST", host)).server().loopback()).isTrue();
  }

  @Test
  void wantsThePasswordOfTheDatabaseElsewhereAndDoesNotShowIt() {
    String url = "jdbc:postgresql://db/photoplay?password=hunter2";

    assertThat(invalid(Map.of("PHOTOPLAY_DATABASE_URL", url)).problems())
        .singleElement()
        .asString()
        .contains("with the password in DATABASE_PASSWORD")
        .doesNotContain("hunter2");
    assertThat(effective(Map.of("DATABASE_PASSWORD", "hunter2")).describe())
        .contains("DATABASE_PASSWORD = ***")
        .doesNotContain("hunter2");
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
    ConfigResult<Settings> result = Settings.read(home, home.resolve("mine.yaml"), null, Map.of());

    assertThat(result)
        .isEqualTo(
            new ConfigResult.Invalid<Settings>(
                List.of("mine.yaml: cannot be read (there is no such file)")));
  }

  private static String variable(String key) {
    return "PHOTOPLAY_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
