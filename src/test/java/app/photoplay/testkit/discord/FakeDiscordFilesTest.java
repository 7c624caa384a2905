package app.photoplay.testkit.discord;

import static app.photoplay.testkit.discord.DiscordOption.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.testkit.SettableTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files lie at addresses that end.
class FakeDiscordFilesTest {
  @TempDir private Path folder;
  private final SettableTime time = SettableTime.noon();
  private final FakeDiscord discord = FakeDiscord.start(time);
  private final RawApi api = new RawApi(discord);
  private final HttpClient http = HttpClient.newHttpClient();
  private final DiscordPerson anna = discord.person(7).in(discord.guild("Home").channel("general"));
  private Path photo;

  @BeforeEach
  void takesAPhoto() throws IOException {
    photo = Files.write(folder.resolve("me.jpg"), new byte[] {1, 2, 3});
  }

  @AfterEach
  void close() {
    http.close();
    api.close();
    discord.close();
  }

  private HttpResponse<byte[]> get(String url) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
  }

  @Test
  void aFileOfAMessageIsServedForADay() throws Exception {
    DiscordMessage message = anna.writes("", DiscordFile.of(photo));
    String url = message.file().url();

    assertThat(url).contains("/attachments/").containsPattern("\\?ex=\\w+&is=\\w+&hm=\\w+&$");
    assertThat(get(url).body()).containsExactly(1, 2, 3);
    time.advance(Duration.ofHours(25));
    assertThat(get(url).statusCode()).isEqualTo(404);
    String path = "channels/%d/messages/%d".formatted(anna.channel(), message.id());
    String fresh = api.get(path).body().path("attachments").path(0).path("url").asText();
    assertThat(get(fresh).body()).containsExactly(1, 2, 3);
  }

  @Test
  void anOptionsFileIsEphemeral() throws Exception {
    var talk =
        Map.of(
            "name",
            "talk",
            "description",
            "d",
            "options",
            List.of(Map.of("type", 11, "name", "photo", "description", "d")));
    api.send("PUT", "applications/%d/commands".formatted(FakeDiscord.BOT), List.of(talk));

    DiscordInteraction used =
        anna.slash("talk", option("photo", new DiscordFile("me.jpg", "application/pdf", photo)));

    var file = used.json().path("data").path("resolved").path("attachments").elements().next();
    assertThat(file.path("ephemeral").asBoolean()).isTrue();
    assertThat(file.path("content_type").asText()).isEqualTo("application/pdf");
    assertThat(file.path("url").asText()).contains("/ephemeral-attachments/");
    assertThat(get(file.path("url").asText()).body()).containsExactly(1, 2, 3);
    discord.forgetsFile(file.path("id").asLong());
    assertThat(get(file.path("url").asText()).statusCode()).isEqualTo(404);
  }

  @Test
  void aForgedAddressLeadsNowhere() throws Exception {
    String url = anna.writes("", DiscordFile.of(photo)).file().url();

    assertThat(get(url.replace("ex=", "ex=f")).statusCode()).isEqualTo(404);
    assertThat(get(url.replaceAll("\\?.*", "")).statusCode()).isEqualTo(404);
  }

  @Test
  void anAddressLeadsElsewhereOrBreaksOff() throws Exception {
    String url = anna.writes("", DiscordFile.of(photo)).file().url();
    discord.next(
        "GET /attachments/**",
        DiscordReply.redirect(URI.create("http://169.254.1.1/secret")),
        DiscordReply.bytes(200, new byte[] {9}, Map.of("Content-Type", "image/jpeg")),
        DiscordReply.cutsTheConnection());

    var redirect = get(url);
    assertThat(redirect.statusCode()).isEqualTo(302);
    assertThat(redirect.headers().firstValue("Location")).hasValue("http://169.254.1.1/secret");
    assertThat(get(url).body()).containsExactly(9);
    assertThatThrownBy(() -> get(url)).isInstanceOf(IOException.class);
    assertThat(get(url).body()).containsExactly(1, 2, 3);
    assertThat(discord.calls("GET /attachments/**")).hasSize(4);
  }
}
