package app.photoplay.provider.openai;

import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Remote;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.http.Http;
import app.photoplay.provider.remote.http.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import okhttp3.Request;

/// The API of a server under one of the operator's keys. Thread-safe.
final class OpenAiAccount {
  private static final Duration QUESTION = Duration.ofSeconds(30);
  private static final String PRODUCT = "Photoplay";

  private final RemoteSettings settings;
  private final Http http;
  private final Remote remote;

  OpenAiAccount(RemoteSettings settings, Http http, Remote remote) {
    this.settings = settings;
    this.http = http;
    this.remote = remote;
  }

  Remote remote() {
    return remote;
  }

  boolean isOpenRouter() {
    return settings.name().equals(OpenAi.OPENROUTER);
  }

  /// How people call it.
  String label() {
    return isOpenRouter() ? "OpenRouter" : settings.baseUrl().getHost();
  }

  String address(String path) {
    return settings.baseUrl() + path;
  }

  /// For requests that do not go out here.
  Map<String, String> key() {
    return Map.of("Authorization", "Bearer " + remote.account().key().value());
  }

  /// Asks what costs nothing.
  JsonNode get(String path) throws IOException {
    Reply reply = http.ask(request(path).build(), QUESTION);
    if (!reply.ok()) {
      throw OpenAiFaults.ofQuestion(reply, remote.now()).thrown();
    }
    return reply.object();
  }

  /// Orders work, once.
  ///
  /// @return an answer of success, which may still hold an error
  Reply order(String path, JsonNode body, Duration longest) throws IOException {
    Reply reply = http.order(request(path).post(Http.body(body)).build(), longest);
    if (!reply.ok()) {
      Fault fault = OpenAiFaults.ofOrder(reply, remote.now());
      throw fault.thrown();
    }
    return reply;
  }

  private Request.Builder request(String path) {
    Request.Builder request = new Request.Builder().url(address(path));
    key().forEach(request::header);
    // of the two names one is the present one, and the other still taken
    return isOpenRouter()
        ? request.header("X-OpenRouter-Title", PRODUCT).header("X-Title", PRODUCT)
        : request;
  }
}
