package app.photoplay.chaos.server;

import app.photoplay.testkit.PhotoFiles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// People in front of the web page, each with a browser of their own that asks again when it gets
/// no answer, as the page does. Thread-safe.
final class Visitors implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(700);
  private static final int TOO_MANY = 429;

  /// Who is told to slow down so often goes away.
  private static final int MOST_TRIES = 20;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ServerProcess server;
  private final List<Visit> visits = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  Visitors(ServerProcess server) {
    this.server = server;
  }

  /// Somebody new asks for a video, or for words.
  void asks(Wish.Kind kind) {
    Visit visit = new Visit(kind);
    visits.add(visit);
    Thread.ofVirtual().name("visitor").start(visit::run);
  }

  /// All that was asked for so far.
  List<? extends Wish> wishes() {
    return visits;
  }

  @Override
  public void close() {
    closed = true;
    client.shutdownNow();
  }

  /// One visitor with one wish.
  private final class Visit implements Wish {
    private final Kind kind;
    private String cookie = "";
    private volatile boolean taken;
    private volatile int videos;
    private volatile List<String> told = List.of();

    private Visit(Kind kind) {
      this.kind = kind;
    }

    private void run() {
      try {
        cookie = until(this::page).headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
        ObjectNode message = JSON.createObjectNode();
        message.put("clientId", UUID.randomUUID().toString());
        message.put("words", kind == Kind.WORDS ? "/help" : "I came from the web.");
        if (kind != Kind.WORDS) {
          byte[] photo = PhotoFiles.portrait();
          JsonNode upload =
              JSON.readTree(
                  until(() -> to("/api/chat/uploads").POST(BodyPublishers.ofByteArray(photo)))
                      .body());
          message
              .putArray("uploads")
              .addObject()
              .put("id", upload.path("id").asText())
              .put("name", "photo.jpg")
              .put("type", "image/jpeg");
        }
        until(() -> to("/api/chat/messages").POST(BodyPublishers.ofString(message.toString())));
        taken = true;
        while (!closed && !over()) {
          Thread.sleep(LOOK);
          look(JSON.readTree(until(() -> to("/api/chat/history").GET()).body()));
        }
      } catch (TurnedAway | IOException e) {
        // It was told so, and nothing was taken.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void look(JsonNode history) {
      int found = 0;
      List<String> sentences = new CopyOnWriteArrayList<>();
      for (JsonNode message : history.path("messages")) {
        JsonNode content = message.path("content");
        if (content.path("video").isObject()) {
          found++;
        } else if (!message.path("own").asBoolean()
            && !content.path("kind").asText().equals("PROGRESS")) {
          sentences.add(content.path("text").asText());
        }
      }
      videos = found;
      told = List.copyOf(sentences);
    }

    private HttpRequest.Builder page() {
      return to("/").GET();
    }

    private HttpRequest.Builder to(String path) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(server.at(path)).timeout(PATIENCE).header("X-Photoplay", "1");
      return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    /// Asks until there is an answer: a server that is being started again gives none.
    private HttpResponse<String> until(Supplier<HttpRequest.Builder> question)
        throws InterruptedException, TurnedAway {
      int slowDowns = 0;
      while (!closed) {
        try {
          HttpResponse<String> answer =
              client.send(question.get().build(), BodyHandlers.ofString());
          int status = answer.statusCode();
          if (status < 300) {
            return answer;
          }
          if (status < 500 && (status != TOO_MANY || ++slowDowns > MOST_TRIES)) {
            throw new TurnedAway();
          }
        } catch (IOException e) {
          // as if the network were away
        }
        Thread.sleep(LOOK);
      }
      throw new TurnedAway();
    }

    @Override
    public Kind kind() {
      return kind;
    }

    @Override
    public boolean taken() {
      return taken;
    }

    @Override
    public int videos() {
      return videos;
    }

    @Override
    public int answers() {
      return told.size();
    }

    @Override
    public Optional<String> answer() {
      return told.stream().findFirst();
    }
  }

  /// The server does not want to hear of it.
  private static final class TurnedAway extends Exception {
    private static final long serialVersionUID = 1;
  }
}
