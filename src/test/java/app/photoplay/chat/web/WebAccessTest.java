package app.photoplay.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.testkit.WebHost;
import app.photoplay.testkit.WebVisitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAccessTest {
  @TempDir Path folder;

  @Test
  void givesABrowserALastingCookieThatScriptsCannotRead() throws Exception {
    try (WebHost host = WebHost.open(folder);
        WebVisitor visitor = new WebVisitor(host)) {
      HttpResponse<byte[]> answer = visitor.get("/");

      String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
      assertThat(cookie)
          .containsPattern("^photoplay=[A-Za-z0-9_-]{43};")
          .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=31536000")
          .doesNotContain("Secure");
    }
  }

  @Test
  void keepsTheCookieToHttpsWhenTheBrowserCameByHttps() throws Exception {
    try (WebHost host = WebHost.open(folder);
        WebVisitor visitor = new WebVisitor(host)) {
      HttpResponse<byte[]> answer = visitor.get("/", "X-Forwarded-Proto", "https");

      assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
    }
  }

  @Test
  void keepsTheIdentityOfABrowserThatHasOne() throws Exception {
    try (WebHost host = WebHost.open(folder);
        WebVisitor visitor = WebVisitor.arrive(host)) {
      HttpResponse<byte[]> again = visitor.get("/");

      assertThat(again.headers().allValues("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void namesAPersonByAHashAndNeverByTheCookie() throws Exception {
    try (WebHost host = WebHost.open(folder);
        WebVisitor visitor = WebVisitor.arrive(host)) {
      visitor.say("hello");

      ChatUpdate update = host.next();
      String secret = visitor.cookies.substring("photoplay=".length());
      assertThat(update.from().id()).matches("[0-9a-f]{32}");
      assertThat(update.toString()).doesNotContain(secret);
    }
  }

  @Test
  void refusesCallsWithoutACookie() throws Exception {
    try (WebHost host = WebHost.open(folder);
        WebVisitor visitor = new WebVisitor(host)) {
      assertThat(visitor.get("/api/chat/history").statusCode()).isEqualTo(401);
      assertThat(visitor.say("hello").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void asksForTheAccessTokenBeforeAnythingElse() throws Exception {
    try (WebHost host = WebHost.open(folder, "sesame");
        WebVisitor visitor = new WebVisitor(host)) {
      HttpResponse<byte[]> page = visitor.get("/");

      assertThat(page.statusCode()).isEqualTo(401);
      assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("Access token");
      visitor.cookies = "photoplay=" + "a".repeat(43);
      assertThat(visitor.get("/api/chat/history").statusCode()).isEqualTo(401);
      assertThat(visitor.say("hello").statusCode()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/?token=sesame", "/login?token=sesame", "/?photoplay_access=sesame"})
  void takesNoTokenFromAnAddress(String address) throws Exception {
    try (WebHost host = WebHost.open(folder, "sesame");
        WebVisitor visitor = new WebVisitor(host)) {
      assertThat(visitor.get(address).statusCode()).isEqualTo(401);
      assertThat(visitor.post(address, "").statusCode()).isNotEqualTo(303);
      assertThat(visitor.get("/").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void letsInWhoTypesTheToken() throws Exception {
    try (WebHost host = WebHost.open(folder, "sesame");
        WebVisitor visitor = new WebVisitor(host)) {
      String form = "application/x-www-form-urlencoded";
      visitor.post("/login", "token=wrong", "Content-Type", form);
      assertThat(visitor.get("/").statusCode()).isEqualTo(401);

      visitor.post("/login", "token=sesame", "Content-Type", form);

      assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void saysThatTheTokenIsWrong() throws Exception {
    try (WebHost host = WebHost.open(folder, "sesame");
        WebVisitor visitor = new WebVisitor(host)) {
      HttpResponse<byte[]> answer = login(visitor, "wrong", "192.0.2.1");

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(new String(answer.body(), StandardCharsets.UTF_8))
          .contains("That is not the access token.", "<form");
    }
  }

  @Test
  void slowsDownWhoGuessesTokensAndNobodyElse() throws Exception {
    try (WebHost host = WebHost.open(folder, "sesame");
        WebVisitor visitor = new WebVisitor(host)) {
      String guesser = "2001:db8:1:2::";
      for (int i = 0; i < 5; i++) {
        assertThat(login(visitor, "guess" + i, guesser + i).statusCode()).isEqualTo(401);
      }
      HttpResponse<byte[]> next = login(visitor, "sesame", guesser + "77");
      HttpResponse<byte[]> elsewhere = login(visitor, "sesame", "2001:db8:1:3::1");
      host.time.advance(Duration.ofSeconds(1));
      HttpResponse<byte[]> again = login(visitor, "wrong", guesser + "78");
      host.time.advance(Duration.ofSeconds(1));
      HttpResponse<byte[]> longer = login(visitor, "sesame", guesser + "79");
      host.time.advance(Duration.ofSeconds(1));

      assertThat(next.statusCode()).isEqualTo(429);
      assertThat(next.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(new String(next.body(), StandardCharsets.UTF_8)).contains("wait 1 second ");
      assertThat(elsewhere.statusCode()).isEqualTo(303);
      assertThat(again.statusCode()).isEqualTo(401);
      assertThat(longer.statusCode()).isEqualTo(429);
      assertThat(login(visitor, "sesame", guesser + "80").statusCode()).isEqualTo(303);
    }
  }

  @Test
  void neverLetsAGuesserWaitLongerThanAMinute() throws Exception {
    try (WebHost host = WebHost.open(folder, "sesame");
        WebVisitor visitor = new WebVisitor(host)) {
      for (int i = 0; i < 40; i++) {
        login(visitor, "guess" + i, "192.0.2.1");
        host.time.advance(Duration.ofMinutes(1));
      }

      assertThat(login(visitor, "sesame", "192.0.2.1").statusCode()).isEqualTo(303);
    }
  }

  @Test
  void readsNoLongFormFromAStranger() throws Exception {
    try (WebHost host = WebHost.open(folder, "sesame");
        WebVisitor visitor = new WebVisitor(host)) {
      assertThat(login(visitor, "x".repeat(5000), "192.0.2.1").statusCode()).isEqualTo(413);
    }
  }

  private static HttpResponse<byte[]> login(WebVisitor visitor, String token, String from)
      throws IOException, InterruptedException {
    return visitor.post(
        "/login",
        "token=" + token,
        "Content-Type",
        "application/x-www-form-urlencoded",
        "X-Forwarded-For",
        from);
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Sec-Fetch-Site, none",
    "Origin, https://evil.example",
    "Origin, null",
    "X-Other, 1"
  })
  void refusesWhatAnotherSiteSends(String header, String value) throws Exception {
    try (WebHost host = WebHost.open(folder);
        WebVisitor visitor = WebVisitor.arrive(host)) {
      String body = WebVisitor.message("hello").toString();

      HttpResponse<byte[]> answer = visitor.postBare("/api/chat/messages", body, header, value);

      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(host.rest()).isEmpty();
    }
  }

  @Test
  void takesWhatItsOwnPageSends() throws Exception {
    try (WebHost host = WebHost.open(folder);
        WebVisitor visitor = WebVisitor.arrive(host)) {
      String origin = "http://127.0.0.1:" + host.port();
      String body = WebVisitor.message("hello").toString();

      assertThat(
              List.of(
                  visitor.postBare("/api/chat/messages", body, "Origin", origin).statusCode(),
                  visitor
                      .postBare("/api/chat/messages", body, "Sec-Fetch-Site", "same-origin")
                      .statusCode()))
          .containsOnly(201);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", "[::2]:1"})
  void doesNotAnswerUnderAForeignName(String name) throws Exception {
    try (WebHost host = WebHost.open(folder)) {
      assertThat(statusLine(host, name)).contains(" 421 ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:99", "127.0.0.1:1", "[::1]:8080", "[::1]"})
  void answersUnderTheNamesOfThisMachine(String name) throws Exception {
    try (WebHost host = WebHost.open(folder)) {
      assertThat(statusLine(host, name)).contains(" 200 ");
    }
  }

  /// By hand, for Java's client does not let a test choose the name.
  private static String statusLine(WebHost host, String name) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), host.port())) {
      String request = "GET / HTTP/1.1\r\nHost: " + name + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return answer.substring(0, answer.indexOf('\r'));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/chat.js", "/chat.css", "/icon.svg", "/api/chat/history"})
  void tellsBrowsersToBeCareful(String path) throws Exception {
    try (WebHost host = WebHost.open(folder);
        WebVisitor visitor = WebVisitor.arrive(host)) {
      HttpResponse<byte[]> answer = visitor.get(path);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }
  }

  @Test
  void hasNoScriptOrStyleInsideThePages() throws Exception {
    for (String name : List.of("index.html", "login.html")) {
      try (var in = WebAccessTest.class.getResourceAsStream("/web/" + name)) {
        assertThat(in).isNotNull();
        String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(page).doesNotContain(" style=", "<style", " onclick", "<script>", "http://");
      }
    }
  }

  @Test
  void neverPrintsTheAccessToken() {
    WebSettings settings = new WebSettings(folder, "sesame");

    assertThat(settings.toString()).doesNotContain("sesame");
  }
}
