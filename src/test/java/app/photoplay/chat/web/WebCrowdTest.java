package app.photoplay.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.WebHost;
import app.photoplay.testkit.WebVisitor;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many people, or one who throws cookies away, where others can reach the chat.
class WebCrowdTest {
  private static final String HERE = "192.0.2.1";

  @TempDir Path folder;
  private WebHost host;

  @BeforeEach
  void open() {
    host =
        WebHost.open(
            new WebSettings(folder.resolve("uploads"), "", "en", new WebSettings.Visitors(5, 3)));
  }

  @AfterEach
  void close() {
    host.close();
  }

  private HttpResponse<byte[]> newPersonSays(String words, String from) throws Exception {
    try (WebVisitor visitor = WebVisitor.arrive(host)) {
      return says(visitor, words, from);
    }
  }

  private static HttpResponse<byte[]> says(WebVisitor visitor, String words, String from)
      throws IOException, InterruptedException {
    String body = WebVisitor.message(words).toString();
    return visitor.post("/api/chat/messages", body, "X-Forwarded-For", from);
  }

  @Test
  void takesAFewNewPeopleADayFromOneAddressAndKeepsThoseItKnows() throws Exception {
    try (WebVisitor known = WebVisitor.arrive(host)) {
      assertThat(says(known, "one", HERE).statusCode()).isEqualTo(201);
      assertThat(newPersonSays("two", HERE).statusCode()).isEqualTo(201);
      assertThat(newPersonSays("three", HERE).statusCode()).isEqualTo(201);

      HttpResponse<byte[]> fourth = newPersonSays("four", HERE);

      assertThat(fourth.statusCode()).isEqualTo(429);
      assertThat(WebVisitor.json(fourth).path("sentence").asText())
          .contains("new people have come from your network today");
      assertThat(says(known, "still here", HERE).statusCode()).isEqualTo(201);
      assertThat(newPersonSays("elsewhere", "192.0.2.2").statusCode()).isEqualTo(201);
      host.time.advance(Duration.ofDays(1));
      assertThat(newPersonSays("tomorrow", HERE).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void takesSoManyNewPeopleADayAltogether() throws Exception {
    for (int i = 1; i <= 5; i++) {
      assertThat(newPersonSays("hello", "192.0.2." + i).statusCode()).isEqualTo(201);
    }

    HttpResponse<byte[]> sixth = newPersonSays("hello", "192.0.2.6");

    assertThat(sixth.statusCode()).isEqualTo(429);
    assertThat(new String(sixth.body(), StandardCharsets.UTF_8)).contains("Please come back");
  }

  @Test
  void countsThoseWhoSendOnlyFiles() throws Exception {
    for (int i = 0; i < 3; i++) {
      newPersonSays("hello", "127.0.0.1");
    }
    try (WebVisitor visitor = WebVisitor.arrive(host)) {
      assertThat(visitor.upload(BodyPublishers.ofByteArray(new byte[10])).statusCode())
          .isEqualTo(429);
    }
  }

  @Test
  void limitsWhatOneAddressSaysWithHoweverManyCookies() throws Exception {
    int taken = 0;
    try (WebVisitor ann = WebVisitor.arrive(host);
        WebVisitor ben = WebVisitor.arrive(host);
        WebVisitor cleo = WebVisitor.arrive(host)) {
      for (int i = 0; i < 10; i++) {
        for (WebVisitor each : List.of(ann, ben, cleo)) {
          taken += says(each, "again", HERE).statusCode() == 201 ? 1 : 0;
        }
        host.time.advance(Duration.ofMillis(20));
      }
    }

    assertThat(taken).isBetween(15, 21);
  }

  @Test
  void givesALivePlaceOfTheBusiestAddressToSomebodyElse() {
    LiveConnections live = new LiveConnections();
    LiveConnection first = connection("v0", HERE);
    assertThat(live.join("v0", first)).isTrue();
    for (int i = 1; i < LiveConnections.ALTOGETHER; i++) {
      assertThat(live.join("v" + i, connection("v" + i, HERE))).isTrue();
    }

    assertThat(live.join("one more", connection("one more", HERE))).isFalse();
    assertThat(live.join("other", connection("other", "192.0.2.9"))).isTrue();
    assertThat(live.join("one more", connection("one more", HERE))).isFalse();
  }

  /// Never sends anything.
  @SuppressWarnings("NullAway")
  private LiveConnection connection(String visitor, String network) {
    return new LiveConnection(null, host.store, visitor, network);
  }
}
