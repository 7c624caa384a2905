package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which call means what, who may make it and how often.
final class Routes {

  /// What a call does, with the lock held.
  interface Handler {
    DiscordReply.Answer handle(DiscordCall call, Matcher path);
  }

  private record Route(
      String method, Pattern path, boolean bot, boolean limited, Handler handler) {}

  private final DiscordState state;
  private final List<Route> routes = new ArrayList<>();

  Routes(DiscordState state) {
    this.state = state;
    bot("GET", "users/@me", (_, _) -> ok(state.user(FakeDiscord.BOT)));
    bot("GET", "users/@me/guilds", (_, _) -> ok(guilds()));
    bot("GET", "users/(\\d+)", (_, path) -> ok(state.user(Long.parseLong(path.group(1)))));
    bot("GET", "(?:oauth2/)?applications/@me", (_, _) -> ok(application()));
    bot("GET", "gateway/bot", (_, _) -> ok(gateway()));
    bot("GET", "gateway", (_, _) -> ok(gateway()));
    new CommandRoutes(state).into(this);
    new InteractionRoutes(state).into(this);
    new ChannelRoutes(state).into(this);
  }

  /// Wants the bot's token and keeps a rate.
  void bot(String method, String path, Handler handler) {
    routes.add(new Route(method, Pattern.compile(path), true, true, handler));
  }

  /// Has a token in its path and keeps a rate.
  void open(String method, String path, Handler handler) {
    routes.add(new Route(method, Pattern.compile(path), false, true, handler));
  }

  /// Has a token in its path and no rate.
  void free(String method, String path, Handler handler) {
    routes.add(new Route(method, Pattern.compile(path), false, false, handler));
  }

  DiscordReply.Answer call(DiscordCall call, String token) {
    for (Route route : routes) {
      Matcher matcher = route.path.matcher(call.path());
      if (route.method.equals(call.method()) && matcher.matches()) {
        return call(route, call, matcher, token);
      }
    }
    throw new DiscordError(404, 0, "404: Not Found");
  }

  private DiscordReply.Answer call(Route route, DiscordCall call, Matcher matcher, String token) {
    if (route.bot && !token.equals("Bot " + FakeDiscord.TOKEN)) {
      throw new DiscordError(401, 0, "401: Unauthorized");
    }
    return state.monitor.change(() -> {
      if (!route.limited) {
        return route.handler.handle(call, matcher);
      }
      String place = matcher.groupCount() > 0 ? matcher.group(1) : "";
      Map<String, String> rate = state.limits.take(call.method() + route.path, place, route.bot);
      DiscordReply.Answer answer;
      try {
        answer = route.handler.handle(call, matcher);
      } catch (DiscordError error) {
        throw error.with(rate);
      }
      return answer.with(rate);
    });
  }

  static DiscordReply.Answer ok(JsonNode body) {
    return DiscordReply.json(200, body.toString());
  }

  static DiscordReply.Answer nothing() {
    return DiscordReply.answer(204, "", Map.of("Via", "1.1 google"));
  }

  private ArrayNode guilds() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Guild guild : state.guilds()) {
      if (guild.botIsMember) {
        ObjectNode one = all.addObject().put("id", Stored.text(guild.id)).put("name", guild.name);
        one.put("permissions", Stored.text(guild.permissions)).put("owner", false);
      }
    }
    return all;
  }

  private ObjectNode application() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", Long.toString(FakeDiscord.BOT)).put("name", "Photoplay").putNull("icon");
    json.put("description", "").put("bot_public", true).put("bot_require_code_grant", false);
    json.put("verify_key", "00").put("flags", 0).putNull("team");
    json.put("approximate_guild_count", state.guildsOfTheBot());
    json.put("approximate_user_install_count", 0);
    json.set("owner", state.user(1));
    json.set("bot", state.user(FakeDiscord.BOT));
    ObjectNode installs = json.putObject("integration_types_config");
    installs.putObject("0");
    installs.putObject("1");
    return json;
  }

  private ObjectNode gateway() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("url", state.gateway.address()).put("shards", state.gateway.shards);
    ObjectNode limit = json.putObject("session_start_limit").put("total", 1000);
    limit.put("remaining", 1000 - state.gateway.identifies);
    limit.put("reset_after", 86_400_000).put("max_concurrency", 1);
    return json;
  }
}
