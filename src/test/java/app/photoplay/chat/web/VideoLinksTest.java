package app.photoplay.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.message.Video;
import app.photoplay.testkit.TinyVideo;
import app.photoplay.testkit.WebHost;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Links to videos, for people who have nothing but the link.
class VideoLinksTest {
  private static final Duration WEEK = Duration.ofDays(7);

  @TempDir Path folder;
  private WebHost host;
  private Video video;
  private HttpClient client;

  @BeforeEach
  void open() throws Exception {
    var links = new WebSettings.Links(Optional.of(URI.create("https://photo.example.org")), WEEK);
    host =
        WebHost.open(
            new WebSettings(
                folder.resolve("uploads"),
                "a secret that they do not have",
                "en",
                WebSettings.Visitors.UNLIMITED,
                links));
    video = TinyVideo.make(host.made, folder, 64, 64, 1);
    client = HttpClient.newHttpClient();
  }

  @AfterEach
  void close() {
    client.close();
    host.close();
  }

  @Test
  void showTheVideoWithoutCookieOrToken() throws Exception {
    HttpResponse<byte[]> answer = get(link());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("video/mp4");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("inline; filename=\"photoplay-");
    assertThat(answer.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.body()).isEqualTo(content());
  }

  @Test
  void canBeWatchedFromTheMiddle() throws Exception {
    HttpResponse<byte[]> answer = get(link(), "Range", "bytes=10-19");

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(content(), 10, 20));
  }

  @Test
  void lastAsLongAsTheySayAndThenLeadToAPageThatSaysSo() throws Exception {
    String link = link();
    host.time.advance(WEEK.minusSeconds(1));
    assertThat(get(link).statusCode()).isEqualTo(200);

    host.time.advance(Duration.ofSeconds(1));

    assertOver(get(link));
  }

  @Test
  void cannotBeMadeUpOrMadeToLast() throws Exception {
    String link = link();
    for (int i = "/v/".length(); i < link.length(); i += 7) {
      char other = link.charAt(i) == 'A' ? 'B' : 'A';
      assertOver(get(link.substring(0, i) + other + link.substring(i + 1)));
    }
    assertOver(get(link + "A"));
    assertOver(get("/v/" + video.content()));
    assertOver(get("/v/" + "A".repeat(3000)));
  }

  @Test
  void areOfNoUseWithoutTheKey() throws Exception {
    byte[] key = new byte[VideoLinks.KEY_BYTES];
    key[0] = 1;
    var links =
        new VideoLinks(
            key,
            new WebSettings.Links(Optional.of(URI.create("https://photo.example.org")), WEEK),
            host.time);

    assertOver(get(links.to(video.content(), WEEK).orElseThrow().getPath()));
  }

  @Test
  void leadToThePageWhenTheVideoIsNotKeptAnyMore() throws Exception {
    assertOver(get(host.links.to("0".repeat(64), WEEK).orElseThrow().getPath()));
  }

  @Test
  void areNotMadeWhereNobodyCouldFollowThem() {
    var links = new VideoLinks(new byte[VideoLinks.KEY_BYTES], WebSettings.Links.NONE, host.time);

    assertThat(links.to(video.content(), WEEK)).isEmpty();
  }

  private String link() {
    URI link = host.links.to(video.content(), WEEK).orElseThrow();
    assertThat(link.toString()).startsWith("https://photo.example.org/v/");
    return link.getPath();
  }

  private byte[] content() throws Exception {
    try (var lease = host.made.open(video.content()).orElseThrow()) {
      return Files.readAllBytes(lease.path());
    }
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(host.address(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static void assertOver(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .contains("This link does not work, or not any more.");
  }
}
