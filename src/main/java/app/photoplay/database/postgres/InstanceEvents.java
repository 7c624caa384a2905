package app.photoplay.database.postgres;

import app.photoplay.database.Instance;
import app.photoplay.job.JobId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Passes on to the listener what happens among the instances, on a thread of its own: the reports
/// that this program lives must not wait for it.
final class InstanceEvents {
  private static final Logger log = LoggerFactory.getLogger(InstanceEvents.class);

  /// PostgreSQL takes 7,999 bytes in one message.
  private static final int LONGEST = 7_000;

  private static final Pattern SAID = Pattern.compile("[0-9]{1,19}(?: [0-9]{1,19})*+");

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("instance-work").daemon(true).factory());
  private final AtomicBoolean looking = new AtomicBoolean();
  private final AtomicBoolean searching = new AtomicBoolean();
  private volatile Instance.@Nullable Listener listener;
  private boolean warned;

  void start(Instance.Listener to) {
    listener = to;
  }

  void stop() throws InterruptedException {
    thread.shutdown();
    if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
      log.warn("what others left is still being taken up");
    }
  }

  void orphans() {
    once(searching, Instance.Listener::orphans);
  }

  void refresh() {
    once(looking, Instance.Listener::refresh);
  }

  void replaced() {
    pass(Instance.Listener::replaced);
  }

  /// Understands what another instance said: its name, then the jobs that have changed. Anybody who
  /// may use the database may say something on the channel; what no instance says is passed over.
  void heard(String text, long own) {
    List<Long> numbers = numbers(text);
    if (numbers.isEmpty()) {
      if (!warned) {
        warned = true;
        log.atWarn()
            .addKeyValue("bytes", text.length())
            .log("something else talks on the instances' channel of the database; it is ignored");
      }
      return;
    }
    if (numbers.getFirst() == own) {
      return;
    }
    for (long job : numbers.subList(1, numbers.size())) {
      pass(it -> it.changed(new JobId(job)));
    }
    refresh();
  }

  /// What [#texts] wrote; nothing when it was somebody else.
  private static List<Long> numbers(String text) {
    if (!SAID.matcher(text).matches()) {
      return List.of();
    }
    try {
      return Stream.of(text.split(" ")).map(Long::valueOf).toList();
    } catch (NumberFormatException e) {
      return List.of(); // too large
    }
  }

  /// The messages that say this, at least one.
  static List<String> texts(long own, List<Long> jobs) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder().append(own);
    for (long job : jobs) {
      if (text.length() > LONGEST) {
        texts.add(text.toString());
        text = new StringBuilder().append(own);
      }
      text.append(' ').append(job);
    }
    texts.add(text.toString());
    return texts;
  }

  private void once(AtomicBoolean pending, Consumer<Instance.Listener> call) {
    if (pending.compareAndSet(false, true)) {
      pass(it -> {
        pending.set(false);
        call.accept(it);
      });
    }
  }

  private void pass(Consumer<Instance.Listener> call) {
    run(() -> {
      Instance.Listener to = listener;
      if (to != null) {
        call.accept(to);
      }
    });
  }

  private void run(Runnable call) {
    try {
      thread.execute(() -> {
        try {
          call.run();
        } catch (RuntimeException e) {
          // The next look or search does it again.
          log.atWarn().setCause(e).log("what others left could not be taken up");
        }
      });
    } catch (RejectedExecutionException e) {
      log.atTrace().log("stopped");
    }
  }
}
