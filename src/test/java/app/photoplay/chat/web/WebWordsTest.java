package app.photoplay.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.WebHost;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the page's own words come from.
class WebWordsTest {
  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private WebHost host;

  @BeforeEach
  void open() {
    host = WebHost.open(folder);
  }

  @AfterEach
  void close() {
    client.close();
    host.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB,en;q=0.9", "tlh", "*"})
  void comeInALanguageThatThereIs(String wanted) throws Exception {
    HttpResponse<String> answer = get("/words.json", wanted);
    JsonNode words = Content.JSON.readTree(answer.body());

    assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Language");
    assertThat(words.path("language").asText()).isEqualTo("en");
    assertThat(words.path("direction").asText()).isEqualTo("ltr");
    assertThat(words.path("words").path("tagline").asText()).isEqualTo("Photos that speak");
    assertThat(words.path("words").path("uploading").asText()).contains("{percent}");
  }

  @Test
  void areInThePageWhereNoScriptRuns() throws Exception {
    String page = get("/", "en").body();

    assertThat(page)
        .contains("<html lang=\"en\" dir=\"ltr\">", "Photoplay needs JavaScript.")
        .doesNotContain("<!--");
  }

  private HttpResponse<String> get(String path, String language) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(host.address(path)).header("Accept-Language", language).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
