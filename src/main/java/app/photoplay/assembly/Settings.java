package app.photoplay.assembly;

import app.photoplay.budget.Caps;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.chat.discord.DiscordSettings;
import app.photoplay.chat.telegram.TelegramSettings;
import app.photoplay.chat.web.WebSettings;
import app.photoplay.config.ConfigResult;
import app.photoplay.config.Configuration;
import app.photoplay.config.Kind;
import app.photoplay.config.Section;
import app.photoplay.config.Values;
import app.photoplay.database.DatabasePlace;
import app.photoplay.database.DatabaseSettings;
import app.photoplay.intake.JobDesk;
import app.photoplay.kind.talk.TalkSettings;
import app.photoplay.operator.LogSettings;
import app.photoplay.operator.OperatorSettings;
import app.photoplay.provider.local.RendererSettings;
import app.photoplay.server.ServerSettings;
import app.photoplay.storage.StorageSettings;
import app.photoplay.storage.bucket.BucketSettings;
import app.photoplay.storage.reuse.ReuseSettings;
import app.photoplay.wording.Wording;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that can be set, a section for each feature; each module is given those it needs.
///
/// @param data folder for the database and all files; absolute
/// @param language of people whose platform states none
/// @param telegram empty = switched off
/// @param discord empty = switched off
public record Settings(
    Path data,
    String language,
    DatabaseSettings database,
    ServerSettings server,
    WebSettings web,
    Optional<TelegramSettings> telegram,
    Optional<DiscordSettings> discord,
    Caps caps,
    PriceBook prices,
    PaidProviders paid,
    RendererSettings renderer,
    TalkSettings talk,
    StorageSettings storage,
    BucketSettings bucket,
    ReuseSettings reuse,
    JobDesk.Limits limits,
    OperatorSettings operator,
    LogSettings log) {

  /// The languages that the wording is there for.
  private static final Kind<String> LANGUAGE =
      Kind.of(
          "a language that has a file of texts, such as en",
          text -> Optional.of(text).filter(Wording::speaks));

  /// Reads everything and judges it as a whole. Reads files, touches nothing.
  ///
  /// @param home the folder of the launcher
  /// @param file another `config.yaml`, which then must exist
  /// @param data another data folder
  public static ConfigResult<Settings> read(
      Path home, @Nullable Path file, @Nullable Path data, Map<String, String> environment) {
    Configuration configuration = Configuration.open(home, file, data, environment);
    return configuration.finish(read(configuration.root()));
  }

  private static Settings read(Section root) {
    Path data = root.value("data", "data", Values.FOLDER);
    String language = root.value("language", "en", LANGUAGE);
    ServerSettings server = ServerSettings.read(root.section("web"));
    PaidProviders paid = PaidProviders.read(root);
    TalkSettings talk = TalkSettings.read(root.section("talk"));
    return new Settings(
        data,
        language,
        DatabaseSettings.read(root.section("database")),
        server,
        WebSettings.read(root.section("web"), server, data, language).recording(talk.maxSeconds()),
        TelegramSettings.read(root.section("telegram")),
        DiscordSettings.read(root.section("discord")),
        Caps.read(root.section("money")),
        paid.priced(PriceBook.read(root.section("prices"), RendererSettings.priced())),
        paid,
        RendererSettings.read(root.section("renderer")),
        talk,
        StorageSettings.read(root.section("storage")),
        BucketSettings.read(root),
        ReuseSettings.read(root.section("reuse")),
        JobDesk.Limits.read(root.section("jobs")),
        OperatorSettings.read(root.section("operator")),
        LogSettings.read(root.section("log")));
  }

  /// Whether nothing that can be ordered costs anything.
  boolean free() {
    return prices.free(paid.off());
  }

  DatabasePlace place() {
    return database.place(data);
  }
}
