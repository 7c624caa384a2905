package app.photoplay.provider.runway;

import app.photoplay.budget.Money;
import app.photoplay.job.Failure;
import app.photoplay.job.JobKind.Cancelling;
import app.photoplay.job.PaidCall;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.PollPlan;
import app.photoplay.provider.remote.file.Stills;
import app.photoplay.provider.remote.file.Wanted;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.remote.http.Fetcher;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;

/// Work at Runway, whatever it is: a task that is ordered, asked for and stopped. Thread-safe.
///
/// @param plan when it is asked for
record RunwayTask(RunwayAccount account, Fetcher fetcher, Workshop workshop, PollPlan plan) {
  /// Nobody may ask for a task more often than that.
  private static final Duration FIRST = Duration.ofSeconds(6);

  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final long MOST_BYTES = 500L << 20;

  RunwayTask(RunwayAccount account, Fetcher fetcher, Workshop workshop, Duration deadline) {
    this(account, fetcher, workshop, new PollPlan(FIRST, LONGEST, deadline));
  }

  Stills stills() {
    return workshop.stills();
  }

  /// Makes of a file that was fetched what was ordered.
  @FunctionalInterface
  interface Finish<P, T> {
    T make(Path file, P prompt) throws IOException, InterruptedException;
  }

  /// The call that orders a task.
  ///
  /// @param more to be written down with it
  PaidCall order(String path, ObjectNode body, Money estimate, Map<String, String> more) {
    return account
        .remote()
        .call(
            estimate,
            RunwayAccount.TIMEOUT,
            _ -> {
              JsonNode task = account.order(path, body, estimate);
              String id = task.path("id").asText("");
              if (id.isEmpty()) {
                throw new IOException("a task without a name");
              }
              long now = account.remote().now().toEpochMilli();
              return new Operation(id, now, noted(more, task, estimate)).toString();
            });
  }

  /// What it may cost, for refusals that do not say what they cost.
  private static Map<String, String> noted(
      Map<String, String> more, JsonNode task, Money estimate) {
    JsonNode credits = task.path("estimatedCost").path("credits");
    Money most = credits.isNumber() ? RunwayAccount.money(credits) : estimate;
    Map<String, String> noted = new HashMap<>(more);
    noted.put("most", String.valueOf(most.microUsd()));
    return noted;
  }

  /// Asks for a video, and takes it.
  <P> Result<Render> video(
      Operation operation, Supplier<Optional<P>> prompt, Function<P, Wanted> wanted)
      throws InterruptedException {
    return poll(
        operation,
        prompt,
        ".mp4",
        (file, ordered) -> workshop.conformer().conform(file, wanted.apply(ordered)));
  }

  /// Asks for it, and takes what it made.
  <P, T> Result<T> poll(
      Operation operation, Supplier<Optional<P>> prompt, String ending, Finish<P, T> finish)
      throws InterruptedException {
    return account
        .remote()
        .result(() -> {
          JsonNode task = task(operation);
          return switch (task.path("status").asText("")) {
            case "SUCCEEDED" -> finished(operation, task, prompt, ending, finish);
            case "FAILED" -> throw failed(operation, task).thrown();
            case "CANCELLED" ->
                throw new Fault.Broken("cancelled", cost(task).orElse(Money.ZERO)).thrown();
            case "RUNNING" -> plan.running(operation, account.remote().now(), fraction(task));
            default -> plan.running(operation, account.remote().now());
          };
        });
  }

  private JsonNode task(Operation operation) throws IOException {
    return account.get("/v1/tasks/" + operation.id());
  }

  private static OptionalDouble fraction(JsonNode task) {
    JsonNode progress = task.path("progress");
    return progress.isNumber()
        ? OptionalDouble.of(Math.clamp(progress.asDouble(), 0, 1))
        : OptionalDouble.empty();
  }

  private static Fault failed(Operation operation, JsonNode task) {
    String code = task.path("failureCode").asText("");
    // what is forbidden at the entrance is charged like what was made
    boolean input =
        code.startsWith("SAFETY.INPUT") || code.startsWith("INPUT_PREPROCESSING.SAFETY");
    Money charged = cost(task).orElse(input ? most(operation) : Money.ZERO);
    return RunwayFaults.of(code, task.path("failure").asText(""), charged);
  }

  private static Money most(Operation operation) {
    return Money.ofMicroUsd(Long.parseLong(operation.more().getOrDefault("most", "0")));
  }

  /// What it really costs; empty where that is not stated.
  private static Optional<Money> cost(JsonNode task) {
    JsonNode credits = task.path("cost").path("credits");
    return credits.isNumber() ? Optional.of(RunwayAccount.money(credits)) : Optional.empty();
  }

  private <P, T> Result<T> finished(
      Operation operation,
      JsonNode task,
      Supplier<Optional<P>> prompt,
      String ending,
      Finish<P, T> finish)
      throws IOException, InterruptedException {
    Optional<Money> cost = cost(task);
    Optional<P> ordered = prompt.get();
    if (ordered.isEmpty()) {
      return new Result.Refused<>(
          new Failure(Failure.Code.FILE_GONE), cost.orElse(most(operation)));
    }
    Path file = fetched(operation, output(task), ending);
    T made = finish.make(file, ordered.get());
    return cost.<Result<T>>map(it -> new Result.Charged<>(made, it))
        .orElseGet(() -> new Result.Ready<>(made));
  }

  private Path fetched(Operation operation, String address, String ending) throws IOException {
    Path file = workshop.file(ending);
    try {
      fetch(address, file, ending);
    } catch (Fault.Thrown e) {
      // addresses grow old, and the task has a new one each time it is asked for
      String renewed = e.fault() instanceof Fault.Gone ? output(task(operation)) : address;
      if (renewed.equals(address)) {
        throw e;
      }
      fetch(renewed, file, ending);
    }
    return file;
  }

  private void fetch(String address, Path file, String ending) throws IOException {
    Fetcher.Media media = ending.equals(".mp4") ? Fetcher.Media.VIDEO : Fetcher.Media.SOUND;
    fetcher.fetch(address, Map.of(), file, media, MOST_BYTES);
  }

  private static String output(JsonNode task) throws Fault.Thrown {
    String address = task.path("output").path(0).asText("");
    if (address.isEmpty()) {
      throw new Fault.Output("a task that succeeded without a result").thrown();
    }
    return address;
  }

  /// Stops it, as long as it goes on.
  Cancelling cancel(Operation operation) throws InterruptedException {
    Result<Cancelling> result =
        account.remote().result(() -> new Result.Ready<>(stopped(operation)));
    return result instanceof Result.Ready(var cancelling) ? cancelling : new Cancelling.RunsOut();
  }

  private Cancelling stopped(Operation operation) throws IOException {
    if (isOver(task(operation))) {
      // to delete it now would only take its result away
      return new Cancelling.RunsOut();
    }
    account.delete("/v1/tasks/" + operation.id());
    JsonNode after = task(operation);
    Optional<Money> cost = cost(after);
    return cost.isPresent() && after.path("status").asText("").equals("CANCELLED")
        ? new Cancelling.Stopped(cost.get())
        : new Cancelling.RunsOut();
  }

  private static boolean isOver(JsonNode task) {
    return switch (task.path("status").asText("")) {
      case "SUCCEEDED", "FAILED", "CANCELLED" -> true;
      default -> false;
    };
  }
}
