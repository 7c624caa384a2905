package app.photoplay.app;

import app.photoplay.assembly.Bot;
import app.photoplay.database.Database;
import app.photoplay.operator.IdleMemory;
import app.photoplay.server.WebServer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A bot that runs until a signal ends the program.
final class Service {
  private static final Logger log = LoggerFactory.getLogger(Service.class);
  private static final int DONE = 0;
  private static final int OUR_FAULT = 1;
  private static final Duration GRACE = Duration.ofSeconds(18);

  private final WebServer web;
  private final Bot bot;
  private final Database database;

  Service(WebServer web, Bot bot, Database database) {
    this.web = web;
    this.bot = bot;
    this.database = database;
  }

  /// Starts the bot and waits. A signal stops everything in order and ends the program with 0, or
  /// with 1 when stopping failed.
  ///
  /// @throws RuntimeException when it could not start; the exit code is then the caller's
  int run(Runnable ready) throws InterruptedException {
    Thread onSignal =
        Thread.ofPlatform()
            .name("stop")
            // The JVM alone would answer 143 to SIGTERM although everything ended well.
            .unstarted(() -> Runtime.getRuntime().halt(stop() ? DONE : OUR_FAULT));
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      bot.start();
      log.info("ready: web chat on {}", web.address());
      ready.run();
      IdleMemory.watch();
      new CountDownLatch(1).await();
      return DONE;
    } catch (RuntimeException | Error | InterruptedException e) {
      withdraw(onSignal);
      throw e;
    }
  }

  /// What failed by itself must not end as if it had been told to stop.
  private static void withdraw(Thread onSignal) {
    try {
      Runtime.getRuntime().removeShutdownHook(onSignal);
    } catch (IllegalStateException signalled) {
      log.atDebug().log("a signal ends the program already");
    }
  }

  private boolean stop() {
    try {
      log.info("stopping");
      bot.stop(GRACE);
      web.close();
      database.close();
      log.info("stopped");
      return true;
    } catch (InterruptedException | RuntimeException e) {
      log.atError().setCause(e).log("the program did not stop well; the next start takes over");
      return false;
    }
  }
}
