package app.photoplay.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.RawHttp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that no browser sends, and where they are said to come from.
class OddRequestsTest {
  private static final List<Network> PROXIES =
      List.of(Network.parse("127.0.0.1"), Network.parse("10.0.0.0/8"));

  private WebServer server = open(PROXIES);

  private static WebServer open(List<Network> proxies) {
    return WebServer.open(
        new ServerSettings("127.0.0.1", 0, ServerSettings.LOOPBACK, proxies),
        routes -> {
          routes.get("/from", ctx -> ctx.result(ctx.ip()));
          routes.post("/body", ctx -> ctx.result("read " + ctx.bodyAsBytes().length));
        });
  }

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -1",
        "Content-Length: many",
        "Content-Length: 1|Content-Length: 2",
        "Content-Length: 99999999999999999999",
        "Content-Length: 5|Transfer-Encoding: chunked",
        "Transfer-Encoding: chunked, chunked",
        "Content Length: 5",
        ": nothing",
        "X-Nul: a\0b"
      })
  void refusesAHeadThatCannotBeAndHangsUp(String headers) throws Exception {
    try (RawHttp client = new RawHttp(server.port())) {
      String head = "POST /body HTTP/1.1\nHost: 127.0.0.1\n" + headers.replace('|', '\n') + "\n\n";

      String answer = client.say(head + "GET /from HTTP/1.1\nHost: 127.0.0.1\n\n").toTheEnd();

      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .endsWith("\"sentence\":\"This request cannot be understood.\"}")
          .doesNotContainIgnoringCase("jetty");
      assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"zz\nxx\n0\n\n", "-5\nxx\n0\n\n", "fffffffffffffffff\nx", "1\nxyz\n0\n\n"})
  void doesNotHangOnABodyOfBrokenPieces(String pieces) throws Exception {
    try (RawHttp client = new RawHttp(server.port())) {
      String head = "POST /body HTTP/1.1\nHost: 127.0.0.1\nTransfer-Encoding: chunked\n\n";

      String answer = client.say(head + pieces).toTheEnd();

      assertThat(answer).doesNotContainIgnoringCase("jetty").doesNotStartWith("HTTP/1.1 200");
    }
  }

  @Test
  void saysSoWhenTheHeadIsTooLarge() throws Exception {
    try (RawHttp client = new RawHttp(server.port())) {
      String large = "X-Large: " + "x".repeat(20_000);

      assertThat(client.say("GET /from HTTP/1.1\nHost: 127.0.0.1\n" + large + "\n\n").toTheEnd())
          .startsWith("HTTP/1.1 431")
          .contains("Clearing the cookies of this page helps.");
    }
    try (RawHttp client = new RawHttp(server.port())) {
      assertThat(client.say("GET /" + "x".repeat(20_000) + " HTTP/1.1\n\n").toTheEnd())
          .startsWith("HTTP/1.1 414")
          .contains("This address is too long.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/healthz", "/from", "/nowhere"})
  void answersUnderNoOtherName(String path) throws Exception {
    try (RawHttp client = new RawHttp(server.port())) {
      assertThat(client.say("GET " + path + " HTTP/1.1\nHost: evil.example\n\n").head())
          .startsWith("HTTP/1.1 421");
    }
    try (RawHttp client = new RawHttp(server.port())) {
      assertThat(client.say("HEAD /healthz HTTP/1.1\nHost: LocalHost:99\n\n").head())
          .startsWith("HTTP/1.1 200")
          .contains("Content-Length: 15");
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      delimiter = '|',
      value = {
        "none                              | 127.0.0.1",
        "192.0.2.7                         | 192.0.2.7",
        "6.6.6.6, 192.0.2.7                | 192.0.2.7",
        "6.6.6.6, 192.0.2.7, 10.1.2.3      | 192.0.2.7",
        "192.0.2.7:4711                    | 192.0.2.7",
        "[2001:db8::1]:4711                | 2001:db8:0:0:0:0:0:1",
        "2001:db8::1                       | 2001:db8:0:0:0:0:0:1",
        "6.6.6.6, unknown                  | 127.0.0.1",
        "localhost                         | 127.0.0.1",
        "10.0.0.9                          | 10.0.0.9"
      })
  void believesATrustedProxyAndNobodyBeforeIt(@Nullable String forwarded, String client)
      throws Exception {
    assertThat(from(forwarded)).contains(client);
  }

  @Test
  void believesNobodyUnlessToldTo() throws Exception {
    server.close();
    server = open(List.of());

    assertThat(from("192.0.2.7")).contains("127.0.0.1");
  }

  private String from(@Nullable String forwarded) throws Exception {
    try (RawHttp client = new RawHttp(server.port())) {
      String header = forwarded == null ? "" : "X-Forwarded-For: " + forwarded + "\n";
      String answer =
          client
              .say("GET /from HTTP/1.1\nHost: 127.0.0.1\n" + header + "Connection: close\n\n")
              .toTheEnd();
      return answer.substring(answer.lastIndexOf('\n') + 1).strip();
    }
  }

  @Test
  void countsAHouseholdAsOne() {
    assertThat(Network.of("192.0.2.7")).isEqualTo("192.0.2.7");
    assertThat(Network.of("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(Network.of("[2001:db8:1:2:ffff::1]"))
        .isNotEqualTo(Network.of("2001:db8:1:3:3:4:5:6"));
    assertThat(Network.of("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
  }
}
