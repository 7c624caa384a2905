package app.photoplay.engine;

import app.photoplay.chaos.PaidProvider;
import app.photoplay.chaos.PaidRequest;
import app.photoplay.job.PaidCall.Found;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.testkit.SettableTime;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/// A provider on a bad line: questions and answers get lost, it is busy or refuses, and the program
/// that asks may end before or after it has taken the work.
final class UncertainProvider implements PaidProvider {
  private static final int TAKES_TIME = 3;

  private final Random random;
  private final SettableTime time;
  private final Map<String, String> operations = new HashMap<>();
  private final Map<String, Integer> charged = new HashMap<>();
  private final Map<String, Integer> asked = new HashMap<>();
  boolean troubled;

  UncertainProvider(Random random, SettableTime time) {
    this.random = random;
    this.time = time;
  }

  int charged(String key) {
    return charged.getOrDefault(key, 0);
  }

  /// How often each key was charged; one entry that is 1 when nothing was, to be comparable.
  Map<String, Integer> all() {
    return charged.isEmpty() ? Map.of("nothing", 1) : charged;
  }

  @Override
  public Sent submit(String key, PaidRequest request) {
    int dice = troubled ? random.nextInt(100) : 99;
    if (dice < 8) {
      return new Sent.Busy(Duration.ofSeconds(1 + random.nextInt(5)));
    }
    if (dice < 14) {
      return new Sent.NotTaken(new IOException("connection refused"));
    }
    if (dice < 24) {
      time.advance(Duration.ofSeconds(random.nextInt(8)));
      return new Sent.Unclear(new IOException("the question got lost"));
    }
    if (dice < 32) {
      throw new CrashingStore.Crash();
    }
    String operation = take(key, request.idempotency());
    if (dice < 44) {
      throw new CrashingStore.Crash();
    }
    return dice < 56
        ? new Sent.Unclear(new IOException("the answer got lost"))
        : new Sent.Accepted(operation);
  }

  private String take(String key, Idempotency idempotency) {
    if (idempotency == Idempotency.KEY && operations.containsKey(key)) {
      return operations.get(key);
    }
    charged.merge(key, 1, Integer::sum);
    String operation = "operation-" + key + "-" + charged.get(key);
    operations.put(key, operation);
    return operation;
  }

  @Override
  public Found find(String key) {
    if (troubled && random.nextInt(10) == 0) {
      return new Found.Unclear(new IOException("no answer"));
    }
    String operation = operations.get(key);
    return operation == null ? new Found.Absent() : new Found.There(operation);
  }

  @Override
  public boolean done(String operation) {
    return asked.merge(operation, 1, Integer::sum) > TAKES_TIME;
  }

  @Override
  public boolean cancel(String operation) {
    return random.nextBoolean();
  }
}
