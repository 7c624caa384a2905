package app.photoplay.chaos.server;

import app.photoplay.chaos.Tally;
import app.photoplay.testkit.FakeTelegram;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Runs a server amid people and [Troubles], lets it finish, and counts.
public final class ServerChaos {
  private static final Duration FIRST_ANSWER = Duration.ofMinutes(1);

  /// So long nothing may happen before it is certain that nothing will: an upload is waited for a
  /// minute when the platform has fallen silent, and a slow machine makes a video meanwhile.
  private static final Duration QUIET = Duration.ofMinutes(4);

  /// Videos take seconds of all cores, so only so many are made at a time.
  private static final int MOST_OPEN_ORDERS = 3;

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration BETWEEN_TROUBLES = Duration.ofSeconds(2);
  private static final int BETWEEN_WISHES_MILLIS = 1200;

  private final ServerSettings settings;
  private final FakeTelegram telegram;
  private final ServerProcess server;
  private final Chatters chatters;
  private final Visitors visitors;
  private volatile boolean over;

  private ServerChaos(ServerSettings settings, FakeTelegram telegram, ServerProcess server) {
    this.settings = settings;
    this.telegram = telegram;
    this.server = server;
    this.chatters = new Chatters(telegram, settings.work());
    this.visitors = new Visitors(server);
  }

  /// Runs to the end, which takes as long as the settings say, at least until each kind of trouble
  /// has come once, and as people then have to wait.
  ///
  /// @throws IllegalStateException when the server does not start at all
  public static Tally run(ServerSettings settings) throws InterruptedException {
    try (FakeTelegram telegram = FakeTelegram.start();
        ServerProcess server = ServerProcess.of(settings.command(), settings.work(), telegram)) {
      return new ServerChaos(settings, telegram, server).run();
    }
  }

  private Tally run() throws InterruptedException {
    server.start();
    Wish first = chatters.asks(Wish.Kind.WORDS);
    awaitEnd(List.of(first), FIRST_ANSWER);
    long idle = server.residentMegabytes();

    Troubles troubles = new Troubles(settings, server, telegram, chatters);
    Thread life = Thread.ofVirtual().name("life").start(this::live);
    long end = System.nanoTime() + settings.lasting().toNanos();
    while (!troubles.allCame()
        || settings
            .kills()
            .map(most -> troubles.kills() < most)
            .orElseGet(() -> System.nanoTime() - end < 0)) {
      troubles.next();
      // However many wrote at once, they are answered at the platform's rate.
      while (open(wishes()) > settings.people() / 2 && System.nanoTime() - end < 0) {
        Thread.sleep(LOOK);
      }
      Thread.sleep(BETWEEN_TROUBLES);
    }
    over = true;
    life.join();

    if (!server.alive()) {
      server.start();
    }
    awaitEnd(wishes(), QUIET);
    long last = server.residentMegabytes();
    visitors.close();
    boolean stopped = server.stop();
    return new Findings(settings, chatters.wishes(), List.copyOf(visitors.wishes()))
        .tally(troubles, idle, last, stopped);
  }

  private List<Wish> wishes() {
    return Stream.concat(chatters.wishes().stream(), visitors.wishes().stream())
        .map(Wish.class::cast)
        .toList();
  }

  /// Somebody always wants something, mostly something cheap.
  private void live() {
    SplittableRandom random = new SplittableRandom(settings.seed() + 1);
    try {
      while (!over) {
        wish(random.nextInt(100));
        Thread.sleep(random.nextInt(BETWEEN_WISHES_MILLIS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void wish(int luck) {
    boolean busy =
        wishes().stream().filter(it -> it.kind() != Wish.Kind.WORDS && !it.answered()).count()
            >= MOST_OPEN_ORDERS;
    if (luck < 15) {
      visitors.asks(luck < 3 && !busy ? Wish.Kind.VIDEO : Wish.Kind.WORDS);
    } else if (luck < 55 || busy) {
      chatters.asks(Wish.Kind.WORDS);
    } else if (luck < 70) {
      chatters.repeats();
    } else if (luck < 80) {
      chatters.asks(Wish.Kind.REFUSAL);
    } else if (luck < 90) {
      chatters.asks(Wish.Kind.CANCELLED);
    } else {
      chatters.asks(Wish.Kind.VIDEO);
    }
  }

  /// Waits until all wishes are over, or until none more has been for so long.
  static void awaitEnd(List<Wish> wishes, Duration quiet) throws InterruptedException {
    long before = -1;
    long since = System.nanoTime();
    while (System.nanoTime() - since < quiet.toNanos()) {
      long open = open(wishes);
      if (open == 0) {
        return;
      }
      if (open != before) {
        before = open;
        since = System.nanoTime();
      }
      Thread.sleep(LOOK);
    }
  }

  private static long open(List<Wish> wishes) {
    return wishes.stream().filter(Wish::taken).filter(it -> !it.over()).count();
  }
}
