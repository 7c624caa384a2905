package app.photoplay.provider.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.job.Failure.Code;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.video.VideoPrompt;
import app.photoplay.testkit.SettableTime;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An answer that goes on while the test looks at it.
class FlowStreamTest {
  private static final String KEY = "key-of-the-gateway";
  private static final String END = "end of the connection";

  @TempDir Path home;
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SettableTime time = SettableTime.noon();
  private HttpServer server;
  private Work.Paid<VideoPrompt, Render> camera;
  private VideoPrompt prompt;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1/chat/completions", this::stream);
    byte[] video = Parts.video();
    server.createContext("/tmp/v.mp4", exchange -> send(exchange, video));
    server.start();
    camera = camera();
    prompt = Parts.shot(home, 1);
  }

  private Work.Paid<VideoPrompt, Render> camera() {
    return FlowVideoModelTest.camera(
        FlowVideoModelTest.flow(URI.create(here()), KEY, Parts.workshop(home, time)));
  }

  private String here() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void stream(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    try {
      for (String event = events.take(); !event.equals(END); event = events.take()) {
        out.write(("data: " + event + "\n\n").getBytes(UTF_8));
        out.flush();
        if (event.equals("[DONE]")) {
          out.close();
          return;
        }
      }
      throw new IOException(END);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void send(HttpExchange exchange, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void anOrderIsTakenWithTheFirstSignAndItsVideoComesWithTheLast() throws Exception {
    events.add(FakeFlow.chunk("\"reasoning_content\":\"progress: 30%\""));
    String operation = accepted();

    Result<Render> early = poll(operation);
    events.add(FakeFlow.video(here()));
    events.add("[DONE]");
    Result<Render> late = poll(operation);

    assertThat(early).isInstanceOf(Result.Running.class);
    assertThat(((Result.Running<Render>) early).fraction()).isEqualTo(OptionalDouble.of(0.3));
    assertThat(late).isInstanceOf(Result.Ready.class);
  }

  @Test
  void anAnswerThatBreaksOffCostsWhatWasOrderedForTheGatewayGoesOn() throws Exception {
    events.add(FakeFlow.chunk("\"reasoning_content\":\"started\""));
    String operation = accepted();
    events.add(END);

    Result.Refused<Render> refused = (Result.Refused<Render>) poll(operation);

    assertThat(refused.failure().code()).isEqualTo(Code.PROVIDER_BROKEN);
    assertThat(refused.charged()).isEqualTo(new Money(200_000));
  }

  @Test
  void whatTheGatewayFailsAtCostsNothing() throws Exception {
    events.add(FakeFlow.chunk("\"reasoning_content\":\"started\""));
    String operation = accepted();
    events.add(FakeFlow.failure(503, "no usable token"));
    events.add("[DONE]");

    Result.Refused<Render> refused = (Result.Refused<Render>) poll(operation);

    assertThat(refused.failure().code()).isEqualTo(Code.PROVIDER_BROKEN);
    assertThat(refused.charged()).isEqualTo(Money.ZERO);
  }

  @Test
  void anAnswerWithoutAVideoIsNone() throws Exception {
    events.add(FakeFlow.chunk("\"reasoning_content\":\"started\""));
    String operation = accepted();
    events.add(FakeFlow.chunk("\"content\":\"sorry\""));
    events.add("[DONE]");

    assertThat(((Result.Refused<Render>) poll(operation)).failure().code())
        .isEqualTo(Code.BAD_RESULT);
  }

  @Test
  void workThatAnotherProgramReadsIsWaitedForUntilItsDeadline() throws Exception {
    events.add(FakeFlow.chunk("\"reasoning_content\":\"started\""));
    String operation = accepted();
    Work.Paid<VideoPrompt, Render> another = camera();

    assertThat(another.poll(operation, Optional::empty)).isInstanceOf(Result.Running.class);
    time.advance(Duration.ofMinutes(28));

    Result.Refused<Render> late = (Result.Refused<Render>) another.poll(operation, Optional::empty);
    assertThat(late.failure().code()).isEqualTo(Code.PROVIDER_LATE);
  }

  private String accepted() throws InterruptedException {
    Sent sent = camera.order(prompt, Uploads.NONE, new Money(200_000)).send("key");
    return ((Sent.Accepted) sent).operation();
  }

  private Result<Render> poll(String operation) throws InterruptedException {
    return camera.poll(operation, () -> Optional.of(prompt));
  }
}
