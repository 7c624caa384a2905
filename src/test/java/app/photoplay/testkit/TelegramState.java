package app.photoplay.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Everything the fake Telegram knows, under one lock: chats as people see them, calls, scripts and
/// open button presses.
final class TelegramState {

  /// A message and Telegram's object for it.
  record Entry(ShownMessage shown, ObjectNode json) {}

  /// A chat with all its messages, oldest first.
  static final class Room {
    final long id;
    final String type;
    final List<Entry> entries = new ArrayList<>();
    boolean gone;
    long movedTo;
    int lastMessage;

    Room(long id, String type) {
      this.id = id;
      this.type = type;
    }

    Optional<Entry> find(int message) {
      return entries.stream().filter(entry -> entry.shown.id() == message).findFirst();
    }

    ObjectNode json() {
      var chat = JsonNodeFactory.instance.objectNode().put("id", id).put("type", type);
      return id > 0 ? chat.put("first_name", "Person " + id) : chat.put("title", "Group " + id);
    }
  }

  final Monitor monitor = new Monitor();
  final TelegramUpdates updates = new TelegramUpdates(monitor);
  final TelegramFiles files = new TelegramFiles();

  private final InstantSource clock;
  private final Map<Long, Room> rooms = new LinkedHashMap<>();
  private final List<TelegramCall> calls = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private final List<ShownMessage> history = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final List<String> openPresses = new ArrayList<>();
  private final Map<String, ArrayDeque<TelegramReply>> scripts = new HashMap<>();
  private Optional<TelegramRates> rates = Optional.of(new TelegramRates(1));
  private final Map<String, ArrayNode> commands = new HashMap<>();

  /// Each as chat and person.
  final Set<String> administrators = new HashSet<>();

  private int presses;
  private Function<TelegramCall, TelegramReply> always = _ -> TelegramReply.usual();

  TelegramState(InstantSource clock) {
    this.clock = clock;
  }

  // ---- calls and scripts

  /// Records a call and tells how to answer it.
  TelegramReply received(TelegramCall call) {
    return monitor.change(() -> {
      calls.add(call);
      var script = scripts.get(call.method());
      return script == null || script.isEmpty() ? always.apply(call) : script.removeFirst();
    });
  }

  void refused(TelegramCall call, TelegramError error) {
    monitor.change(() -> refusals.add(call.method() + ": " + error.getMessage()));
  }

  void script(String method, TelegramReply reply) {
    monitor.change(() -> scripts.computeIfAbsent(method, _ -> new ArrayDeque<>()).add(reply));
  }

  void always(Function<TelegramCall, TelegramReply> reply) {
    monitor.change(() -> always = reply);
  }

  List<TelegramCall> calls() {
    return monitor.read(() -> List.copyOf(calls));
  }

  List<String> refusals() {
    return monitor.read(() -> List.copyOf(refusals));
  }

  void rates(Optional<TelegramRates> enforced) {
    monitor.change(() -> rates = enforced);
  }

  void checkRate(long chat) {
    rates.ifPresent(limits -> {
      int wait = limits.refuses(chat, System.nanoTime());
      if (wait > 0) {
        throw TelegramError.tooMany(wait);
      }
    });
  }

  Optional<TelegramCall> awaitCall(Predicate<TelegramCall> wanted, Duration most)
      throws InterruptedException {
    return monitor.await(() -> calls.stream().filter(wanted).findFirst(), most);
  }

  // ---- chats; the caller holds the lock

  Room room(long id) {
    return rooms.computeIfAbsent(
        id, _ -> new Room(id, id > 0 ? "private" : id < -1_000_000 ? "supergroup" : "group"));
  }

  /// The chat a bot writes to, which somebody must have opened.
  Room writable(long id) {
    Room room = rooms.get(id);
    if (room == null) {
      throw TelegramError.bad("chat not found");
    }
    if (room.gone) {
      throw new TelegramError(
          403,
          id > 0
              ? "Forbidden: bot was blocked by the user"
              : "Forbidden: bot was kicked from the group chat");
    }
    return room;
  }

  void show(Room room, ShownMessage message, ObjectNode json) {
    room.find(message.id())
        .ifPresentOrElse(
            old -> room.entries.set(room.entries.indexOf(old), new Entry(message, json)),
            () -> room.entries.add(new Entry(message, json)));
    history.add(message);
  }

  long seconds() {
    return clock.instant().getEpochSecond();
  }

  // ---- what tests look at

  List<ShownMessage> messages(long chat) {
    return monitor.read(() ->
        rooms.containsKey(chat)
            ? room(chat).entries.stream().map(Entry::shown).toList()
            : List.of());
  }

  List<ShownMessage> history() {
    return monitor.read(() -> List.copyOf(history));
  }

  /// Waits until a message, as it now stands, fits.
  Optional<ShownMessage> awaitMessage(Predicate<ShownMessage> wanted, Duration most)
      throws InterruptedException {
    return monitor.await(
        () ->
            rooms.values().stream()
                .flatMap(room -> room.entries.stream())
                .map(Entry::shown)
                .filter(wanted)
                .findFirst(),
        most);
  }

  Optional<Path> downloadable(String path) {
    return monitor.read(() -> files.at(path).map(TelegramFiles.Stored::file));
  }

  // ---- presses and commands

  /// Opens a press; it can be answered once.
  String press() {
    return monitor.change(() -> {
      String id = "4242" + ++presses;
      openPresses.add(id);
      return id;
    });
  }

  void expirePresses() {
    monitor.change(() -> {
      openPresses.clear();
      return true;
    });
  }

  void answerPress(String id, String notice) {
    if (!openPresses.remove(id)) {
      throw TelegramError.bad(
          "query is too old and response timeout expired or query ID is invalid");
    }
    notices.add(notice);
  }

  Optional<String> awaitNotice(Predicate<String> wanted, Duration most)
      throws InterruptedException {
    return monitor.await(() -> notices.stream().filter(wanted).findFirst(), most);
  }

  int openPresses() {
    return monitor.read(openPresses::size);
  }

  /// @param language empty for the list of all who have none in theirs
  ArrayNode commands(String language) {
    return monitor.read(
        () -> commands.getOrDefault(language, JsonNodeFactory.instance.arrayNode()));
  }

  void commands(String language, JsonNode changed) {
    commands.put(language, (ArrayNode) changed);
  }
}
