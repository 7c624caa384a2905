package app.photoplay.testkit.discord;

import app.photoplay.testkit.Monitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import java.util.regex.Pattern;

/// Everything the fake Discord knows, under one lock: servers, channels and their messages, what
/// people did, commands, calls and scripts. Methods that answer with its own objects want their
/// caller to hold the lock.
final class DiscordState {
  private record Script(Pattern route, ArrayDeque<DiscordReply> replies) {}

  final Monitor monitor = new Monitor();
  final Path folder;
  final Snowflakes ids;
  final Cdn cdn;
  final Gateway gateway;
  final Limits limits = new Limits();
  final Messages messages = new Messages(this);
  final Map<Long, Interaction> interactions = new LinkedHashMap<>();
  final Map<String, Interaction> interactionsByToken = new HashMap<>();
  final Set<Long> closedToDms = new HashSet<>();

  /// By their server; those for everywhere are at 0.
  final Map<Long, ArrayNode> commands = new LinkedHashMap<>();

  /// How long a person waits for a first answer.
  Duration patience = Duration.ofSeconds(3);

  /// Calls that Discord holds against the bot's address.
  int invalid;

  private final InstantSource system;
  private final Map<Long, Guild> guilds = new LinkedHashMap<>();
  private final Map<Long, Room> rooms = new LinkedHashMap<>();
  private final Map<Long, Room> dms = new HashMap<>();
  private final List<DiscordCall> calls = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private final List<DiscordMessage> history = new ArrayList<>();
  private final List<Script> scripts = new ArrayList<>();
  private Function<DiscordCall, DiscordReply> always = _ -> DiscordReply.usual();
  private Duration ahead = Duration.ZERO;

  DiscordState(InstantSource system, Path folder) {
    this.system = system;
    this.folder = folder;
    InstantSource clock = this::now;
    ids = new Snowflakes(clock);
    cdn = new Cdn(clock);
    gateway = new Gateway(this);
  }

  Instant now() {
    return system.instant().plus(monitor.read(() -> ahead));
  }

  void advance(Duration by) {
    monitor.change(() -> ahead = ahead.plus(by));
  }

  // ---- places

  Guild add(Guild guild) {
    guilds.put(guild.id, guild);
    return guild;
  }

  Iterable<Guild> guilds() {
    return guilds.values();
  }

  int guildsOfTheBot() {
    return (int) guilds.values().stream().filter(it -> it.botIsMember).count();
  }

  Optional<Guild> guild(long id) {
    return Optional.ofNullable(guilds.get(id));
  }

  Room add(Room room) {
    rooms.put(room.id, room);
    room.guild.ifPresent(guild -> guild.rooms.add(room));
    return room;
  }

  Optional<Room> room(long id) {
    return Optional.ofNullable(rooms.get(id)).filter(it -> !it.deleted);
  }

  /// The conversation of the bot with a person.
  Room dm(long person) {
    return dms.computeIfAbsent(
        person,
        _ -> add(new Room(ids.next(), Room.DM, "", Optional.empty(), Optional.empty(), person)));
  }

  ObjectNode user(long id) {
    boolean bot = id == FakeDiscord.BOT;
    ObjectNode user = JsonNodeFactory.instance.objectNode().put("id", Long.toString(id));
    user.put("username", bot ? "photoplay" : "person" + id).put("discriminator", "0");
    user.put("global_name", bot ? null : "Person " + id).putNull("avatar").put("bot", bot);
    return user.put("public_flags", 0);
  }

  // ---- messages

  /// A message is as people see it now.
  void shown(Stored message) {
    var shown = message.shown(this);
    message.seen = Optional.of(shown);
    history.add(shown);
  }

  List<DiscordMessage> history() {
    return monitor.read(() -> List.copyOf(history));
  }

  List<DiscordMessage> messages(long room) {
    return monitor.read(() ->
        rooms.containsKey(room)
            ? room(room).stream()
                .flatMap(it -> it.messages.stream())
                .map(it -> it.shown(this))
                .toList()
            : List.of());
  }

  Optional<DiscordMessage> awaitMessage(Predicate<DiscordMessage> wanted, Duration most)
      throws InterruptedException {
    return monitor.await(
        () ->
            rooms.values().stream()
                .filter(it -> !it.deleted)
                .flatMap(it -> it.messages.stream())
                .flatMap(it -> it.seen.stream())
                .filter(wanted)
                .findFirst(),
        most);
  }

  // ---- calls and scripts

  /// Records a call and tells how to answer it.
  DiscordReply received(DiscordCall call) {
    return monitor.change(() -> {
      calls.add(call);
      String way = call.method() + " " + call.path();
      return scripts.stream()
          .filter(it -> !it.replies.isEmpty() && it.route.matcher(way).matches())
          .findFirst()
          .map(it -> it.replies.removeFirst())
          .orElseGet(() -> always.apply(call));
    });
  }

  void refused(DiscordCall call, DiscordError error) {
    monitor.change(
        () -> refusals.add("%s %s: %s".formatted(call.method(), call.path(), error.getMessage())));
  }

  void script(String route, List<DiscordReply> replies) {
    monitor.change(
        () -> scripts.add(new Script(DiscordCall.matching(route), new ArrayDeque<>(replies))));
  }

  void always(Function<DiscordCall, DiscordReply> reply) {
    monitor.change(() -> always = reply);
  }

  List<DiscordCall> calls() {
    return monitor.read(() -> List.copyOf(calls));
  }

  List<String> refusals() {
    return monitor.read(() -> List.copyOf(refusals));
  }

  Optional<DiscordCall> awaitCall(Predicate<DiscordCall> wanted, Duration most)
      throws InterruptedException {
    return monitor.await(() -> calls.stream().filter(wanted).findFirst(), most);
  }

  // ---- commands

  /// A command as a person in this place finds it.
  Optional<JsonNode> command(Room room, int type, String name) {
    long guild = room.guild.map(it -> it.id).orElse(0L);
    for (long place : new long[] {guild, 0}) {
      for (JsonNode command : commands.getOrDefault(place, JsonNodeFactory.instance.arrayNode())) {
        if (command.path("type").asInt(1) == type && command.path("name").asText().equals(name)) {
          return Optional.of(command);
        }
      }
    }
    return Optional.empty();
  }
}
