package app.photoplay.provider.minimax;

import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Remote;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.http.Http;
import app.photoplay.provider.remote.http.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.Request;

/// MiniMax's API under one of the operator's keys. Thread-safe.
record MiniMaxAccount(RemoteSettings settings, Http http, Remote remote) {
  private static final Duration QUESTION = Duration.ofSeconds(30);

  /// Asks how far work is.
  ///
  /// @param path all but the work's name
  JsonNode work(String path, String id) throws IOException {
    try {
      return get(path, id);
    } catch (Fault.Thrown e) {
      // there is nothing else in it that could be wrong
      throw e.fault() instanceof Fault.Input(var detail, _) ? new Fault.Gone(detail).thrown() : e;
    }
  }

  private JsonNode get(String path, String id) throws IOException {
    String name = URLEncoder.encode(id, StandardCharsets.UTF_8);
    return checked(http.ask(request(path + name).get().build(), QUESTION));
  }

  /// Asks for something that costs nothing.
  JsonNode post(String path, ObjectNode body) throws IOException {
    return checked(http.ask(request(path).post(Http.body(body)).build(), QUESTION));
  }

  /// Orders something that costs money.
  JsonNode order(String path, ObjectNode body, Duration longest) throws IOException {
    return checked(http.order(request(path).post(Http.body(body)).build(), longest));
  }

  private JsonNode checked(Reply reply) throws IOException {
    if (!MiniMaxFaults.isGood(reply)) {
      throw MiniMaxFaults.of(reply, remote.now()).thrown();
    }
    return reply.object();
  }

  private Request.Builder request(String path) {
    return new Request.Builder()
        .url(settings.baseUrl() + path)
        .header("Authorization", "Bearer " + remote.account().key().value());
  }
}
