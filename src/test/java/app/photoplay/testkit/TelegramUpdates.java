package app.photoplay.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The queue behind `getUpdates`: delivered until confirmed by a higher offset, one poller at a
/// time, only the kinds that were asked for.
final class TelegramUpdates {

  private static final class Queued {
    final int id;
    final JsonNode update;
    boolean delivered;

    Queued(int id, JsonNode update) {
      this.id = id;
      this.update = update;
    }
  }

  private final Monitor monitor;
  private final List<Queued> queue = new ArrayList<>();
  private List<String> allowed = List.of();
  private int lastId = 1000;
  private int poll;
  private int polling;
  private boolean webhook;
  private boolean closed;

  TelegramUpdates(Monitor monitor) {
    this.monitor = monitor;
  }

  /// Queues an update under a new id.
  ///
  /// @return the id
  int push(ObjectNode update) {
    return monitor.change(() -> {
      int id = ++lastId;
      ObjectNode numbered = JsonNodeFactory.instance.objectNode().put("update_id", id);
      numbered.setAll(update);
      numbered.put("update_id", id);
      queue.add(new Queued(id, numbered));
      return id;
    });
  }

  /// Queues any text as an update; by its id only the server knows it.
  void pushRaw(String text) {
    set(() -> queue.add(new Queued(++lastId, new POJONode(new RawValue(text)))));
  }

  /// The id that the next update will have.
  int nextId() {
    return monitor.read(() -> lastId + 1);
  }

  /// Queues an update with the id that it has.
  void pushAsItIs(ObjectNode update) {
    monitor.change(() -> queue.add(new Queued(update.path("update_id").asInt(), update)));
  }

  /// The next id will be this one.
  void countFrom(int next) {
    set(() -> lastId = next - 1);
  }

  void webhook(boolean set) {
    set(() -> webhook = set);
  }

  boolean hasWebhook() {
    return monitor.read(() -> webhook);
  }

  /// How many updates are not confirmed.
  int unconfirmed() {
    return monitor.read(queue::size);
  }

  boolean beingPolled() {
    return monitor.read(() -> polling > 0);
  }

  private void set(Runnable change) {
    monitor.change(() -> {
      change.run();
      return true;
    });
  }

  void close() {
    set(() -> closed = true);
  }

  ArrayNode get(ObjectNode params) throws InterruptedException {
    int mine =
        monitor.change(() -> {
          if (webhook) {
            throw new TelegramError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; use"
                    + " deleteWebhook to delete the webhook first");
          }
          long offset = params.path("offset").asLong(0);
          queue.removeIf(each -> each.delivered && each.id < offset);
          if (params.has("allowed_updates")) {
            allowed = names(params.path("allowed_updates"));
          }
          polling++;
          return ++poll;
        });
    int limit = Math.clamp(params.path("limit").asInt(100), 1, 100);
    Duration wait = Duration.ofSeconds(Math.min(params.path("timeout").asInt(0), 50));
    try {
      return monitor.await(() -> look(mine, limit), wait).orElseGet(this::none);
    } finally {
      set(() -> polling--);
    }
  }

  private ArrayNode none() {
    return JsonNodeFactory.instance.arrayNode();
  }

  private Optional<ArrayNode> look(int mine, int limit) {
    if (closed) {
      return Optional.of(none());
    }
    if (poll != mine) {
      throw new TelegramError(
          409,
          "Conflict: terminated by other getUpdates request; make sure that only one bot instance"
              + " is running");
    }
    queue.removeIf(each -> !wanted(each.update));
    ArrayNode batch = none();
    for (Queued each : queue) {
      if (batch.size() < limit) {
        each.delivered = true;
        batch.add(each.update);
      }
    }
    return batch.isEmpty() ? Optional.empty() : Optional.of(batch);
  }

  private boolean wanted(JsonNode update) {
    return update.isPojo() || allowed.isEmpty() || allowed.stream().anyMatch(update::has);
  }

  private static List<String> names(JsonNode array) {
    List<String> names = new ArrayList<>();
    array.forEach(name -> names.add(name.asText()));
    return names;
  }
}
