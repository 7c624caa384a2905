package app.photoplay.provider.remote.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.FakeApi.Call;
import app.photoplay.provider.remote.Remote.NotSent;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private PlainApi api;
  private Http http;

  @BeforeEach
  void begin() {
    api = new PlainApi();
    http = new Http(api.settings(Optional.empty()));
  }

  @AfterEach
  void end() {
    api.close();
  }

  @Test
  void anOrderIsAnsweredWithStatusHeadersAndBody() throws Exception {
    api.next(Step.ORDER, Answer.json(202, Map.of("x-request-id", "r1"), "{\"id\":\"a\"}"));

    Reply reply = http.order(order(api.address()), MINUTE);

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.headers().get("X-Request-Id")).isEqualTo("r1");
    assertThat(reply.object().path("id").asText()).isEqualTo("a");
    assertThat(api.calls(Step.ORDER)).extracting(Call::text).containsExactly("{\"words\":1}");
  }

  @Test
  void anOrderGoesOutOnceEvenWhenItsConnectionBreaks() throws Exception {
    http.ask(question(api.address()), MINUTE);
    api.next(Step.ORDER, new Answer.Cut());

    assertThatThrownBy(() -> http.order(order(api.address()), MINUTE))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(NotSent.class);
    assertThat(api.calls(Step.ORDER)).hasSize(1);
  }

  @Test
  void ordersNeverShareAConnectionThatWasKept() throws Exception {
    try (RawServer server = new RawServer(HttpTest::sayYesTwice)) {
      Http patient = new Http(PlainApi.settings(URI.create(server.address()), Optional.empty()));
      patient.ask(question(URI.create(server.address())), MINUTE);
      patient.order(order(URI.create(server.address())), MINUTE);
      patient.order(order(URI.create(server.address())), MINUTE);

      assertThat(server.connections()).isEqualTo(3);
    }
  }

  private static void sayYesTwice(Socket client) throws IOException {
    for (int i = 0; i < 2 && !RawServer.head(client).isEmpty(); i++) {
      RawServer.say(client, "HTTP/1.1 200 OK\nContent-Length: 2\n\n{}");
    }
  }

  /// OkHttp itself would send it again at once.
  @ParameterizedTest
  @ValueSource(ints = {408, 421, 503})
  void anOrderIsNotSentAgainBecauseTheAnswerSaysSo(int status) throws Exception {
    api.next(Step.ORDER, Answer.json(status, Map.of("Retry-After", "0"), "{}"));

    assertThat(http.order(order(api.address()), MINUTE).status()).isEqualTo(status);
    assertThat(api.calls(Step.ORDER)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void noRedirectIsFollowed(int status) throws Exception {
    api.next(Step.ORDER, Answer.json(status, Map.of("Location", "/elsewhere"), "{}"));

    assertThat(http.order(order(api.address()), MINUTE).status()).isEqualTo(status);
    assertThat(api.calls(Step.OTHER)).isEmpty();
  }

  @Test
  void anOrderToWhereNobodyListensWasNotSent() throws Exception {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }

    assertThatThrownBy(() -> http.order(order(URI.create("http://127.0.0.1:" + port)), MINUTE))
        .isInstanceOf(NotSent.class);
  }

  @Test
  void anOrderToAnUnknownNameWasNotSent() {
    assertThatThrownBy(() -> http.order(order(URI.create("http://nowhere.invalid")), MINUTE))
        .isInstanceOf(NotSent.class);
  }

  @Test
  void anOrderWithoutAnAnswerInTimeMayHaveBeenTaken() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (RawServer silent = new RawServer(_ -> over.await())) {
      assertThatThrownBy(
              () -> http.order(order(URI.create(silent.address())), Duration.ofMillis(200)))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(NotSent.class);
      over.countDown();
    }
  }

  @Test
  void anAnswerThatIsCutOffIsNone() {
    api.next(Step.ORDER, new Answer.Stated(1000, new byte[] {'{'}));

    assertThatThrownBy(() -> http.order(order(api.address()), MINUTE))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(NotSent.class);
  }

  @Test
  void anEndlessAnswerIsGivenUp() throws Exception {
    byte[] much = new byte[1 << 20];
    try (RawServer endless =
        new RawServer(client -> {
          RawServer.head(client);
          RawServer.say(client, "HTTP/1.1 200 OK\n\n");
          while (true) {
            client.getOutputStream().write(much);
          }
        })) {
      assertThatThrownBy(() -> http.ask(question(URI.create(endless.address())), MINUTE))
          .hasMessageContaining("more than");
    }
  }

  @Test
  void interruptingEndsARequestAtOnce() throws Exception {
    CompletableFuture<Throwable> outcome = new CompletableFuture<>();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    try (RawServer silent =
        new RawServer(client -> {
          RawServer.head(client);
          asked.countDown();
          over.await();
        })) {
      Thread thread =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  http.ask(question(URI.create(silent.address())), MINUTE);
                } catch (IOException e) {
                  outcome.complete(
                      Thread.currentThread().isInterrupted() ? e : new AssertionError(e));
                }
              });
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

      thread.interrupt();

      assertThat(outcome.get(5, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
      assertThat(silent.connections()).isEqualTo(1);
      over.countDown();
    }
  }

  @Test
  void everythingGoesThroughAProxy() throws Exception {
    Http through = new Http(elsewhere(Optional.of(api.address())));

    through.order(order(URI.create("http://api.example.test")), MINUTE);

    assertThat(api.calls(Step.ORDER))
        .extracting(Call::path)
        .containsExactly("http://api.example.test/v1/things");
  }

  @Test
  void everythingGoesThroughASocksProxyThatLooksNamesUpItself() throws Exception {
    try (SocksProxy socks = new SocksProxy(api.address().getPort())) {
      Http through =
          new Http(elsewhere(Optional.of(URI.create("socks://127.0.0.1:" + socks.port()))));

      through.order(order(URI.create("http://api.example.test")), MINUTE);

      assertThat(socks.asked()).containsExactly("api.example.test");
      assertThat(api.calls(Step.ORDER)).hasSize(1);
    }
  }

  @Test
  void anOrderThatAProxyDoesNotPassOnWasNotSent() throws Exception {
    CompletableFuture<String> asked = new CompletableFuture<>();
    try (RawServer proxy =
        new RawServer(client -> {
          asked.complete(RawServer.head(client));
          RawServer.say(client, "HTTP/1.1 502 Bad Gateway\nContent-Length: 0\n\n");
        })) {
      Http through = new Http(elsewhere(Optional.of(URI.create(proxy.address()))));

      assertThatThrownBy(() -> through.order(order(URI.create("https://api.example.test")), MINUTE))
          .isInstanceOf(NotSent.class);
      assertThat(asked.get(1, TimeUnit.SECONDS)).startsWith("CONNECT api.example.test:443");
    }
  }

  private static RemoteSettings elsewhere(Optional<URI> proxy) {
    return PlainApi.settings(URI.create("http://api.example.test"), proxy);
  }

  private static Request order(URI server) {
    RequestBody body = RequestBody.create("{\"words\":1}", Http.JSON);
    return new Request.Builder().url(server + "/v1/things").post(body).build();
  }

  private static Request question(URI server) {
    return new Request.Builder().url(server + "/v1/things/7").build();
  }
}
