package app.photoplay.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import okhttp3.OkHttpClient;

/// Whether the token works and what Discord knows of the bot, for the doctor.
public sealed interface DiscordCheck {

  /// The token is good.
  ///
  /// @param name of the bot
  /// @param shards that Discord recommends
  /// @param servers that the bot is in, at most 200 are counted
  /// @param commands that are registered everywhere
  /// @param invitation the link by which people add the bot
  record Works(String name, int shards, int servers, int commands, String invitation)
      implements DiscordCheck {}

  /// Discord does not know this token.
  record WrongToken() implements DiscordCheck {}

  /// No answer, or none that makes sense.
  record Unreachable(String reason) implements DiscordCheck {}

  /// What the bot needs in a server, and nothing else.
  List<Permission> NEEDED =
      List.of(
          Permission.VIEW_CHANNEL,
          Permission.MESSAGE_SEND,
          Permission.MESSAGE_SEND_IN_THREADS,
          Permission.MESSAGE_EMBED_LINKS,
          Permission.MESSAGE_ATTACH_FILES,
          Permission.MESSAGE_HISTORY);

  /// Asks the server, for at most 10 seconds.
  static DiscordCheck run(DiscordSettings settings) {
    OkHttpClient http = new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(10)).build();
    try {
      JsonNode us = Gateway.get(http, settings, "users/@me");
      String id = Gateway.get(http, settings, "applications/@me").path("id").asText();
      return new Works(
          us.path("username").asText(),
          Gateway.get(http, settings, "gateway/bot").path("shards").asInt(),
          Gateway.get(http, settings, "users/@me/guilds").size(),
          Gateway.get(http, settings, "applications/" + id + "/commands").size(),
          "https://discord.com/oauth2/authorize?client_id=%s&permissions=%d&scope=bot+applications.commands"
              .formatted(id, Permission.getRaw(NEEDED)));
    } catch (InvalidTokenException e) {
      return new WrongToken();
    } catch (IOException e) {
      return new Unreachable(String.valueOf(e.getMessage()));
    } finally {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }
}
