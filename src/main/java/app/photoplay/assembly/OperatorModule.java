package app.photoplay.assembly;

import app.photoplay.chat.discord.DiscordCheck;
import app.photoplay.chat.telegram.TelegramCheck;
import app.photoplay.database.upkeep.DatabaseCheck;
import app.photoplay.operator.ProviderTable;
import app.photoplay.operator.doctor.DatabaseChecks;
import app.photoplay.operator.doctor.Doctor;
import app.photoplay.operator.doctor.Doctor.Check;
import app.photoplay.operator.doctor.Doctor.Finding;
import app.photoplay.operator.doctor.MachineChecks;
import app.photoplay.operator.doctor.MediaChecks;
import app.photoplay.provider.remote.Provider;
import app.photoplay.storage.bucket.Bucket;
import app.photoplay.storage.bucket.BucketCheck;
import app.photoplay.storage.bucket.BucketSettings;
import app.photoplay.storage.bucket.BucketTrouble;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What whoever runs the program looks at: the doctor asks every adapter.
public final class OperatorModule {
  private final Settings settings;
  private final ProviderModule providers;

  public OperatorModule(Settings settings, ProviderModule providers) {
    this.settings = settings;
    this.providers = providers;
  }

  public Doctor doctor() {
    List<Check> checks = new ArrayList<>(new MachineChecks(settings.data()).all());
    checks.addAll(new DatabaseChecks(settings.place()).all());
    checks.addAll(
        new MediaChecks(
                providers.ffmpeg(),
                providers.heif(),
                providers.voices(),
                settings.data().resolve("cache"))
            .all());
    if (!settings.paid().switchedOn().isEmpty()) {
      checks.add(new Check("prices", new DatabaseChecks(settings.place())::prices));
    }
    providers.paid().forEach(it -> checks.add(new Check(it.name(), () -> looked(it))));
    if (!(settings.bucket().store() instanceof BucketSettings.Store.Local)) {
      checks.add(new Check("bucket", this::bucket));
    }
    checks.add(new Check("web chat", this::web));
    checks.add(new Check("Telegram", this::telegram));
    checks.add(new Check("Discord", this::discord));
    return new Doctor(checks);
  }

  /// All models, and whether the keys work.
  public ProviderTable providers() {
    return new ProviderTable(
        settings.paid().catalogue().cards(),
        providers.paid(),
        () -> DatabaseCheck.drifts(settings.place()));
  }

  private static Finding looked(Provider provider) throws InterruptedException {
    List<Provider.Look> looks = provider.look();
    String said = looks.stream().map(OperatorModule::said).collect(Collectors.joining("; "));
    return looks.stream().allMatch(Provider.Look::good)
        ? new Finding.Good(said)
        : new Finding.Broken(said, "Look at the key in .env, and at the account's page there.");
  }

  private static String said(Provider.Look look) {
    return look.account().isEmpty() ? look.said() : look.account() + ": " + look.said();
  }

  private Finding bucket() throws InterruptedException {
    try (Bucket bucket = StorageLayout.bucket(settings.bucket())) {
      String name = settings.bucket().bucket();
      String prefix = settings.bucket().prefix();
      return switch (BucketCheck.run(bucket, prefix, InstantSource.system())) {
        case BucketCheck.Found.Works(var links) when links ->
            new Finding.Good(name + " at " + bucket.server() + " can be used");
        case BucketCheck.Found.Works _ ->
            new Finding.Missing(
                name + " can be used, but these credentials cannot sign links to its files",
                "Use a service account's file for links to videos that are too large for a chat.");
        case BucketCheck.Found.Broken(var facts, var cure) -> new Finding.Broken(facts, cure);
      };
    } catch (UncheckedIOException e) {
      return e.getCause() instanceof BucketTrouble trouble
          ? new Finding.Broken(trouble.sentence(), trouble.cure())
          : new Finding.Broken("The bucket could not be tried: " + e, "See the log.");
    }
  }

  private Finding web() {
    return new Finding.Good(
        "http://"
            + settings.server().host()
            + ":"
            + settings.server().port()
            + (!settings.web().accessToken().isEmpty()
                ? ", with an access token"
                : ", for this machine alone"));
  }

  private Finding discord() {
    if (settings.discord().isEmpty()) {
      return new Finding.Missing(
          "off: no DISCORD_BOT_TOKEN",
          "Make an application at discord.com/developers and put its bot's token into .env.");
    }
    return switch (DiscordCheck.run(settings.discord().get())) {
      case DiscordCheck.Works works ->
          new Finding.Good(
              "%s, in %d servers, %d commands, %d shards, reads direct messages; add it by %s"
                  .formatted(
                      works.name(),
                      works.servers(),
                      works.commands(),
                      works.shards(),
                      works.invitation()));
      case DiscordCheck.WrongToken _ ->
          new Finding.Broken(
              "Discord does not know this token",
              "Reset it in the developer portal, page Bot, and put it into .env as"
                  + " DISCORD_BOT_TOKEN.");
      case DiscordCheck.Unreachable(var why) ->
          new Finding.Broken(
              "Discord cannot be reached: " + why, "Look at the network of this machine.");
    };
  }

  private Finding telegram() throws InterruptedException {
    if (settings.telegram().isEmpty()) {
      return new Finding.Missing(
          "off: no TELEGRAM_BOT_TOKEN",
          "Ask @BotFather on Telegram for a token and put it into .env.");
    }
    return switch (TelegramCheck.run(settings.telegram().get())) {
      case TelegramCheck.Works(var name) -> new Finding.Good("@" + name);
      case TelegramCheck.WrongToken _ ->
          new Finding.Broken(
              "Telegram does not know this token",
              "Ask @BotFather for the token and put it into .env as TELEGRAM_BOT_TOKEN.");
      case TelegramCheck.Unreachable(var why) ->
          new Finding.Broken(
              "Telegram cannot be reached: " + why, "Look at the network of this machine.");
    };
  }
}
