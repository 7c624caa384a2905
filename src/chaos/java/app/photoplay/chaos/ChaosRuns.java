package app.photoplay.chaos;

import app.photoplay.app.Folders;
import app.photoplay.assembly.Settings;
import app.photoplay.chaos.server.ServerChaos;
import app.photoplay.chaos.server.ServerSettings;
import app.photoplay.config.ConfigResult;
import app.photoplay.database.DatabaseSettings;
import app.photoplay.database.DatabaseUnusable;
import app.photoplay.database.PostgresSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;

/// `chaos` and the processes it starts.
final class ChaosRuns {
  private static final int DONE = 0;
  private static final int VIOLATED = 1;
  private static final int MENDABLE = 2;

  private final Path home;
  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;

  ChaosRuns(Path home, PrintStream out, PrintStream err, Map<String, String> environment) {
    this.home = home;
    this.out = out;
    this.err = err;
    this.environment = Map.copyOf(environment);
  }

  /// Does what was asked and answers with the exit code.
  int chaos(ChaosOptions options) {
    return switch (Settings.read(home, options.config().orElse(null), null, environment)) {
      case ConfigResult.Invalid<Settings> invalid -> {
        err.println(invalid.report());
        yield MENDABLE;
      }
      case ConfigResult.Valid<Settings>(var settings, _) -> {
        try {
          yield chaos(options, settings.database());
        } catch (DatabaseUnusable e) {
          err.println(e.getMessage());
          yield MENDABLE;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          yield VIOLATED;
        }
      }
    };
  }

  private int chaos(ChaosOptions options, DatabaseSettings database) throws InterruptedException {
    Optional<String> url = options.url().or(database::url);
    if (options.postgres() && url.isEmpty()) {
      err.println(
          "Name an empty PostgreSQL database, with --url jdbc:postgresql://.. or as database.url.");
      return MENDABLE;
    }
    Optional<PostgresSettings> server =
        options.postgres() ? url.map(database::server) : Optional.empty();
    long seed = options.seed().orElseGet(() -> ThreadLocalRandom.current().nextLong(1_000_000));
    Path work = folder();
    err.println("seed " + seed + ", logs and databases in " + work);
    try {
      Tally tally =
          options.server().isPresent()
              ? ServerChaos.run(server(options, options.server().get(), seed, work))
              : Chaos.run(
                  new ChaosSettings(
                      options.lasting(),
                      options.kills(),
                      options.freezes(),
                      options.cuts(),
                      options.workers(),
                      server,
                      seed,
                      Break.parse(options.broken()).orElseThrow(),
                      options.storeFaults(),
                      work,
                      ChaosMain.command()));
      tally.lines().forEach(out::println);
      if (tally.clean()) {
        Folders.delete(work);
      }
      return tally.clean() ? DONE : VIOLATED;
    } catch (IllegalArgumentException e) {
      err.println("The database is not empty: chaos needs one of its own.");
      return MENDABLE;
    }
  }

  private ServerSettings server(
      ChaosOptions options, ChaosOptions.Server server, long seed, Path work) {
    return new ServerSettings(
        options.lasting(),
        options.kills(),
        server.people(),
        server.troubles(),
        seed,
        work,
        List.of(server.launcher().orElse(home.resolve("photoplay")).toAbsolutePath().toString()));
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("photoplay-chaos");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int worker(String settings) {
    Leash leash = Leash.on(System.in);
    try {
      Worker.run(
          WorkerSettings.CODEC.decode(settings),
          environment.getOrDefault("DATABASE_PASSWORD", ""),
          leash,
          out,
          InstantSource.system());
      return DONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return VIOLATED;
    }
  }

  int provider(Path folder, long seed) {
    Leash.on(System.in);
    try (ProviderServer server = new ProviderServer(folder, seed)) {
      out.println("ready " + server.address());
      new CountDownLatch(1).await();
      return DONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return VIOLATED;
    }
  }
}
