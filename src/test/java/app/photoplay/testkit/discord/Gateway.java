package app.photoplay.testkit.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The gateway: sessions, what they have been told, and how they are taken up again. Guarded by the
/// state's lock.
final class Gateway implements WebSocketServer.Talk {
  static final long GUILDS = 1;
  static final long GUILD_MESSAGES = 1 << 9;
  static final long DIRECT_MESSAGES = 1 << 12;
  static final long MESSAGE_CONTENT = 1 << 15;

  private static final long PRIVILEGED = 1 << 1 | 1 << 8 | MESSAGE_CONTENT;
  private static final int MOST_BYTES = 4096;
  private static final int MOST_A_MINUTE = 120;

  /// A session, which outlives its connection.
  private static final class Session {
    final String id;
    final long intents;
    final int shard;
    final int shards;
    final List<String> told = new ArrayList<>();
    Optional<WebSocket> socket;

    Session(String id, long intents, int shard, int shards, WebSocket socket) {
      this.id = id;
      this.intents = intents;
      this.shard = shard;
      this.shards = shards;
      this.socket = Optional.of(socket);
    }
  }

  /// A connection.
  private static final class Line {
    Optional<Session> session = Optional.empty();
    final ArrayDeque<Long> said = new ArrayDeque<>();
  }

  private final ObjectMapper json = new ObjectMapper();
  private final DiscordState state;
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final Map<WebSocket, Line> lines = new LinkedHashMap<>();
  final GatewayTrouble trouble = new GatewayTrouble();
  private String address = "";
  int shards = 1;
  int identifies;
  int resumes;
  Duration heartbeat = Duration.ofMillis(41_250);
  long privileged;

  Gateway(DiscordState state) {
    this.state = state;
  }

  void address(String own) {
    address = own;
  }

  String address() {
    return address;
  }

  // ---- the connection

  @Override
  public void opened(WebSocket socket) {
    state.monitor.change(() -> {
      lines.put(socket, new Line());
      ObjectNode hello = JsonNodeFactory.instance.objectNode();
      hello.put("heartbeat_interval", heartbeat.toMillis());
      say(socket, 10, hello);
      if (!socket.address().contains("v=10") || !socket.address().contains("encoding=json")) {
        socket.close(4012, "Invalid API version");
      }
      return socket;
    });
  }

  @Override
  public void closed(WebSocket socket, int code) {
    state.monitor.change(() -> {
      Line line = lines.remove(socket);
      if (line != null) {
        line.session
            .filter(it -> it.socket.equals(Optional.of(socket)))
            .ifPresent(session -> {
              session.socket = Optional.empty();
              if (code == 1000 || code == 1001) {
                sessions.remove(session.id);
              }
            });
      }
      return socket;
    });
  }

  @Override
  public void said(WebSocket socket, String text) {
    state.monitor.change(() -> {
      Line line = lines.get(socket);
      if (line == null || trouble.deaf) {
        return socket;
      }
      if (text.length() > MOST_BYTES) {
        socket.close(4002, "Error while decoding payload.");
      } else if (tooMuch(line)) {
        socket.close(4008, "You are being rate limited.");
      } else {
        understand(socket, line, text);
      }
      return socket;
    });
  }

  private static boolean tooMuch(Line line) {
    long now = System.nanoTime();
    line.said.removeIf(it -> now - it > Duration.ofMinutes(1).toNanos());
    line.said.add(now);
    return line.said.size() > MOST_A_MINUTE;
  }

  private void understand(WebSocket socket, Line line, String text) {
    try {
      JsonNode message = json.readTree(text);
      JsonNode content = message.path("d");
      switch (message.path("op").asInt(-1)) {
        case 1 -> say(socket, 11, JsonNodeFactory.instance.nullNode());
        case 2 -> identify(socket, line, content);
        case 6 -> resume(socket, line, content);
        case 3, 4, 8 -> {
          if (line.session.isEmpty()) {
            socket.close(4003, "Not authenticated.");
          }
        }
        default -> socket.close(4001, "Unknown opcode.");
      }
    } catch (JsonProcessingException _) {
      socket.close(4002, "Error while decoding payload.");
    }
  }

  private void identify(WebSocket socket, Line line, JsonNode wish) {
    identifies++;
    long intents = wish.path("intents").asLong();
    int shard = wish.path("shard").path(0).asInt(0);
    int count = wish.path("shard").path(1).asInt(1);
    if (line.session.isPresent()) {
      socket.close(4005, "Already authenticated.");
    } else if (!wish.path("token").asText().equals(FakeDiscord.TOKEN)) {
      socket.close(4004, "Authentication failed.");
    } else if (trouble.closeNext != 0) {
      socket.close(trouble.closeNext, "as was asked for");
      trouble.closeNext = 0;
    } else if (shard < 0 || shard >= count) {
      socket.close(4010, "Invalid shard.");
    } else if ((intents & PRIVILEGED & ~privileged) != 0) {
      socket.close(4014, "Disallowed intent(s).");
    } else {
      String id = Long.toHexString(state.ids.next());
      Session session = new Session(id, intents, shard, count, socket);
      sessions.put(id, session);
      line.session = Optional.of(session);
      ready(session);
    }
  }

  private void ready(Session session) {
    ObjectNode ready = JsonNodeFactory.instance.objectNode().put("v", 10);
    ready.set("user", state.user(FakeDiscord.BOT));
    ready.put("session_id", session.id).put("resume_gateway_url", address);
    ready.putArray("private_channels");
    ready.putArray("shard").add(session.shard).add(session.shards);
    ready.putObject("application").put("id", Long.toString(FakeDiscord.BOT)).put("flags", 0);
    ArrayNode guilds = ready.putArray("guilds");
    List<Guild> mine = new ArrayList<>();
    for (Guild guild : state.guilds()) {
      if (guild.botIsMember && reaches(session, guild.id)) {
        guilds.addObject().put("id", Long.toString(guild.id)).put("unavailable", true);
        mine.add(guild);
      }
    }
    tell(session, "READY", ready);
    mine.forEach(guild -> tell(session, "GUILD_CREATE", ChannelJson.of(guild, state)));
  }

  private void resume(WebSocket socket, Line line, JsonNode wish) {
    resumes++;
    Session session = sessions.get(wish.path("session_id").asText());
    int seen = wish.path("seq").asInt();
    if (!wish.path("token").asText().equals(FakeDiscord.TOKEN)) {
      socket.close(4004, "Authentication failed.");
    } else if (session == null || trouble.refuseResume) {
      trouble.refuseResume = false;
      say(socket, 9, JsonNodeFactory.instance.booleanNode(false));
    } else if (seen > session.told.size()) {
      socket.close(4007, "Invalid seq.");
    } else {
      session.socket = Optional.of(socket);
      line.session = Optional.of(session);
      session.told.subList(seen, session.told.size()).forEach(socket::send);
      tell(session, "RESUMED", JsonNodeFactory.instance.objectNode());
    }
  }

  // ---- what is told

  /// Tells every session that this place belongs to and that wants to know.
  ///
  /// @param guild 0 outside of servers
  /// @param intent 0 for what everybody is told
  void dispatch(String event, JsonNode content, long guild, long intent) {
    if (trouble.holds(event, content, guild, intent)) {
      return;
    }
    sessions.values().stream()
        .filter(it -> reaches(it, guild) && (it.intents & intent) == intent)
        .toList()
        .forEach(it -> {
          for (int i = 0; i < trouble.copies; i++) {
            tell(it, event, readable(it, event, content, guild));
          }
        });
  }

  /// Without a special right the bot is not told what people say among each other.
  private static JsonNode readable(Session session, String event, JsonNode content, long guild) {
    String bot = Stored.text(FakeDiscord.BOT);
    if (!event.startsWith("MESSAGE_")
        || guild == 0
        || (session.intents & MESSAGE_CONTENT) != 0
        || content.path("author").path("id").asText().equals(bot)
        || content.path("content").asText().contains("<@" + bot + ">")) {
      return content;
    }
    ObjectNode bare = content.deepCopy();
    bare.put("content", "").putArray("attachments");
    bare.putArray("embeds");
    bare.putArray("components");
    return bare;
  }

  /// Whether some session that is connected is told of this server.
  boolean connected(long guild) {
    return sessions.values().stream().anyMatch(it -> it.socket.isPresent() && reaches(it, guild));
  }

  private static boolean reaches(Session session, long guild) {
    return session.shard == (guild >> 22) % session.shards;
  }

  private static void tell(Session session, String event, JsonNode content) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("op", 0);
    message.put("s", session.told.size() + 1).put("t", event).set("d", content);
    String text = message.toString();
    session.told.add(text);
    session.socket.ifPresent(it -> it.send(text));
  }

  private static void say(WebSocket socket, int code, JsonNode content) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("op", code);
    message.putNull("s").putNull("t").set("d", content);
    socket.send(message.toString());
  }

  // ---- trouble

  /// Says something to all connections that is no event.
  void sayToAll(int code, JsonNode content) {
    lines.keySet().forEach(it -> say(it, code, content));
  }

  /// Says any text to all connections.
  void sayRaw(String text) {
    lines.keySet().forEach(it -> it.send(text));
  }

  void closeAll(int code) {
    lines.keySet().forEach(it -> it.close(code, "as was asked for"));
  }

  void killAll() {
    lines.keySet().forEach(WebSocket::kill);
  }

  void forgetSessions() {
    sessions.clear();
  }

  int connections() {
    return (int) sessions.values().stream().filter(it -> it.socket.isPresent()).count();
  }

  /// Delivers what was held back, in this order.
  void release(List<GatewayTrouble.Event> events) {
    events.forEach(it -> dispatch(it.name(), it.content(), it.guild(), it.intent()));
  }
}
