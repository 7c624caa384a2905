package app.photoplay.chaos;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Asks a [ProviderServer], once, and says what that came to. Thread-safe.
final class Http {
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;
  private final Duration timeout;

  /// A client.
  ///
  /// @param timeout the longest that a question takes, connecting included
  Http(URI server, Duration timeout) {
    this.server = server;
    this.timeout = timeout;
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).timeout(timeout);
  }

  Reply ask(HttpRequest.Builder question) throws InterruptedException {
    try {
      HttpResponse<String> response =
          client.send(question.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply.Answer(response.statusCode(), response.body());
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return new Reply.NotSent(e);
    } catch (IOException e) {
      return new Reply.Silence(e);
    }
  }

  /// What a question came to.
  sealed interface Reply {
    record Answer(int status, String body) implements Reply {}

    /// Nobody heard it.
    record NotSent(IOException cause) implements Reply {}

    /// It may have been heard.
    record Silence(IOException cause) implements Reply {}
  }
}
