package app.photoplay.provider.fal;

import app.photoplay.budget.Money;
import app.photoplay.job.JobKind.Cancelling;
import app.photoplay.provider.Result;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.PollPlan;
import app.photoplay.provider.remote.Remote;
import app.photoplay.provider.remote.hook.Callbacks;
import app.photoplay.provider.remote.http.Fetcher;
import app.photoplay.provider.remote.http.Http;
import app.photoplay.provider.remote.http.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.Request;
import okhttp3.RequestBody;

/// fal's queue under one of the operator's keys: work is handed in, asked for, and taken. There is
/// no word for work that failed: it is `COMPLETED`, and its result is an error. Thread-safe.
final class FalQueue {
  static final Duration ORDER = Duration.ofSeconds(30);
  private static final Duration QUESTION = Duration.ofSeconds(30);
  private static final Duration SOON = Duration.ofSeconds(3);
  private static final Duration SELDOM = Duration.ofSeconds(10);
  private static final int FORBIDDEN = 403;
  private static final int UNAUTHORIZED = 401;

  /// How long fal keeps what it makes, which is fetched as soon as it is there.
  private static final String ONE_DAY = "{\"expiration_duration_seconds\":86400}";

  /// No work has this name.
  private static final String NO_WORK = "00000000-0000-0000-0000-000000000000";

  private final URI base;
  private final Http http;
  private final Fetcher fetcher;
  private final Remote remote;
  private final Callbacks callbacks;

  /// @param callbacks where fal shall say that work is done
  FalQueue(URI base, Http http, Fetcher fetcher, Remote remote, Callbacks callbacks) {
    this.base = base;
    this.http = http;
    this.fetcher = fetcher;
    this.remote = remote;
    this.callbacks = callbacks;
  }

  Remote remote() {
    return remote;
  }

  Fetcher fetcher() {
    return fetcher;
  }

  /// Hands work in, once.
  ///
  /// @param key see [app.photoplay.job.PaidCall#send]
  /// @return see [Operation]
  String submit(ModelCard card, JsonNode body, String key) throws IOException {
    Request request =
        request(base + "/" + card.id() + called(key))
            .header("X-Fal-Object-Lifecycle-Preference", ONE_DAY)
            .post(Http.body(body))
            .build();
    Reply reply = http.order(request, ORDER);
    Instant now = remote.now();
    if (!reply.ok()) {
      throw FalFaults.ofOrder(reply, now).thrown();
    }
    JsonNode taken = reply.object();
    String id = taken.path("request_id").asText();
    if (id.isEmpty()) {
      throw new IOException("an answer without the work's name");
    }
    return new Operation(id, now.toEpochMilli(), addresses(card, id, taken)).toString();
  }

  private String called(String key) {
    return callbacks
        .address(Fal.NAME, key)
        .map(it -> "?fal_webhook=" + URLEncoder.encode(it, StandardCharsets.UTF_8))
        .orElse("");
  }

  /// The addresses that fal gave, as far as they lie at the server that is set; else those that
  /// they would be: below the first two parts of the model's name.
  private Map<String, String> addresses(ModelCard card, String id, JsonNode taken) {
    String home = home(card, id);
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("status", checked(taken, "status_url").orElse(home + "/status"));
    addresses.put("result", checked(taken, "response_url").orElse(home));
    addresses.put("cancel", checked(taken, "cancel_url").orElse(home + "/cancel"));
    return addresses;
  }

  private String home(ModelCard card, String id) {
    String[] parts = card.id().split("/", -1);
    return base + "/" + parts[0] + "/" + parts[1] + "/requests/" + id;
  }

  private Optional<String> checked(JsonNode taken, String field) {
    return Optional.of(taken.path(field).asText()).filter(it -> it.startsWith(base + "/"));
  }

  /// Takes the result out of what a model answers.
  @FunctionalInterface
  interface Taking<T> {
    Result<T> take(JsonNode result) throws IOException, InterruptedException;
  }

  /// Asks how far work is, and takes its result when it is there.
  <T> Result<T> poll(ModelCard card, String operation, Taking<T> taking)
      throws InterruptedException {
    return remote.result(() -> {
      Operation work = Operation.parse(operation);
      Reply status = http.ask(request(address(card, work, "status", "/status")).build(), QUESTION);
      Instant now = remote.now();
      if (!status.ok()) {
        throw FalFaults.ofQuestion(status, now).thrown();
      }
      if (!status.object().path("status").asText().equals("COMPLETED")) {
        return new PollPlan(SOON, SELDOM, card.deadline()).running(work, now);
      }
      Reply result = http.ask(request(address(card, work, "result", "")).build(), QUESTION);
      if (!result.ok()) {
        throw FalFaults.ofQuestion(result, now).thrown();
      }
      return taking.take(result.object());
    });
  }

  private String address(ModelCard card, Operation work, String which, String ending) {
    String known = work.more().get(which);
    return known == null ? home(card, work.id()) + ending : known;
  }

  /// The address of the file that a model made.
  static String file(JsonNode result, String kind) throws Fault.Thrown {
    String address = result.path(kind).path("url").asText();
    if (address.isEmpty()) {
      throw new Fault.Output("a result without " + kind).thrown();
    }
    return address;
  }

  /// Takes work back that nobody has begun; what is being done is stopped too, and may be charged.
  Cancelling cancel(ModelCard card, String operation) throws InterruptedException {
    Operation work = Operation.parse(operation);
    Request question = request(address(card, work, "status", "/status")).build();
    Request cancel =
        request(address(card, work, "cancel", "/cancel"))
            .put(RequestBody.create(new byte[0], Http.JSON))
            .build();
    Result<Boolean> unbegun =
        remote.result(() -> {
          String status = http.ask(question, QUESTION).json().path("status").asText();
          boolean taken = http.ask(cancel, QUESTION).ok();
          return new Result.Ready<>(taken && status.equals("IN_QUEUE"));
        });
    return unbegun instanceof Result.Ready(Boolean free) && free
        ? new Cancelling.Stopped(Money.ZERO)
        : new Cancelling.RunsOut();
  }

  /// Asks for work that never was: a key that is good gets to hear just that.
  Result<Boolean> knowsKey() throws InterruptedException {
    String address = base + "/fal-ai/flux/requests/" + NO_WORK + "/status";
    return remote.result(() -> {
      int status = http.ask(request(address).build(), QUESTION).status();
      return new Result.Ready<>(status != UNAUTHORIZED && status != FORBIDDEN);
    });
  }

  private Request.Builder request(String address) {
    return new Request.Builder()
        .url(address)
        .header("Authorization", "Key " + remote.account().key().value());
  }
}
