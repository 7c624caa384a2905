package app.photoplay.config;

import app.photoplay.budget.Money;
import app.photoplay.media.Quality;
import app.photoplay.server.Network;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/// Everything that can be set, in one immutable tree.
///
/// A value is taken from the first place that states it: the command line, the environment, `.env`,
/// `config.yaml`, the default. A key `web.port` is `PHOTOPLAY_WEB_PORT` in the environment and in
/// `.env`. Secrets come from the environment and `.env` alone. An empty value counts as not stated.
///
/// @param data folder for the database and all files; absolute
/// @param language of people whose platform states none
/// @param settings every value as text with the place it came from, for [#describe()]
public record Config(
    Path data,
    Database database,
    Web web,
    Telegram telegram,
    Locale language,
    Caps money,
    LocalPrices prices,
    Renderer renderer,
    Talk talk,
    Storage storage,
    Reuse reuse,
    Jobs jobs,
    Operator operator,
    Log log,
    List<Setting> settings) {

  /// The database.
  ///
  /// @param url `jdbc:postgresql://..`; empty = SQLite in the data folder
  /// @param user empty = as the system's user is called
  /// @param connections the most that are open at the same time
  public record Database(
      Optional<String> url, String user, int connections, Optional<Secret> password) {}

  /// The web chat.
  ///
  /// @param port 0 lets the system choose
  /// @param allowedHosts names under which the page may be asked for besides the host itself; lower
  ///   case
  /// @param trustedProxies whose `X-Forwarded-For` is believed
  /// @param visitorsPerDay how many new people may write in a day; 0 = any number
  /// @param visitorsPerAddress how many of them from one address
  /// @param accessToken always there when the host can be reached from other machines
  public record Web(
      String host,
      int port,
      List<String> allowedHosts,
      List<Network> trustedProxies,
      int visitorsPerDay,
      int visitorsPerAddress,
      Optional<Secret> accessToken) {
    public Web {
      allowedHosts = List.copyOf(allowedHosts);
      trustedProxies = List.copyOf(trustedProxies);
    }

    /// Whether people elsewhere are meant to reach it, if only through a proxy on this machine.
    public boolean open() {
      return !loopback() || !allowedHosts.isEmpty();
    }

    /// Whether only programs on this machine can reach it.
    public boolean loopback() {
      return Values.isLoopback(host);
    }
  }

  /// Telegram; switched off without a token.
  ///
  /// @param apiUrl of the Bot API server, without a slash at its end
  public record Telegram(URI apiUrl, Optional<Secret> botToken) {}

  /// The most that may be spent.
  ///
  /// @param timeZone where a day begins for those whose own zone is unknown, and for the operator
  public record Caps(
      ZoneId timeZone, Money personPerDay, Money groupPerDay, Money operatorPerDay) {}

  /// What the local renderer costs, for one second of result.
  public record LocalPrices(
      Money talkEconomy,
      Money talkStandard,
      Money talkPremium,
      Money clipEconomy,
      Money clipStandard,
      Money clipPremium,
      Money speech) {
    public Money talk(Quality quality) {
      return switch (quality) {
        case ECONOMY -> talkEconomy;
        case STANDARD -> talkStandard;
        case PREMIUM -> talkPremium;
      };
    }

    public Money clip(Quality quality) {
      return switch (quality) {
        case ECONOMY -> clipEconomy;
        case STANDARD -> clipStandard;
        case PREMIUM -> clipPremium;
      };
    }
  }

  /// The local renderer.
  ///
  /// @param ffmpeg an executable file; empty = the one on the PATH, else the one that comes along
  /// @param simultaneous how many videos are rendered at the same time
  /// @param threads how many threads draw and encode one video
  public record Renderer(
      Optional<Path> ffmpeg, int simultaneous, int threads, Quality defaultQuality) {}

  /// Talking photos.
  public record Talk(int maxSeconds) {
    public Duration maxLength() {
      return Duration.ofSeconds(maxSeconds);
    }
  }

  /// Photos and results on disk.
  ///
  /// @param maxSize in bytes; above it the oldest files go first
  public record Storage(Duration keep, long maxSize) {}

  /// Answers to requests that were answered before.
  public record Reuse(Duration keep, int memoryEntries) {}

  /// Jobs that wait.
  ///
  /// @param perPerson how many unfinished jobs one person may have
  /// @param waiting how many all together may have
  public record Jobs(int perPerson, int waiting) {}

  /// Who runs the bot.
  ///
  /// @param people who may use `/ops`, each as `platform:id`, such as `telegram:12345`
  public record Operator(List<String> people) {
    public Operator {
      people = List.copyOf(people);
    }
  }

  /// The log on the standard error stream.
  public record Log(Format format, Level level) {
    /// How a line of the log is written.
    public enum Format {
      /// Plain on a terminal, else JSON.
      AUTO,
      JSON,
      PLAIN
    }
  }

  /// One value of the effective configuration.
  ///
  /// @param value as it was written, `***` for a secret
  /// @param source `default`, `config.yaml`, `.env`, the variable of the environment, or `--data`
  public record Setting(String key, String value, String source) {}

  public Config {
    settings = List.copyOf(settings);
  }

  /// Reads everything and judges it as a whole. Reads files, touches nothing.
  ///
  /// @param home the folder of the launcher, where `.env` and by default `config.yaml` and `data`
  ///   lie
  /// @param file another `config.yaml`, which then must exist
  /// @param data another data folder
  public static ConfigResult read(
      Path home, @Nullable Path file, @Nullable Path data, Map<String, String> environment) {
    return new ConfigReader(Sources.open(home, file, data, environment)).read();
  }

  /// The effective configuration for the log and the doctor: a line per key, without any secret.
  public String describe() {
    return settings.stream()
        .map(it -> it.key() + " = " + it.value() + " (" + it.source() + ")")
        .collect(Collectors.joining("\n"));
  }
}
