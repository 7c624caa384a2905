package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.testkit.RawHttp;
import app.photoplay.testkit.WebHost;
import app.photoplay.testkit.WebVisitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Hundreds of clients that send a byte now and then, while somebody wants a video. All come from
/// one address, as they do when a proxy is not named.
@Timeout(180)
class SlowBodiesTest {
  /// On a quiet machine health answers in less than a second; this one may do other things.
  private static final Duration LONGEST = Duration.ofSeconds(2);

  @TempDir private Path folder;
  private final AtomicBoolean over = new AtomicBoolean();
  private final List<RawHttp> slow = new ArrayList<>();
  private final List<WebVisitor> visitors = new ArrayList<>();
  private WebHost host;
  private TestBot bot;

  @BeforeEach
  void open() {
    host = WebHost.open(folder);
    bot =
        new TestBot(folder.resolve("data"), List.of(host.chat), TestBot.FREE, PortDecorator.NOTHING)
            .start();
  }

  @AfterEach
  void close() throws Exception {
    over.set(true);
    for (RawHttp each : slow) {
      each.close();
    }
    visitors.forEach(WebVisitor::close);
    bot.stop();
    host.close();
  }

  @Test
  void threeHundredSlowBodiesHoldNobodyUp() throws Exception {
    holdsNobodyUp(300);
  }

  @Test
  @Tag("proof")
  void aThousandSlowBodiesHoldNobodyUp() throws Exception {
    holdsNobodyUp(1000);
  }

  private void holdsNobodyUp(int bodies) throws Exception {
    List<String> cookies = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      visitors.add(WebVisitor.arrive(host));
      cookies.add(visitors.getLast().cookies);
    }
    AtomicLong slowest = new AtomicLong();
    visitors.getFirst().get("/healthz"); // its classes are loaded once
    Thread probe = Thread.ofPlatform().start(() -> probe(slowest));
    for (int i = 0; i < bodies; i++) {
      String cookie = "Cookie: " + cookies.get(i % 10) + "\nX-Photoplay: 1\n";
      RawHttp client = new RawHttp(host.port());
      slow.add(
          switch (i % 3) {
            case 0 -> client.beginBody("/login", 4000, "X-Photoplay: 1\n");
            case 1 -> client.beginBody("/api/chat/uploads", 4_000_000, cookie);
            default -> client.beginBody("/api/chat/messages", 4000, cookie);
          });
    }
    Thread drip = Thread.ofVirtual().start(this::drip);

    long began = System.nanoTime();
    try (WebVisitor person = WebVisitor.arrive(host);
        WebVisitor.Window window = person.live(0)) {
      ObjectNode message = WebVisitor.message("Hello from among them");
      message.putObject("options").put("photo", "sample");
      assertThat(person.say(message).statusCode()).isEqualTo(201);
      JsonNode content;
      do {
        content = window.next().path("message").path("content");
      } while (!content.path("kind").asText().equals("RESULT"));
    }
    Duration order = Duration.ofNanos(System.nanoTime() - began);
    over.set(true);
    probe.join();
    drip.join();

    System.err.printf(
        "%d slow bodies: /healthz at most %d ms, an order in %d ms%n",
        bodies, slowest.get() / 1_000_000, order.toMillis());
    assertThat(Duration.ofNanos(slowest.get())).isLessThan(LONGEST);
    assertThat(order).isLessThan(Duration.ofMinutes(1));
  }

  /// Asks for health again and again and keeps the longest answer.
  private void probe(AtomicLong slowest) {
    while (!over.get()) {
      long asked = System.nanoTime();
      try (RawHttp client = new RawHttp(host.port())) {
        String answer = client.say("GET /healthz HTTP/1.1\nHost: 127.0.0.1\n\n").head();
        slowest.accumulateAndGet(
            answer.startsWith("HTTP/1.1 200") ? System.nanoTime() - asked : Long.MAX_VALUE,
            Math::max);
        Thread.sleep(20);
      } catch (IOException failed) {
        slowest.set(Long.MAX_VALUE);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private void drip() {
    while (!over.get()) {
      for (RawHttp client : slow) {
        try {
          client.sayBare("x");
        } catch (IOException cutOff) {
          Thread.onSpinWait(); // as was to be expected
        }
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }
}
