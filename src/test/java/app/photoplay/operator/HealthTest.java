package app.photoplay.operator;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.server.ServerSettings;
import app.photoplay.server.WebServer;
import app.photoplay.testkit.RawHttp;
import app.photoplay.testkit.SettableTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthTest {
  private final SettableTime time = SettableTime.noon();
  private final AtomicInteger checks = new AtomicInteger();
  private final CountDownLatch hanging = new CountDownLatch(1);
  private volatile List<String> troubles = List.of();
  private volatile List<String> notes = List.of();
  private final Health health = new Health(this::check, time);
  private final WebServer server = WebServer.open(ServerSettings.ANYWHERE, health::routes);

  private Health.Report check() {
    checks.incrementAndGet();
    return new Health.Report(troubles, notes);
  }

  @AfterEach
  void close() {
    hanging.countDown();
    server.close();
  }

  private String ask(String request) throws Exception {
    try (RawHttp client = new RawHttp(server.port())) {
      return client.say(request + "Host: 127.0.0.1\nConnection: close\n\n").toTheEnd();
    }
  }

  @Test
  void checksOnceASecondHoweverManyAsk() throws Exception {
    for (int i = 0; i < 1000; i++) {
      assertThat(health.found().troubles()).isEmpty();
    }
    assertThat(checks).hasValue(1);

    time.advance(Duration.ofSeconds(1));
    assertThat(health.found().troubles()).isEmpty();
    assertThat(checks).hasValue(2);

    time.advance(Duration.ofHours(-1));
    assertThat(health.found().troubles()).isEmpty();
    assertThat(checks).hasValue(3);
  }

  @Test
  void tellsThisMachineWhatIsWrongAndOthersOnlyThatSomethingIs() throws Exception {
    troubles = List.of("The database does not take writes.");

    String here = ask("GET /readyz HTTP/1.1\n");
    String elsewhere = ask("GET /readyz HTTP/1.1\nX-Forwarded-For: 192.0.2.1\n");

    assertThat(here).startsWith("HTTP/1.1 503").contains("does not take writes");
    assertThat(elsewhere)
        .startsWith("HTTP/1.1 503")
        .contains("not ready", "See the log of the program.")
        .doesNotContain("database");
  }

  @Test
  void isAliveThoughTheCheckHangs() throws Exception {
    Health stuck =
        new Health(
            () -> {
              try {
                hanging.await();
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
              return Health.Report.WELL;
            },
            time);
    try (WebServer other = WebServer.open(ServerSettings.ANYWHERE, stuck::routes);
        RawHttp ready = new RawHttp(other.port());
        RawHttp alive = new RawHttp(other.port())) {
      ready.say("GET /readyz HTTP/1.1\nHost: 127.0.0.1\n\n");
      alive.say("GET /healthz HTTP/1.1\nHost: 127.0.0.1\n\n");

      assertThat(alive.head()).startsWith("HTTP/1.1 200");
      assertThat(ready.head()).startsWith("HTTP/1.1 503");
    }
  }

  @Test
  void isReadyWithNotesForThisMachineAlone() throws Exception {
    notes = List.of("2 updates were put aside.");

    String here = ask("GET /readyz HTTP/1.1\n");
    String elsewhere = ask("GET /readyz HTTP/1.1\nForwarded: for=192.0.2.1\n");

    assertThat(here).startsWith("HTTP/1.1 200").contains("2 updates were put aside.");
    assertThat(elsewhere).startsWith("HTTP/1.1 200").doesNotContain("put aside");
  }

  @Test
  void answersHead() throws Exception {
    assertThat(ask("HEAD /readyz HTTP/1.1\n")).startsWith("HTTP/1.1 200");
  }
}
