package app.photoplay.config;

import app.photoplay.config.Config.Log;
import app.photoplay.config.Config.Setting;
import app.photoplay.media.Quality;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.slf4j.event.Level;

/// Asks the sources for every key there is, once. The calls below are the list of all keys, their
/// defaults and their ranges. A value that is wrong is noted and its default read instead, so that
/// one run finds everything.
final class ConfigReader {
  private static final Pattern BOT_TOKEN = Pattern.compile("[A-Za-z0-9:_-]+");
  private static final int SHORTEST_ACCESS_TOKEN = 12;

  private final Sources sources;
  private final List<Setting> settings = new ArrayList<>();
  private final TreeSet<String> keys = new TreeSet<>();
  private final TreeSet<String> secrets = new TreeSet<>();

  ConfigReader(Sources sources) {
    this.sources = sources;
  }

  ConfigResult read() {
    int cores = Runtime.getRuntime().availableProcessors();
    Path data = value("data", "data", Values.FOLDER);
    var database =
        new Config.Database(
            value("database.url", "", Values.POSTGRES),
            value("database.user", "", Values.TEXT),
            value("database.connections", "10", Values.whole(2, 100)),
            secret("DATABASE_PASSWORD", _ -> true, ""));
    String host = value("web.host", "127.0.0.1", Values.HOST_NAME);
    int port = value("web.port", "8080", Values.whole(0, 65535));
    List<String> allowedHosts = value("web.allowed-hosts", "", Values.HOST_NAMES);
    boolean open = !Values.isLoopback(host) || !allowedHosts.isEmpty();
    var web =
        new Config.Web(
            host,
            port,
            allowedHosts,
            value("web.trusted-proxies", "", Values.NETWORKS),
            value("web.visitors-per-day", open ? "200" : "0", Values.whole(0, 1_000_000)),
            value("web.visitors-per-address", open ? "10" : "0", Values.whole(0, 1_000_000)),
            secret(
                "WEB_ACCESS_TOKEN",
                it -> it.length() >= SHORTEST_ACCESS_TOKEN,
                "must have at least " + SHORTEST_ACCESS_TOKEN + " characters"));
    var telegram =
        new Config.Telegram(
            value("telegram.api-url", "https://api.telegram.org", Values.SERVER),
            secret(
                "TELEGRAM_BOT_TOKEN",
                it -> BOT_TOKEN.matcher(it).matches(),
                "has characters that no token has: copy it again from @BotFather"));
    var language = value("language", "en", Values.LANGUAGE);
    var money =
        new Config.Caps(
            value("money.time-zone", "UTC", Values.ZONE),
            value("money.person-per-day", "2.00 USD", Values.USD),
            value("money.group-per-day", "10.00 USD", Values.USD),
            value("money.operator-per-day", "50.00 USD", Values.USD));
    var prices =
        new Config.LocalPrices(
            value("prices.local.talk-economy", "0 USD", Values.USD),
            value("prices.local.talk-standard", "0 USD", Values.USD),
            value("prices.local.talk-premium", "0 USD", Values.USD),
            value("prices.local.clip-economy", "0 USD", Values.USD),
            value("prices.local.clip-standard", "0 USD", Values.USD),
            value("prices.local.clip-premium", "0 USD", Values.USD),
            value("prices.local.speech", "0 USD", Values.USD));
    var renderer =
        new Config.Renderer(
            value("renderer.ffmpeg", "", Values.PROGRAM),
            value("renderer.simultaneous", "" + Math.clamp(cores / 2, 1, 64), Values.whole(1, 64)),
            value("renderer.threads", "" + Math.min(cores, 2), Values.whole(1, 64)),
            value("renderer.default-quality", "standard", Values.oneOf(Quality.class)));
    var talk = new Config.Talk(value("talk.max-seconds", "60", Values.whole(3, 600)));
    var storage =
        new Config.Storage(
            positive("storage.keep", "30d"), value("storage.max-size", "5GB", Values.BYTES));
    var reuse =
        new Config.Reuse(
            positive("reuse.keep", "30d"),
            value("reuse.memory-entries", "1000", Values.whole(0, 1_000_000)));
    var jobs =
        new Config.Jobs(
            value("jobs.per-person", "10", Values.whole(1, 1000)),
            value("jobs.waiting", "1000", Values.whole(1, 1_000_000)));
    var operator = new Config.Operator(value("operator.people", "", Values.PEOPLE));
    var log =
        new Log(
            value("log.format", "auto", Values.oneOf(Log.Format.class)),
            value("log.level", "info", Values.oneOf(Level.class)));

    sources.checkKeys(keys, secrets);
    if (!web.loopback() && web.accessToken().isEmpty()) {
      sources
          .problems()
          .add(
              "web.host: other machines can reach "
                  + web.host()
                  + ", so set WEB_ACCESS_TOKEN in .env or the environment, or use 127.0.0.1");
    }
    return sources.problems().isEmpty()
        ? new ConfigResult.Valid(
            new Config(
                data, database, web, telegram, language, money, prices, renderer, talk, storage,
                reuse, jobs, operator, log, settings))
        : new ConfigResult.Invalid(sources.problems());
  }

  private Duration positive(String key, String byDefault) {
    Values.Kind<Duration> time = Values.TIME;
    return value(
        key,
        byDefault,
        new Values.Kind<>(
            time.allowed(),
            (text, base) -> time.reading().read(text, base).filter(it -> it.isPositive())));
  }

  private <T> T value(String key, String byDefault, Values.Kind<T> kind) {
    keys.add(key);
    Sources.Found found = sources.setting(key, byDefault);
    Optional<T> value = kind.reading().read(found.text(), found.base());
    if (value.isPresent()) {
      String shown = value.get() instanceof Path path ? path.toString() : found.text();
      settings.add(new Setting(key, shown, found.source()));
      return value.get();
    }
    sources
        .problems()
        .add(
            "%s: %s is %s, but allowed is %s"
                .formatted(found.source(), key, quoted(found.text()), kind.allowed()));
    return kind.reading()
        .read(byDefault, sources.home())
        .orElseThrow(() -> new IllegalStateException("default of " + key));
  }

  private Optional<Secret> secret(String name, Predicate<String> good, String complaint) {
    secrets.add(name);
    Optional<Sources.Found> found = sources.variable(name);
    settings.add(
        new Setting(
            name,
            found.isPresent() ? "***" : "",
            found
                .map(it -> it.source().equals(".env") ? ".env" : "environment")
                .orElse("not set")));
    if (found.isPresent() && !good.test(found.get().text())) {
      sources.problems().add(name + " " + complaint);
    }
    return found.map(it -> new Secret(it.text()));
  }

  private static String quoted(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ").replaceAll("(password=)[^&]*", "$1***");
    return '"' + (line.length() > 60 ? line.substring(0, 60) + "..." : line) + '"';
  }
}
