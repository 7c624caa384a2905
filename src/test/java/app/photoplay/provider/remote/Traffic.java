package app.photoplay.provider.remote;

import app.photoplay.provider.remote.FakeApi.Call;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Many orders at once at a fake, one request in ten of which goes wrong: too many requests, a
/// server that fails, a connection that is cut before or after the work was taken, work that fails.
/// It counts what goes on at a time. Thread-safe.
public final class Traffic {
  private static final double FAULTS = 0.1;

  /// What fal's addresses of files end with, before their names.
  private static final String FILES = "/files/b/";

  /// Work is asked for so often before it is done.
  private static final int LOOKS = 2;

  /// So long takes work whose result comes with the answer to its order.
  private static final Duration AT_ONCE = Duration.ofMillis(150);

  private final Random random;
  private final String constant;
  private final Optional<Words> words;

  // guarded by this
  private final Map<String, Work> works = new HashMap<>();
  private final Map<String, Integer> open = new HashMap<>();
  private final Map<String, Integer> most = new TreeMap<>();
  private final Map<String, Integer> faults = new TreeMap<>();
  private int orders;

  /// How a provider says what becomes of work.
  ///
  /// @param running that it goes on, at [Step#STATUS]
  /// @param where it says that it failed
  /// @param failed that it failed
  public record Words(Answer running, Step where, Answer failed) {}

  /// Traffic at a fake.
  ///
  /// @param constant what the fake calls all work; empty where it tells one from another
  /// @param words empty where results come with the answer to an order
  public Traffic(long seed, String constant, Optional<Words> words) {
    this.random = new Random(seed);
    this.constant = constant;
    this.words = words;
  }

  /// Work that was taken.
  private static final class Work {
    private final String name;
    private final String model;
    private final String account;
    private final String asked;
    private final boolean fails;
    private boolean told;
    private boolean heard;
    private boolean counted;
    private boolean over;
    private int looks;

    private Work(String name, Call call, boolean fails, boolean heard) {
      this.name = name;
      this.model = model(call);
      this.account = account(call);
      this.asked = call.text();
      this.fails = fails;
      this.told = heard;
      this.heard = heard;
    }
  }

  /// What becomes of an order.
  private enum Lot {
    GOOD,
    BUSY,
    BROKEN,
    QUESTION_LOST,
    ANSWER_LOST,
    FAILS
  }

  /// Answers a request.
  ///
  /// @param usual does what is asked for
  Answer answer(Call call, Function<Call, Answer> usual) {
    Call plain = call.at(known(call.path()));
    return switch (call.step()) {
      case ORDER -> order(plain, usual);
      case STATUS -> status(call, plain, usual);
      case RESULT -> result(call, plain, usual);
      case UPLOAD -> trouble(call).orElseGet(() -> ofItsOwn(usual.apply(plain)));
      case MEDIA, OTHER -> trouble(call).orElseGet(() -> usual.apply(plain));
    };
  }

  /// A path as the fake knows it.
  String known(String path) {
    return constant.isEmpty() ? path : path.replaceAll(Pattern.quote(constant) + "-\\d+", constant);
  }

  /// No two files are called the same.
  private Answer ofItsOwn(Answer answer) {
    return answer instanceof Answer.Whole whole
        ? whole.saying(FILES, FILES + number() + "-")
        : answer;
  }

  private synchronized int number() {
    return ++orders;
  }

  private Answer order(Call call, Function<Call, Answer> usual) {
    Lot lot = lot();
    return switch (lot) {
      case BUSY -> Answer.busy(1);
      case BROKEN -> Answer.json(500, "{}");
      case QUESTION_LOST -> new Answer.Cut();
      case GOOD, FAILS, ANSWER_LOST -> {
        Answer answer = taken(call, usual, lot);
        yield lot == Lot.ANSWER_LOST ? new Answer.Cut() : answer;
      }
    };
  }

  private synchronized Lot lot() {
    Lot[] all = Lot.values();
    boolean good = random.nextDouble() >= FAULTS;
    // nothing can fail later where the answer is the result
    Lot lot = good ? Lot.GOOD : all[1 + random.nextInt(words.isEmpty() ? 4 : 5)];
    if (!good) {
      faults.merge("order " + lot, 1, Integer::sum);
    }
    return lot;
  }

  private Answer taken(Call call, Function<Call, Answer> usual, Lot lot) {
    Answer.Whole answer = (Answer.Whole) named(usual.apply(call), number());
    Work work = new Work(FakeApi.name(answer), call, lot == Lot.FAILS, lot != Lot.ANSWER_LOST);
    synchronized (this) {
      works.put(work.name, work);
      if (work.heard || words.isEmpty()) {
        begins(work);
      }
    }
    if (words.isEmpty()) {
      pause();
      ends(work);
    }
    return answer;
  }

  private static void pause() {
    try {
      Thread.sleep(AT_ONCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer named(Answer answer, int number) {
    return constant.isEmpty() || !(answer instanceof Answer.Whole whole)
        ? answer
        : whole.saying(constant, constant + "-" + number);
  }

  private Answer status(Call call, Call plain, Function<Call, Answer> usual) {
    Optional<Answer> trouble = trouble(call);
    if (trouble.isPresent()) {
      return trouble.get();
    }
    Work work = work(call);
    Words said = words.orElseThrow();
    synchronized (this) {
      if (!work.heard) {
        work.heard = true; // a person has told the program what it is called
        begins(work);
      }
      work.looks++;
      if (work.looks < LOOKS) {
        return said.running();
      }
    }
    ends(work);
    return work.fails && said.where() == Step.STATUS
        ? said.failed()
        : again(usual.apply(plain), work);
  }

  private Answer result(Call call, Call plain, Function<Call, Answer> usual) {
    Optional<Answer> trouble = trouble(call);
    if (trouble.isPresent()) {
      return trouble.get();
    }
    boolean fails = words.filter(it -> it.where() == Step.RESULT).isPresent() && work(call).fails;
    return fails ? words.orElseThrow().failed() : usual.apply(plain);
  }

  /// An answer about work that calls it by its own name.
  private Answer again(Answer answer, Work work) {
    return constant.isEmpty() || !(answer instanceof Answer.Whole whole)
        ? answer
        : whole.saying(constant, work.name);
  }

  private synchronized Optional<Answer> trouble(Call call) {
    if (random.nextDouble() >= FAULTS) {
      return Optional.empty();
    }
    int which = random.nextInt(3);
    faults.merge(call.step() + " " + List.of("BUSY", "BROKEN", "CUT").get(which), 1, Integer::sum);
    return Optional.of(
        switch (which) {
          case 0 -> Answer.busy(1);
          case 1 -> Answer.json(500, "{}");
          default -> new Answer.Cut();
        });
  }

  private synchronized Work work(Call call) {
    String asked = call.path() + " " + call.text();
    return works.values().stream()
        .filter(it -> asked.contains(it.name))
        .max((one, other) -> Integer.compare(one.name.length(), other.name.length()))
        .orElseThrow(() -> new AssertionError("nobody ordered " + asked));
  }

  private void begins(Work work) {
    work.counted = true;
    for (String where : List.of("account " + work.account, "model " + work.model)) {
      int now = open.merge(where, 1, Integer::sum);
      most.merge(where, now, Math::max);
    }
  }

  private synchronized void ends(Work work) {
    if (work.counted && !work.over) {
      open.merge("account " + work.account, -1, Integer::sum);
      open.merge("model " + work.model, -1, Integer::sum);
    }
    work.over = true;
  }

  private static String model(Call call) {
    boolean json = call.text().startsWith("{");
    return json ? call.json().path("model").asText(call.path()) : call.path();
  }

  private static String account(Call call) {
    String key = call.header("authorization") + call.header("xi-api-key");
    return key.substring(Math.max(0, key.length() - 4));
  }

  /// How much work of each account and model went on at most at a time. What the program cannot
  /// know of does not count.
  public synchronized Map<String, Integer> mostAtOnce() {
    return Map.copyOf(most);
  }

  /// What went wrong, and how often.
  public synchronized Map<String, Integer> faults() {
    return new TreeMap<>(faults);
  }

  /// How much work was taken.
  public synchronized int taken() {
    return works.size();
  }

  /// Work whose result was told.
  ///
  /// @param asked the body of its order
  public record Made(String model, String asked) {}

  /// All of it.
  public synchronized List<Made> made() {
    return works.values().stream()
        .filter(it -> it.heard && it.over && !it.fails)
        .map(it -> new Made(it.model, it.asked))
        .toList();
  }

  /// Work that was taken.
  ///
  /// @param asked the body of its order
  public record Taken(String name, String asked) {}

  /// All of it, whether anybody heard of it or not.
  public synchronized List<Taken> all() {
    return works.values().stream().map(it -> new Taken(it.name, it.asked)).toList();
  }

  /// Says, as the provider's staff, what work is called that was taken and of which nobody heard.
  ///
  /// @param which whether that is the order which is meant
  public synchronized Optional<String> unheard(Predicate<String> which) {
    List<Work> found =
        works.values().stream().filter(it -> !it.told && which.test(it.asked)).toList();
    if (found.size() > 1) {
      throw new AssertionError(found.size() + " are meant");
    }
    found.forEach(it -> {
      it.told = true;
      it.heard |= words.isEmpty();
    });
    return found.stream().map(it -> it.name).findFirst();
  }
}
