package app.photoplay.provider.flow;

import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Remote;
import app.photoplay.provider.remote.http.Http;
import app.photoplay.provider.remote.http.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/// The gateway's API under one key. Thread-safe.
///
/// @param streams answers that go on, of all accounts
record Gateway(URI base, Http http, Remote remote, Streams streams) {
  private static final Duration QUESTION = Duration.ofSeconds(30);
  private static final Duration FIRST_SIGN = Duration.ofSeconds(50);
  private static final long LARGEST_ERROR = 1 << 16;

  /// Orders work, once, and returns with the first sign of it.
  ///
  /// @param longest that the work may take
  /// @return a name for the work within this program, see [Streams#find]
  String order(JsonNode body, Duration longest) throws IOException {
    Request request = request("/v1/chat/completions").post(Http.body(body)).build();
    Response response = http.stream(request, FIRST_SIGN, longest);
    boolean handedOver = false;
    try {
      if (!response.isSuccessful()) {
        throw FlowFaults.ofOrder(reply(response), remote.now()).thrown();
      }
      BufferedSource source = response.body().source();
      Stream stream = new Stream(source);
      stream.begin();
      source.timeout().timeout(longest.toMillis(), TimeUnit.MILLISECONDS);
      handedOver = true;
      return streams.read(stream, response);
    } finally {
      if (!handedOver) {
        response.close();
      }
    }
  }

  private static Reply reply(Response response) throws IOException {
    byte[] body = response.peekBody(LARGEST_ERROR).bytes();
    return new Reply(response.code(), response.headers(), body);
  }

  /// What the gateway calls its models today.
  Set<String> models() throws IOException {
    Reply reply = http.ask(request("/v1/models").build(), QUESTION);
    if (!reply.ok()) {
      Fault fault = FlowFaults.ofOrder(reply, remote.now());
      throw fault.thrown();
    }
    Set<String> ids = new HashSet<>();
    reply.object().path("data").forEach(it -> ids.add(it.path("id").asText()));
    return ids;
  }

  private Request.Builder request(String path) {
    return new Request.Builder()
        .url(base + path)
        .header("Authorization", "Bearer " + remote.account().key().value());
  }
}
