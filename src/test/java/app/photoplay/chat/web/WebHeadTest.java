package app.photoplay.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.RawHttp;
import app.photoplay.testkit.WebHost;
import app.photoplay.testkit.WebVisitor;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// HEAD beside GET, and answers that browsers want compressed.
class WebHeadTest {
  @TempDir Path folder;
  private WebHost host;
  private WebVisitor visitor;
  private String upload = "";

  @BeforeEach
  void open() throws Exception {
    host = WebHost.open(folder);
    visitor = WebVisitor.arrive(host);
    // like a voice note: no type that is known as compressed already
    String id =
        visitor.uploaded(
            "a voice note that could be compressed ".repeat(500).getBytes(StandardCharsets.UTF_8));
    ObjectNode message = WebVisitor.message("listen");
    message.putArray("uploads").addObject().put("id", id).put("name", "v.ogg").put("type", "");
    String sent = WebVisitor.json(visitor.say(message)).path("id").asText();
    upload = "/api/chat/messages/" + sent + "/uploads/" + id;
  }

  @AfterEach
  void close() {
    visitor.close();
    host.close();
  }

  private String ask(String method, String path, String headers) throws IOException {
    try (RawHttp client = new RawHttp(host.port())) {
      String request =
          method
              + " "
              + path.replace("UPLOAD", upload)
              + " HTTP/1.1\nHost: 127.0.0.1\nCookie: "
              + visitor.cookies
              + "\n"
              + headers
              + "Connection: close\n\n";
      return client.say(request).toTheEnd();
    }
  }

  private static String head(String answer) {
    return answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  private static String withoutDate(String head) {
    return head.replaceAll("date: .*\r\n", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/chat.js",
        "/login",
        "/icon.svg",
        "/api/chat/history",
        "UPLOAD",
        "/nowhere",
        "/api/chat/messages/unknown/video"
      })
  void answersHeadAsGetWithoutABody(String path) throws Exception {
    String got = ask("GET", path, "");
    String asked = ask("HEAD", path, "");

    assertThat(withoutDate(head(asked))).isEqualTo(withoutDate(head(got)));
    assertThat(body(got)).isNotEmpty();
    assertThat(body(asked)).isEmpty();
  }

  @Test
  void statesTheLengthOfAFile() throws Exception {
    assertThat(head(ask("HEAD", "UPLOAD", ""))).contains("content-length: 19000");
  }

  @ParameterizedTest
  @CsvSource({"bytes=10-19, 206", "bytes=-5, 206", "bytes=99999999-, 416"})
  void answersHeadForAPartAsGet(String range, int status) throws Exception {
    String got = ask("GET", "UPLOAD", "Range: " + range + "\n");
    String asked = ask("HEAD", "UPLOAD", "Range: " + range + "\n");

    assertThat(asked).startsWith("HTTP/1.1 " + status);
    assertThat(withoutDate(head(asked))).isEqualTo(withoutDate(head(got)));
  }

  @Test
  void sendsAFileAsItIsThoughTheBrowserWouldTakeItCompressed() throws Exception {
    String plain = ask("GET", "UPLOAD", "");
    String answer = ask("GET", "UPLOAD", "Accept-Encoding: gzip\n");

    assertThat(answer).startsWith("HTTP/1.1 200");
    assertThat(head(answer)).doesNotContain("content-encoding");
    assertThat(body(answer)).isEqualTo(body(plain)).hasSize(19000);
  }

  @Test
  void compressesThePage() throws Exception {
    String answer = ask("GET", "/chat.js", "Accept-Encoding: gzip\n");

    assertThat(answer).startsWith("HTTP/1.1 200");
    assertThat(head(answer)).contains("content-encoding: gzip");
  }

  @Test
  void saysInPlainWordsThatThereIsNothing() throws Exception {
    assertThat(ask("GET", "/nowhere", ""))
        .startsWith("HTTP/1.1 404")
        .endsWith("\"sentence\":\"There is nothing at this address.\"}")
        .contains("Content-Security-Policy");
  }
}
