package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.web.VideoLinks;
import app.photoplay.chat.web.WebChat;
import app.photoplay.chat.web.WebSettings;
import app.photoplay.database.Database;
import app.photoplay.database.DatabaseException;
import app.photoplay.database.chat.SqlWebStore;
import app.photoplay.database.sqlite.FullDisk;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.server.ServerSettings;
import app.photoplay.server.WebServer;
import app.photoplay.storage.local.FolderUploads;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person in the web chat hears when nothing can be written any more.
class WebFullDiskTest {
  /// Too long for what is left of a page.
  private static final String MESSAGE =
      "{\"clientId\":\"0123456789abcdef\",\"words\":\"" + "x".repeat(8000) + "\"}";

  @TempDir private Path folder;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Database database;
  private WebServer server;
  private String cookie = "";

  @BeforeEach
  void open() throws Exception {
    database = Databases.open(folder);
    WebChat chat =
        new WebChat(
            new WebSettings(folder.resolve("uploads"), "", "en", new WebSettings.Visitors(200, 10)),
            new SqlWebStore(database),
            new FolderUploads(folder.resolve("uploads"), InstantSource.system()),
            _ -> Optional.empty(),
            new VideoLinks(
                new byte[VideoLinks.KEY_BYTES], WebSettings.Links.NONE, InstantSource.system()),
            failure -> failure instanceof DatabaseException refused && refused.full(),
            InstantSource.system());
    chat.start(_ -> {}, List.of());
    server = WebServer.open(ServerSettings.ANYWHERE, chat::routes);
    cookie = send("/", null).headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  @AfterEach
  void close() {
    client.shutdownNow();
    server.close();
    database.close();
  }

  private HttpResponse<String> send(String path, @Nullable String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .header("X-Photoplay", "1")
            .header("Cookie", cookie);
    return client.send(
        (body == null ? request.GET() : request.POST(BodyPublishers.ofString(body))).build(),
        BodyHandlers.ofString());
  }

  @Test
  void saysThatThereIsNoRoomAndWorksAgainOnceThereIs() throws Exception {
    FullDisk.fill(database);

    HttpResponse<String> refused = send("/api/chat/messages", MESSAGE);
    assertThat(refused.statusCode()).isEqualTo(507);
    assertThat(new ObjectMapper().readTree(refused.body()).path("sentence").asText())
        .startsWith("There is no room left on the server");
    assertThat(send("/", null).statusCode()).isEqualTo(200);
    assertThat(send("/api/chat/history", null).statusCode()).isEqualTo(200);
    assertThat(database.writable()).isFalse();

    FullDisk.empty(database);
    assertThat(database.writable()).isTrue();
    assertThat(send("/api/chat/messages", MESSAGE).statusCode()).isEqualTo(201);
  }
}
