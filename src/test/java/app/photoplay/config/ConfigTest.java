package app.photoplay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.photoplay.budget.Money;
import app.photoplay.media.Quality;
import app.photoplay.server.Network;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;

class ConfigTest extends ConfigHome {

  @Test
  void hasADefaultForEverything() {
    Config config = valid(Map.of());

    int cores = Runtime.getRuntime().availableProcessors();
    assertThat(config.data()).isEqualTo(home.resolve("data"));
    assertThat(config.language()).isEqualTo(Locale.ENGLISH);
    assertThat(config.database())
        .isEqualTo(new Config.Database(Optional.empty(), "", 10, Optional.empty()));
    assertThat(config.web())
        .isEqualTo(new Config.Web("127.0.0.1", 8080, List.of(), List.of(), 0, 0, Optional.empty()));
    assertThat(config.telegram())
        .isEqualTo(new Config.Telegram(URI.create("https://api.telegram.org"), Optional.empty()));
    assertThat(config.money().timeZone().normalized()).isEqualTo(ZoneOffset.UTC);
    assertThat(config.money().personPerDay()).isEqualTo(Money.ofMicroUsd(2_000_000));
    assertThat(config.money().groupPerDay()).isEqualTo(Money.ofMicroUsd(10_000_000));
    assertThat(config.money().operatorPerDay()).isEqualTo(Money.ofMicroUsd(50_000_000));
    assertThat(config.prices())
        .isEqualTo(
            new Config.LocalPrices(
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO));
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

  @ParameterizedTest
  @ValueSource(strings = {"host: 0.0.0.0", "allowed-hosts: [photo.example.org]"})
  void limitsNewVisitorsWhenOthersCanReachTheChat(String open) throws IOException {
    yaml("web: {" + open + "}");

    Config.Web web = valid(Map.of("WEB_ACCESS_TOKEN", "a long secret")).web();

    assertThat(web.visitorsPerDay()).isEqualTo(200);
    assertThat(web.visitorsPerAddress()).isEqualTo(10);
  }

  @Test
  void takesEveryKeyFromTheFile() throws IOException {
    Path program = Files.createFile(home.resolve("my ffmpeg"));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    yaml(
        """
        data: elsewhere/photos
        language: en
        database: {url: "jdbc:postgresql://db/photoplay?sslmode=require", user: me, connections: 4}
        web: {host: localhost, port: 0, allowed-hosts: [Photo.example.org, other.example],
          trusted-proxies: [10.0.0.0/8, "::1"], visitors-per-day: 70, visitors-per-address: 7}
        telegram: {api-url: "http://127.0.0.1:9000/"}
        money: {time-zone: Europe/Berlin, person-per-day: 0.000001, group-per-day: 3,
          operator-per-day: 7 USD}
        prices:
          local: {talk-economy: 0.01, talk-standard: "0.02", talk-premium: 0.30 USD,
            clip-economy: 0.04, clip-standard: 0.05, clip-premium: 0.06, speech: 0.005}
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
    assertThat(config.database())
        .isEqualTo(
            new Config.Database(
                Optional.of("jdbc:postgresql://db/photoplay?sslmode=require"),
                "me",
                4,
                Optional.empty()));
    assertThat(config.web())
        .isEqualTo(
            new Config.Web(
                "localhost",
                0,
                List.of("photo.example.org", "other.example"),
                List.of(Network.parse("10.0.0.0/8"), Network.parse("::1")),
                70,
                7,
                Optional.empty()));
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
    assertThat(config.prices().clip(Quality.ECONOMY)).isEqualTo(Money.ofMicroUsd(40_000));
    assertThat(config.prices().clip(Quality.STANDARD)).isEqualTo(Money.ofMicroUsd(50_000));
    assertThat(config.prices().clip(Quality.PREMIUM)).isEqualTo(Money.ofMicroUsd(60_000));
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
}
