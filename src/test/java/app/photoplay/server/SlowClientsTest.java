package app.photoplay.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.RawHttp;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Clients that take as long as they like, against limits that are short enough for a test.
class SlowClientsTest {
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Limits PATIENT =
      new Limits(LONG, LONG, LONG, 1000, LONG, LONG, 100, 100, Duration.ofMillis(20));

  private final Semaphore arrived = new Semaphore(0);
  private final CompletableFuture<String> read = new CompletableFuture<>();
  private final CompletableFuture<String> wrote = new CompletableFuture<>();
  private WebServer server = open(PATIENT);

  private WebServer open(Limits limits) {
    return WebServer.open(ServerSettings.ANYWHERE, limits, this::routes);
  }

  private void limit(Limits limits) {
    server.close();
    server = open(limits);
  }

  private void routes(RoutesConfig routes) {
    routes.get("/quick", ctx -> ctx.result("quick"));
    routes.get("/large", this::large);
    routes.post(
        "/known",
        ctx -> {
          WebServer.known(ctx);
          body(ctx);
        });
    routes.post("/body", this::body);
  }

  private void body(Context ctx) {
    arrived.release();
    try (InputStream in = ctx.bodyInputStream()) {
      ctx.result("read " + in.readAllBytes().length);
    } catch (IOException cut) {
      read.complete(String.valueOf(cut.getCause()));
      ctx.status(408).result("too slow");
    }
  }

  private void large(Context ctx) {
    try (OutputStream out = ctx.res().getOutputStream()) {
      for (int i = 0; i < 10_000; i++) {
        out.write(new byte[32 << 10]);
      }
      wrote.complete("everything");
    } catch (IOException cut) {
      wrote.complete("cut off");
    }
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void cutsOffABodyOfWhichNothingMoreComesAndStillAnswers() throws Exception {
    limit(new Limits(LONG, LONG, SHORT, 1000, LONG, LONG, 100, 100, Duration.ofMillis(20)));
    try (RawHttp client = new RawHttp(server.port())) {
      String answer = client.beginBody("/body", 1000).toTheEnd();

      assertThat(answer).startsWith("HTTP/1.1 408").endsWith("too slow");
      assertThat(read.get(20, TimeUnit.SECONDS)).contains("too slow");
    }
  }

  @Test
  void cutsOffABodyThatDripsIn() throws Exception {
    limit(new Limits(LONG, LONG, SHORT, 1000, LONG, LONG, 100, 100, Duration.ofMillis(20)));
    try (RawHttp client = new RawHttp(server.port())) {
      client.beginBody("/body", 100_000);
      Thread drip =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  while (!read.isDone()) {
                    client.sayBare("x");
                    Thread.sleep(10);
                  }
                } catch (IOException | InterruptedException over) {
                  // the connection has been closed
                }
              });

      assertThat(client.head()).startsWith("HTTP/1.1 408");
      drip.join();
    }
  }

  @Test
  void cutsOffABodyThatTakesTooLongAltogether() throws Exception {
    limit(new Limits(LONG, LONG, LONG, 1, SHORT, LONG, 100, 100, Duration.ofMillis(20)));
    try (RawHttp client = new RawHttp(server.port())) {
      assertThat(client.beginBody("/known", 1000).head()).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void takesABodyThatComesInPieces() throws Exception {
    try (RawHttp client = new RawHttp(server.port())) {
      client.beginBody("/body", 5).sayBare("xx").sayBare("xx");

      assertThat(client.head()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void closesAConnectionWhoseHeadIsNeverSaidToItsEnd() throws Exception {
    limit(new Limits(SHORT, LONG, LONG, 1, LONG, LONG, 100, 100, Duration.ofMillis(20)));
    try (RawHttp client = new RawHttp(server.port())) {
      assertThat(client.say("GET /quick HTTP/1.1\nHost: 127.0.0.1\nX-Slow: ").toTheEnd()).isEmpty();
    }
  }

  @Test
  void closesAConnectionThatIsKeptForNothing() throws Exception {
    limit(new Limits(LONG, SHORT, LONG, 1, LONG, LONG, 100, 100, Duration.ofMillis(20)));
    try (RawHttp client = new RawHttp(server.port())) {
      String all = client.say("GET /quick HTTP/1.1\nHost: 127.0.0.1\n\n").toTheEnd();

      assertThat(all).startsWith("HTTP/1.1 200").endsWith("quick");
    }
  }

  @Test
  void answersManyRequestsOnOneConnection() throws Exception {
    try (RawHttp client = new RawHttp(server.port())) {
      String request = "GET /quick HTTP/1.1\nHost: 127.0.0.1\n\n";
      String last = "GET /quick HTTP/1.1\nHost: 127.0.0.1\nConnection: close\n\n";

      String all = client.say(request.repeat(50) + last).toTheEnd();

      assertThat(all.split("HTTP/1.1 200", -1)).hasSize(52);
    }
  }

  @Test
  void closesAConnectionThatDoesNotTakeItsAnswer() throws Exception {
    limit(new Limits(LONG, LONG, LONG, 1, LONG, SHORT, 100, 100, Duration.ofMillis(20)));
    try (RawHttp client = new RawHttp(server.port())) {
      client.readSlowly().say("GET /large HTTP/1.1\nHost: 127.0.0.1\n\n");

      assertThat(wrote.get(20, TimeUnit.SECONDS)).isEqualTo("cut off");
    }
  }

  @Test
  void cutsOffTheOldestBodyOfStrangersWhoSendManyAtOnce() throws Exception {
    limit(new Limits(LONG, LONG, LONG, 1, LONG, LONG, 100, 3, Duration.ofMillis(20)));
    List<RawHttp> strangers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      strangers.add(new RawHttp(server.port()).beginBody("/body", 5));
      assertThat(arrived.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(strangers.getFirst().head()).startsWith("HTTP/1.1 408");
    for (RawHttp newer : strangers.subList(1, 4)) {
      assertThat(newer.sayBare("xxxx").head()).startsWith("HTTP/1.1 200");
      newer.close();
    }
    strangers.getFirst().close();
  }

  @Test
  void makesRoomForANewConnectionAndClosesTheOneThatHasWaitedLongest() throws Exception {
    limit(new Limits(LONG, LONG, LONG, 1, LONG, LONG, 5, 100, Duration.ofMillis(20)));
    List<RawHttp> idle = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      idle.add(new RawHttp(server.port()));
      idle.getLast().say("GET /quick HTTP/1.1\nHost: 127.0.0.1\n\n");
      assertThat(idle.getLast().head()).contains("200");
    }

    try (RawHttp person = new RawHttp(server.port())) {
      person.say("GET /quick HTTP/1.1\nHost: 127.0.0.1\n\n");
      assertThat(person.head()).contains("200");
    }
    assertThat(idle.getFirst().toTheEnd()).isEqualTo("quick");
    for (RawHttp client : idle) {
      client.close();
    }
  }
}
