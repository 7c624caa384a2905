package app.photoplay.testkit;

import app.photoplay.chaos.PaidProvider;
import app.photoplay.chaos.PaidRequest;
import app.photoplay.job.PaidCall;
import app.photoplay.job.PaidCall.Found;
import app.photoplay.job.PaidCall.Sent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A provider in memory that takes everything, unless it was told what to answer next. Counts what
/// it would charge for.
public final class ScriptedProvider implements PaidProvider {

  /// What it does with the next submission.
  public enum Next {
    /// Takes it and says so.
    TAKE,
    /// Takes it, but the answer gets lost.
    TAKE_SILENTLY,
    /// The submission gets lost on its way.
    LOSE,
    /// Too many requests.
    BUSY,
    /// Says that it did not take it.
    NOT_TAKE
  }

  private final Deque<Next> script = new ArrayDeque<>();
  private final Map<String, String> operations = new HashMap<>();
  private int before;
  private final List<String> charged = new ArrayList<>();
  private final Set<String> done = new HashSet<>();
  private final Set<String> cancelled = new HashSet<>();
  private boolean allDone;

  public synchronized ScriptedProvider next(Next... next) {
    script.addAll(List.of(next));
    return this;
  }

  /// All work is finished at once.
  public synchronized ScriptedProvider quick() {
    allDone = true;
    return this;
  }

  /// No work is finished unless it is said.
  public synchronized void slow() {
    allDone = false;
  }

  public synchronized void finish(String operation) {
    done.add(operation);
  }

  /// Numbers its operations as if it had taken so many before.
  public synchronized ScriptedProvider after(int operations) {
    before = operations;
    return this;
  }

  /// The keys of all work that it took, in order, as often as it took it.
  public synchronized List<String> charged() {
    return List.copyOf(charged);
  }

  public synchronized Set<String> cancelled() {
    return Set.copyOf(cancelled);
  }

  @Override
  public synchronized Sent submit(String key, PaidRequest request) {
    PaidCall.Idempotency idempotency = request.idempotency();
    Next next = script.isEmpty() ? Next.TAKE : script.poll();
    return switch (next) {
      case TAKE -> new Sent.Accepted(take(key, idempotency));
      case TAKE_SILENTLY -> {
        take(key, idempotency);
        yield new Sent.Unclear(new IOException("the answer got lost"));
      }
      case LOSE -> new Sent.Unclear(new IOException("the question got lost"));
      case BUSY -> new Sent.Busy(Duration.ofSeconds(7));
      case NOT_TAKE -> new Sent.NotTaken(new IOException("connection refused"));
    };
  }

  private String take(String key, PaidCall.Idempotency idempotency) {
    if (idempotency == PaidCall.Idempotency.KEY && operations.containsKey(key)) {
      return operations.get(key);
    }
    String operation = "op-" + (charged.size() + 1 + before);
    charged.add(key);
    operations.put(key, operation);
    return operation;
  }

  @Override
  public synchronized Found find(String key) {
    String operation = operations.get(key);
    return operation == null ? new Found.Absent() : new Found.There(operation);
  }

  @Override
  public synchronized boolean done(String operation) {
    return allDone || done.contains(operation);
  }

  @Override
  public synchronized boolean cancel(String operation) {
    return cancelled.add(operation);
  }
}
