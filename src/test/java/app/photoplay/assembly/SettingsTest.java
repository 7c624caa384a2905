package app.photoplay.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.budget.price.Price;
import app.photoplay.budget.price.Unit;
import app.photoplay.chat.discord.DiscordSettings;
import app.photoplay.chat.telegram.TelegramSettings;
import app.photoplay.chat.web.WebSettings;
import app.photoplay.config.Effective;
import app.photoplay.config.Secret;
import app.photoplay.database.DatabaseSettings;
import app.photoplay.intake.JobDesk;
import app.photoplay.kind.talk.TalkSettings;
import app.photoplay.media.Quality;
import app.photoplay.operator.LogSettings;
import app.photoplay.operator.OperatorSettings;
import app.photoplay.provider.local.RendererSettings;
import app.photoplay.server.Network;
import app.photoplay.server.ServerSettings;
import app.photoplay.storage.StorageSettings;
import app.photoplay.storage.bucket.BucketSettings;
import app.photoplay.storage.reuse.ReuseSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;

class SettingsTest extends SettingsHome {
  private static final String DISCORD_TOKEN = "MTEw.Gx.a-token_made-for-tests";

  @Test
  void hasADefaultForEverything() {
    Settings settings = valid(Map.of());

    int cores = Runtime.getRuntime().availableProcessors();
    assertThat(settings.data()).isEqualTo(home.resolve("data"));
    assertThat(settings.language()).isEqualTo("en");
    assertThat(settings.database())
        .isEqualTo(new DatabaseSettings(Optional.empty(), "", 10, Optional.empty()));
    assertThat(settings.server())
        .isEqualTo(new ServerSettings("127.0.0.1", 8080, ServerSettings.LOOPBACK, List.of()));
    assertThat(settings.web())
        .isEqualTo(new WebSettings(home.resolve("data").resolve("uploads"), ""));
    assertThat(settings.telegram()).isEmpty();
    assertThat(settings.caps()).isEqualTo(caps("UTC", 2_000_000, 10_000_000, 50_000_000));
    assertThat(settings.prices().prices().entrySet())
        .filteredOn(it -> it.getKey().startsWith("local."))
        .hasSize(7)
        .allSatisfy(it -> assertThat(it.getValue()).isEqualTo(Price.of(Money.ZERO, Unit.SECOND)));
    assertThat(settings.renderer())
        .isEqualTo(
            new RendererSettings(
                Optional.empty(), Math.max(1, cores / 2), Math.min(cores, 2), Quality.STANDARD));
    assertThat(settings.talk()).isEqualTo(new TalkSettings(60));
    assertThat(settings.storage())
        .isEqualTo(new StorageSettings(Duration.ofDays(30), 5_000_000_000L));
    assertThat(settings.reuse()).isEqualTo(new ReuseSettings(Duration.ofDays(30), 1000));
    assertThat(settings.limits()).isEqualTo(new JobDesk.Limits(10, 1000));
    assertThat(settings.operator()).isEqualTo(new OperatorSettings(List.of()));
    assertThat(settings.log()).isEqualTo(new LogSettings(LogSettings.Format.AUTO, Level.INFO));
  }

  private static Caps caps(String zone, long person, long group, long operator) {
    return new Caps(new Money(person), new Money(group), new Money(operator), ZoneId.of(zone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"host: 0.0.0.0", "allowed-hosts: [photo.example.org]"})
  void limitsNewVisitorsWhenOthersCanReachTheChat(String open) throws IOException {
    yaml("web: {" + open + "}");

    WebSettings web = valid(Map.of("WEB_ACCESS_TOKEN", "a long secret")).web();

    assertThat(web.visitors()).isEqualTo(new WebSettings.Visitors(200, 10));
  }

  @Test
  void answersUnderThePublicAddressOfItsLinks() throws IOException {
    yaml("web: {public-url: 'https://Photo.example.org/', links-live: 3d}");

    Settings settings = valid(Map.of());

    assertThat(settings.web().links())
        .isEqualTo(
            new WebSettings.Links(
                Optional.of(URI.create("https://Photo.example.org")), Duration.ofDays(3)));
    assertThat(settings.server().allowedHosts()).contains("photo.example.org", "localhost");
    assertThat(settings.web().visitors()).isEqualTo(new WebSettings.Visitors(200, 10));
  }

  @Test
  void saysEverythingThatIsWrongWithABucketAtOnce() throws IOException {
    yaml("storage: {store: s3, bucket: B, prefix: 'a b', links-live: 8d, s3: {region: '?'}}");

    assertThat(invalid(Map.of()).report())
        .contains("storage.bucket is \"B\"", "storage.prefix is \"a b\"")
        .contains("storage.links-live is \"8d\"", "storage.s3.region is")
        .contains("S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY");
  }

  @Test
  void takesTheFormerNamesOfABucket() throws IOException {
    yaml("storage: {store: s3}");

    Settings settings =
        valid(
            Map.of(
                "R2_ACCESS_KEY_ID", "key",
                "R2_SECRET_ACCESS_KEY", "secret",
                "R2_BUCKET_NAME", "my-photos",
                "R2_ENDPOINT_URL", "https://me.r2.cloudflarestorage.com"));

    assertThat(settings.bucket().bucket()).isEqualTo("my-photos");
    assertThat(settings.bucket().store().toString())
        .contains("https://me.r2.cloudflarestorage.com")
        .doesNotContain("key=key", "secret=secret");
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
          trusted-proxies: [10.0.0.0/8, "::1"], visitors-per-day: 70, visitors-per-address: 7,
          public-url: "https://photo.example.org", links-live: 30d}
        telegram: {api-url: "http://127.0.0.1:9000/"}
        discord: {api-url: "http://127.0.0.1:9001/api/v10", guilds: "12345, 67890", shards: 4,
          shard-range: 0-1}
        money: {time-zone: Europe/Berlin, person-per-day: 0.000001, group-per-day: 3,
          operator-per-day: 7 USD}
        prices:
          local:
            talk-economy: {price: 0.01, per: second, as-of: 2026-11-29, source: my own}
            talk-standard: {price: "0.02", per: second, as-of: 2026-11-29, source: my own}
            talk-premium: {price: 0.30 USD, per: second, as-of: 2026-11-29, source: my own}
            clip-economy: {price: 0.04, per: second, as-of: 2026-11-29, source: my own}
            clip-standard: {price: 0.05, per: second, as-of: 2026-11-29, source: my own}
            clip-premium: {price: 0.06, per: second, as-of: 2026-11-29, source: my own}
            speech: {price: 0.005, per: second, as-of: 2026-11-29, source: my own}
        renderer: {ffmpeg: my ffmpeg, simultaneous: 3, threads: 4, default-quality: premium}
        talk: {max-seconds: 30}
        storage: {keep: 12h, max-size: 2GB, store: s3, bucket: my-photos, prefix: /bot/,
          cache-size: 1GB, links-live: 1h, gcs: {base-url: "http://127.0.0.1:9003"},
          s3: {endpoint: "http://127.0.0.1:9002", region: eu-1, path-style: false}}
        reuse: {keep: 90m, memory-entries: 0}
        jobs: {per-person: 2, waiting: 50}
        operator: {people: ["telegram:12345", "web:abc"]}
        log: {format: json, level: debug}
        """);

    var read =
        read(
            Map.of(
                "TELEGRAM_BOT_TOKEN",
                TOKEN,
                "DISCORD_BOT_TOKEN",
                DISCORD_TOKEN,
                "S3_ACCESS_KEY_ID",
                "key",
                "S3_SECRET_ACCESS_KEY",
                "secret"),
            null,
            null);
    Settings settings = read.settings();

    assertThat(settings.bucket())
        .isEqualTo(
            new BucketSettings(
                new BucketSettings.Store.S3(
                    Optional.of(URI.create("http://127.0.0.1:9002")),
                    "eu-1",
                    false,
                    new Secret("key"),
                    new Secret("secret")),
                "my-photos",
                "bot/",
                1_000_000_000,
                Duration.ofHours(1)));
    assertThat(settings.data()).isEqualTo(home.resolve("elsewhere/photos"));
    assertThat(settings.database())
        .isEqualTo(
            new DatabaseSettings(
                Optional.of("jdbc:postgresql://db/photoplay?sslmode=require"),
                "me",
                4,
                Optional.empty()));
    assertThat(settings.server())
        .isEqualTo(
            new ServerSettings(
                "localhost",
                0,
                Set.of("photo.example.org", "other.example", "localhost", "127.0.0.1", "[::1]"),
                List.of(Network.parse("10.0.0.0/8"), Network.parse("::1"))));
    assertThat(settings.web().visitors()).isEqualTo(new WebSettings.Visitors(70, 7));
    assertThat(settings.telegram())
        .contains(new TelegramSettings(TOKEN, URI.create("http://127.0.0.1:9000")));
    assertThat(settings.discord())
        .contains(
            new DiscordSettings(
                DISCORD_TOKEN,
                URI.create("http://127.0.0.1:9001/api/v10"),
                List.of(12345L, 67890L),
                4,
                Optional.of(new DiscordSettings.Range(0, 1))));
    assertThat(settings.caps()).isEqualTo(caps("Europe/Berlin", 1, 3_000_000, 7_000_000));
    assertThat(settings.renderer())
        .isEqualTo(new RendererSettings(Optional.of(program), 3, 4, Quality.PREMIUM));
    assertThat(settings.talk()).isEqualTo(new TalkSettings(30));
    assertThat(settings.storage())
        .isEqualTo(new StorageSettings(Duration.ofHours(12), 2_000_000_000));
    assertThat(settings.reuse()).isEqualTo(new ReuseSettings(Duration.ofMinutes(90), 0));
    assertThat(settings.limits()).isEqualTo(new JobDesk.Limits(2, 50));
    assertThat(settings.operator().people()).containsExactly("telegram:12345", "web:abc");
    assertThat(settings.log()).isEqualTo(new LogSettings(LogSettings.Format.JSON, Level.DEBUG));
    assertThat(settings.prices().prices())
        .containsEntry(
            "local.talk-standard",
            new Price(
                new Money(20_000), Unit.SECOND, Optional.of(LocalDate.of(2026, 11, 29)), "my own"));
    assertThat(read.effective().settings())
        .filteredOn(it -> it.source().equals("default") && !it.key().startsWith("providers."))
        .as("keys this test forgot")
        .isEmpty();
  }

  @Test
  void takesPricesWhereTheyStoodBeforeAndSaysWhereTheyBelong() throws IOException {
    yaml("prices: {local: {speech: 0.005, talk-premium: {price: 0.30}}}");

    var read = read(Map.of("PHOTOPLAY_PRICES_LOCAL_CLIP_ECONOMY", "0.04 USD"), null, null);

    assertThat(read.settings().prices().price("local", "speech", 1000)).isEqualTo(new Money(5_000));
    assertThat(read.settings().prices().price("local", "talk-premium", 1000))
        .isEqualTo(new Money(300_000));
    assertThat(read.settings().prices().price("local", "clip-economy", 1000))
        .isEqualTo(new Money(40_000));
    assertThat(read.effective().warnings())
        .containsExactly(
            "PHOTOPLAY_PRICES_LOCAL_CLIP_ECONOMY: prices.local.clip-economy has a new name,"
                + " prices.local.clip-economy.price; the old one still works",
            "config.yaml: prices.local.speech has a new name, prices.local.speech.price; the old one"
                + " still works");
  }

  @Test
  void prefersTheCommandLineThenTheEnvironmentThenDotEnvThenTheFile() throws IOException {
    yaml(
        "{web: {host: localhost, port: 1}, jobs: {per-person: 1}, talk: {max-seconds: 10}, data: a}");
    dotEnv("PHOTOPLAY_WEB_PORT=2\nPHOTOPLAY_JOBS_PER_PERSON=2\nPHOTOPLAY_DATA=b");
    Path named = home.resolve("c");

    var read = read(Map.of("PHOTOPLAY_WEB_PORT", "3", "PHOTOPLAY_DATA", "b"), null, named);

    assertThat(read.settings().server().port()).isEqualTo(3);
    assertThat(read.settings().limits().perPerson()).isEqualTo(2);
    assertThat(read.settings().talk().maxSeconds()).isEqualTo(10);
    assertThat(read.settings().data()).isEqualTo(named);
    assertThat(read.effective().describe())
        .contains(
            "web.port = 3 (PHOTOPLAY_WEB_PORT)",
            "jobs.per-person = 2 (.env)",
            "talk.max-seconds = 10 (config.yaml)",
            "data = " + named + " (--data)",
            "log.level = info (default)");
  }

  @Test
  void takesAListAndTheTelegramAddressFromTheEnvironment() {
    Settings settings =
        valid(
            Map.of(
                "PHOTOPLAY_WEB_ALLOWED_HOSTS", "a.example, b.example",
                "TELEGRAM_BOT_TOKEN", TOKEN,
                "TELEGRAM_API_URL", "http://localhost:1"));

    assertThat(settings.server().allowedHosts()).contains("a.example", "b.example");
    assertThat(settings.telegram().orElseThrow().apiUrl())
        .isEqualTo(URI.create("http://localhost:1"));
  }

  @Test
  void countsAnEmptyValueAsNotStated() throws IOException {
    yaml("{web: {port: , host: ''}, renderer: }");
    dotEnv("TELEGRAM_BOT_TOKEN=\nPHOTOPLAY_LOG_LEVEL=");

    Settings settings = valid(Map.of("TELEGRAM_BOT_TOKEN", "", "PHOTOPLAY_WEB_PORT", " "));

    assertThat(settings.server().port()).isEqualTo(8080);
    assertThat(settings.telegram()).isEmpty();
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

    Settings settings = valid(Map.of());

    assertThat(settings.telegram().orElseThrow().token()).isEqualTo(TOKEN);
    assertThat(settings.web().accessToken()).isEqualTo("with # and blank");
    assertThat(settings.server().port()).isEqualTo(81);
  }

  @Test
  void takesAnEmptyFile() throws IOException {
    yaml("# nothing\n");

    assertThat(valid(Map.of()).server().port()).isEqualTo(8080);
  }

  @Test
  void documentsEveryKeyWithItsDefault() throws IOException {
    String documented =
        Files.readString(Path.of("config.yaml"))
            .replaceAll("(?m)^( *)# (?=[a-z-]+:)", "$1")
            .replaceAll("(?m)^( *)(simultaneous|threads): \\d+", "$1$2:");
    yaml(documented);

    Effective stated = effective(Map.of());

    Effective defaults =
        read(Map.of(), Files.writeString(home.resolve("empty.yaml"), ""), null).effective();
    assertThat(stated.warnings()).isEmpty();
    assertThat(stated.settings())
        .extracting(Effective.Setting::key, Effective.Setting::value)
        .containsExactlyElementsOf(
            defaults.settings().stream().map(it -> tuple(it.key(), it.value())).toList());
    assertThat(defaults.settings())
        .filteredOn(it -> it.key().contains(".") || it.source().equals("default"))
        .allSatisfy(it ->
            assertThat(documented)
                .containsPattern("(?m)\\b" + it.key().replaceAll(".*\\.", "") + ":"));
  }
}
