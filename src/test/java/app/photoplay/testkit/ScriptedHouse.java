package app.photoplay.testkit;

import app.photoplay.budget.Money;
import app.photoplay.job.Failure;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall;
import app.photoplay.provider.Model;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A paid provider, in memory, of whatever its [Desk]s offer: it takes all work, and answers as it
/// is told to where a piece of work contains certain words. It goes on while the program that asks
/// it ends and is started again. Thread-safe.
public final class ScriptedHouse {
  private static final Duration POLL = Duration.ofSeconds(10);

  /// So long it works at what is late.
  public static final Duration LATE = Duration.ofMinutes(40);

  /// So often it is asked in vain for what is overdue.
  private static final int OVERDUE_LOOKS = 3;

  /// What becomes of one try to hand work over.
  public enum Answer {
    /// Takes it and makes it.
    WORKS,
    /// Takes it and makes it much later.
    WORKS_LATE,
    /// Takes it, and is given up before it is done.
    OVERDUE,
    /// Takes it, but the answer gets lost.
    LOSES_ANSWER,
    /// The question gets lost.
    LOSES_QUESTION,
    /// Too many requests.
    BUSY,
    /// Overloaded: takes nothing (503 before anything is read).
    OVERLOADED,
    /// Its rules forbid it.
    REFUSES,
    /// The same, and charges for the look.
    REFUSES_FOR_MONEY,
    /// Takes it, fails at it, and charges nothing.
    FAILS,
    /// Takes it, looks at what it made, finds that its rules forbid it, and charges nothing.
    HIDES
  }

  private final String name;
  private final PaidCall.Idempotency idempotency;
  private Consumer<String> passing = _ -> {};
  private final Map<String, Deque<Answer>> script = new LinkedHashMap<>();
  private final Map<String, String> operations = new HashMap<>();
  private final Map<String, Taken> work = new HashMap<>();
  private final List<String> taken = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final Set<String> delivered = new HashSet<>();
  private int mostAtOnce;
  private Money estimates = Money.ZERO;

  private record Taken(String what, Answer answer, int number) {}

  /// A house that knows nobody's work yet.
  public ScriptedHouse(String name, PaidCall.Idempotency idempotency) {
    this.name = name;
    this.idempotency = idempotency;
  }

  /// Answers so to work that contains the words, one answer after the other; the last one stays.
  public synchronized ScriptedHouse when(String words, Answer... inTurn) {
    script.put(words, new ArrayDeque<>(Arrays.asList(inTurn)));
    return this;
  }

  /// Tells the name of each point right before and after a call from now on.
  public void passing(Consumer<String> points) {
    passing = points;
  }

  public String name() {
    return name;
  }

  public Lane lane() {
    return new Lane(name);
  }

  /// All work that it took and charges for, as often as it took it.
  public synchronized List<String> taken() {
    return List.copyOf(taken);
  }

  /// The same with these words in it.
  public synchronized long taken(String words) {
    return taken.stream().filter(what -> what.contains(words)).count();
  }

  /// How often it was asked for such work.
  public synchronized long asked(String words) {
    return asked.stream().filter(what -> what.contains(words)).count();
  }

  /// How much work it had at most at a time.
  public synchronized int mostAtOnce() {
    return mostAtOnce;
  }

  /// What its staff finds under a key.
  public synchronized PaidCall.Found find(String key) {
    String operation = operations.get(key);
    return operation == null ? new PaidCall.Found.Absent() : new PaidCall.Found.There(operation);
  }

  private synchronized PaidCall.Sent send(String key, String what, Money estimate) {
    asked.add(what);
    if (operations.containsKey(key) && idempotency == PaidCall.Idempotency.KEY) {
      return new PaidCall.Sent.Accepted(operations.get(key));
    }
    Answer answer = answer(what);
    return switch (answer) {
      case WORKS, WORKS_LATE, OVERDUE, FAILS, HIDES ->
          new PaidCall.Sent.Accepted(take(key, what, answer, estimate));
      case LOSES_ANSWER -> {
        take(key, what, answer, estimate);
        yield new PaidCall.Sent.Unclear(new IOException("the answer got lost"));
      }
      case LOSES_QUESTION -> new PaidCall.Sent.Unclear(new IOException("the question got lost"));
      case BUSY -> new PaidCall.Sent.Busy(Duration.ofSeconds(7));
      case OVERLOADED -> new PaidCall.Sent.NotTaken(new IOException("503"));
      case REFUSES -> new PaidCall.Sent.Refused(new Failure(Failure.Code.POLICY), Money.ZERO);
      case REFUSES_FOR_MONEY ->
          new PaidCall.Sent.Refused(new Failure(Failure.Code.POLICY), estimate);
    };
  }

  private Answer answer(String what) {
    return script.entrySet().stream()
        .filter(line -> what.contains(line.getKey()))
        .map(Map.Entry::getValue)
        .map(answers -> answers.size() > 1 ? answers.pop() : answers.element())
        .findFirst()
        .orElse(Answer.WORKS);
  }

  private String take(String key, String what, Answer answer, Money estimate) {
    taken.add(what);
    String operation = name + "-" + key + "-" + taken.size();
    operations.put(key, operation);
    work.put(operation, new Taken(what, answer, taken.size()));
    estimates = estimates.plus(estimate);
    mostAtOnce = Math.max(mostAtOnce, taken.size() - delivered.size());
    return operation;
  }

  /// What it was promised for all that it took.
  public synchronized Money promised() {
    return estimates;
  }

  /// One thing that the house makes, behind the port for it.
  ///
  /// @param <N> what is needed
  /// @param <P> the prompt
  /// @param <T> the result
  public abstract class Desk<N, P, T> implements Model<N, P, T>, Work.Paid<P, T> {
    private final Map<String, P> prompts = new ConcurrentHashMap<>();
    private final Map<String, Integer> looks = new HashMap<>();

    /// What the work is, in words.
    protected abstract String what(P prompt);

    /// Makes it.
    protected abstract T make(P prompt) throws IOException;

    @Override
    public String provider() {
      return name;
    }

    @Override
    public Lane lane() {
      return ScriptedHouse.this.lane();
    }

    @Override
    public Work<P, T> work() {
      return this;
    }

    @Override
    public PaidCall order(P prompt, Uploads uploads, Money estimate) {
      return new Call(what(prompt), estimate, operation -> prompts.putIfAbsent(operation, prompt));
    }

    @Override
    public Result<T> poll(String operation, Supplier<Optional<P>> prompt) {
      Taken taken;
      synchronized (ScriptedHouse.this) {
        taken = work.get(operation);
        if (taken == null) {
          throw new AssertionError("another provider's operation: " + operation);
        }
        int look = looks.merge(operation, 1, Integer::sum);
        if (taken.answer() == Answer.OVERDUE && look <= OVERDUE_LOOKS) {
          return new Result.Refused<>(Failure.Code.PROVIDER_LATE);
        }
        long wanted = taken.answer() == Answer.WORKS_LATE ? LATE.dividedBy(POLL) : 1;
        if (look <= wanted) {
          return new Result.Running<>(OptionalDouble.empty(), POLL);
        }
        delivered.add(operation);
      }
      return switch (taken.answer()) {
        case FAILS -> new Result.Refused<>(Failure.Code.PROVIDER_BROKEN);
        case HIDES -> new Result.Refused<>(Failure.Code.POLICY);
        default -> made(operation);
      };
    }

    private Result<T> made(String operation) {
      try {
        return new Result.Ready<>(make(Objects.requireNonNull(prompts.get(operation))));
      } catch (IOException e) {
        return new Result.Broken<>(e);
      }
    }
  }

  private final class Call implements PaidCall {
    private final String what;
    private final Money estimate;
    private final Consumer<String> remember;

    private Call(String what, Money estimate, Consumer<String> remember) {
      this.what = what;
      this.estimate = estimate;
      this.remember = remember;
    }

    @Override
    public String provider() {
      return name;
    }

    @Override
    public Idempotency idempotency() {
      return idempotency;
    }

    @Override
    public Money estimate() {
      return estimate;
    }

    @Override
    public Duration timeout() {
      return Duration.ofSeconds(5);
    }

    @Override
    public Sent send(String key) {
      passing.accept("before send to " + name);
      Sent sent = ScriptedHouse.this.send(key, what, estimate);
      if (ScriptedHouse.this.find(key) instanceof Found.There(var operation)) {
        remember.accept(operation);
      }
      passing.accept("after send to " + name);
      return sent;
    }

    @Override
    public Found find(String key, Instant since) {
      passing.accept("before find at " + name);
      Found found = ScriptedHouse.this.find(key);
      passing.accept("after find at " + name);
      return found;
    }
  }
}
