package app.photoplay.chaos.server;

import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.TelegramCall;
import app.photoplay.testkit.TelegramReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;

/// Brings one trouble after another over the server, each kind equally often, in an order that the
/// seed decides. One thread uses it.
final class Troubles {
  private static final int SOME = 300;
  private static final int MANY = 1000;
  private static final int LONGEST_OUTAGE_SECONDS = 15;
  private static final int LONGEST_AWAY_MILLIS = 2500;
  private static final Duration HELD = Duration.ofSeconds(10);

  private final ServerSettings settings;
  private final ServerProcess server;
  private final FakeTelegram telegram;
  private final Chatters chatters;
  private final SplittableRandom random;
  private final List<Trouble> ahead = new ArrayList<>();
  private final Map<Trouble, Integer> count = new EnumMap<>(Trouble.class);
  private Duration slowestHealth = Duration.ZERO;
  private int badStops;
  private int deaths;

  Troubles(
      ServerSettings settings, ServerProcess server, FakeTelegram telegram, Chatters chatters) {
    this.settings = settings;
    this.server = server;
    this.telegram = telegram;
    this.chatters = chatters;
    this.random = new SplittableRandom(settings.seed());
  }

  /// The next one, from its beginning to its end.
  void next() throws InterruptedException {
    if (ahead.isEmpty()) {
      ahead.addAll(settings.troubles());
      Collections.sort(ahead);
      Collections.shuffle(ahead, new Random(random.nextLong()));
    }
    if (!server.alive()) {
      deaths++;
      server.start();
    }
    Trouble trouble = ahead.removeFirst();
    count.merge(trouble, 1, Integer::sum);
    bring(trouble);
  }

  private void bring(Trouble trouble) throws InterruptedException {
    switch (trouble) {
      case KILL -> {
        server.kill();
        restart();
      }
      case STOP -> {
        if (!server.stop()) {
          badStops++;
        }
        restart();
      }
      case OUTAGE -> {
        orderSome();
        pause(600);
        outage(() -> pause(LONGEST_OUTAGE_SECONDS * 1000));
      }
      case OUTAGE_AND_KILL -> {
        orderSome();
        pause(600);
        outage(() -> {
          pause(LONGEST_OUTAGE_SECONDS * 500);
          server.kill();
          server.start();
          pause(LONGEST_OUTAGE_SECONDS * 500);
        });
      }
      case FLOOD -> {
        for (int i = 0; i < settings.people(); i++) {
          chatters.asks(Wish.Kind.WORDS);
        }
      }
      case SLOW_BODIES -> {
        Duration slowest = SlowBodies.hold(random.nextBoolean() ? SOME : MANY, HELD, server);
        slowestHealth = slowestHealth.compareTo(slowest) < 0 ? slowest : slowestHealth;
      }
      case ODD_UPDATES -> {
        for (int i = random.nextInt(5); i >= 0; i--) {
          OddUpdates.bring(telegram, random);
        }
        chatters.asks(Wish.Kind.WORDS);
      }
    }
  }

  private void restart() throws InterruptedException {
    pause(LONGEST_AWAY_MILLIS);
    server.start();
  }

  /// Somebody is in the middle of something.
  private void orderSome() {
    chatters.asks(Wish.Kind.WORDS);
    chatters.asks(Wish.Kind.VIDEO);
    chatters.repeats();
    chatters.asks(Wish.Kind.REFUSAL);
  }

  private interface Meanwhile {
    void goOn() throws InterruptedException;
  }

  private void outage(Meanwhile meanwhile) throws InterruptedException {
    int kind = random.nextInt(6);
    if (kind == 0) {
      telegram.vanishes();
      try {
        meanwhile.goOn();
      } finally {
        telegram.appears();
      }
      return;
    }
    TelegramReply reply =
        switch (kind) {
          case 1 -> TelegramReply.hangs();
          case 2 -> TelegramReply.cutsTheConnection();
          case 3 -> TelegramReply.tooManyRequests(3);
          default -> TelegramReply.badGateway();
        };
    // Often only a part of such a platform is away.
    boolean polls = random.nextBoolean();
    Function<TelegramCall, TelegramReply> how =
        call -> polls && call.method().equals("getupdates") ? TelegramReply.usual() : reply;
    telegram.breaksDown(how);
    try {
      meanwhile.goOn();
    } finally {
      telegram.recovers();
    }
  }

  private void pause(int longestMillis) throws InterruptedException {
    Thread.sleep(random.nextInt(longestMillis));
  }

  /// Whether each kind has come once.
  boolean allCame() {
    return count.keySet().containsAll(settings.troubles());
  }

  /// How often the server was killed.
  int kills() {
    return count(Trouble.KILL) + count(Trouble.OUTAGE_AND_KILL);
  }

  int count(Trouble trouble) {
    return count.getOrDefault(trouble, 0);
  }

  /// The longest that `/healthz` took while strangers held connections.
  Duration slowestHealth() {
    return slowestHealth;
  }

  /// How many stops did not end well.
  int badStops() {
    return badStops;
  }

  /// How often the server had ended by itself.
  int deaths() {
    return deaths;
  }
}
