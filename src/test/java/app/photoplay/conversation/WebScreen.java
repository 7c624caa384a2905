package app.photoplay.conversation;

import app.photoplay.testkit.WebVisitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/// A browser with the page of the web chat: posts what the page posts and reads the live connection
/// as the page does.
final class WebScreen implements Screen {
  private static final String MESSAGES = "/api/chat/messages";
  private static final String BUTTONS = "/api/chat/buttons";
  private static final long WHILE_SECONDS = 60;

  private final WebVisitor visitor;
  private final int number;
  private final Map<String, ObjectNode> posted = new HashMap<>();
  private final List<Seen> states = new ArrayList<>();
  private final Map<String, Seen> shown = new LinkedHashMap<>();
  private final Map<String, String> notices = new HashMap<>();
  private final List<String> complaints = new ArrayList<>();
  private WebVisitor.Window window;
  private long known;

  WebScreen(WebVisitor visitor, int number) {
    this.visitor = visitor;
    this.number = number;
    this.window = visitor.live(0);
  }

  /// As the page does when its connection is lost.
  void reconnects() {
    window = visitor.live(known);
  }

  void loses() {
    window.close();
  }

  List<String> complaints() {
    return complaints;
  }

  @Override
  public String place() {
    return "browser " + number;
  }

  // ---- doing

  @Override
  public String writes(Line line) throws Exception {
    return posts(message(line.words(), line.file(), line.on()));
  }

  @Override
  public String calls(Call call) throws Exception {
    // the page's controls are its options
    ObjectNode message =
        message(("/" + call.command() + " " + call.words()).strip(), call.photo(), call.on());
    ObjectNode options = message.putObject("options");
    call.options().forEach(options::put);
    return posts(message);
  }

  private ObjectNode message(String words, Optional<Path> file, Optional<Said> on)
      throws Exception {
    ObjectNode message = WebVisitor.message(words).put("language", "en").put("zone", "UTC");
    on.ifPresent(it -> message.put("replyTo", it.id()));
    if (file.isPresent()) {
      message
          .putArray("uploads")
          .addObject()
          .put("id", visitor.uploaded(Files.readAllBytes(file.get())))
          .put("name", file.get().getFileName().toString())
          .put("type", Line.mediaType(file.get()));
    }
    return message;
  }

  private String posts(ObjectNode message) throws Exception {
    HttpResponse<byte[]> answer = visitor.say(message);
    JsonNode body = WebVisitor.json(answer);
    if (answer.statusCode() != 201) {
      complaints.add(body.toString());
    }
    String id = body.path("id").asText();
    posted.put(id, message);
    return id;
  }

  @Override
  public Act presses(Said message, String data) throws Exception {
    ObjectNode press =
        WebVisitor.JSON
            .createObjectNode()
            .put("pressId", UUID.randomUUID().toString())
            .put("message", message.id())
            .put("data", data)
            .put("language", "en")
            .put("zone", "UTC");
    HttpResponse<byte[]> answer = visitor.post(BUTTONS, press.toString());
    String id = press.path("pressId").asText();
    posted.put(id, press);
    if (answer.statusCode() != 202) {
      return new Act(id, WebVisitor.json(answer).path("sentence").asText());
    }
    follows("answer to a press", () -> Optional.ofNullable(notices.get(id)));
    return new Act(id, notices.getOrDefault(id, ""));
  }

  @Override
  public void repeats(Act act) throws Exception {
    ObjectNode body = posted.get(act.id());
    if (body == null) {
      throw new IllegalArgumentException("not done here: " + act);
    }
    visitor.post(body.has("pressId") ? BUTTONS : MESSAGES, body.toString());
  }

  // ---- looking

  @Override
  public List<Seen> history() throws Exception {
    Optional<JsonNode> event = window.next(Duration.ZERO);
    while (event.isPresent()) {
      take(event.get());
      event = window.next(Duration.ZERO);
    }
    return List.copyOf(states);
  }

  /// As the page shows it when it is opened.
  @Override
  public List<Seen> sees() throws Exception {
    return StreamSupport.stream(visitor.history().path("messages").spliterator(), false)
        .sorted((a, b) -> Long.compare(a.path("number").asLong(), b.path("number").asLong()))
        .map(WebScreen::seen)
        .toList();
  }

  @Override
  public Seen awaits(String what, Predicate<Seen> wanted) throws Exception {
    return follows(what, () -> shown.values().stream().filter(wanted).findFirst());
  }

  @Override
  public byte[] watches(Seen message) throws Exception {
    HttpResponse<byte[]> video = visitor.get(MESSAGES + "/" + message.id() + "/video");
    if (video.statusCode() != 200) {
      throw new AssertionError("no video but " + video.statusCode());
    }
    return video.body();
  }

  private interface Look<T> {
    Optional<T> at();
  }

  /// Reads the live connection until there is what is looked for.
  private <T> T follows(String what, Look<T> look) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(WHILE_SECONDS).toNanos();
    Optional<T> found = look.at();
    while (found.isEmpty()) {
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      take(
          window
              .next(left)
              .orElseThrow(() -> new AssertionError("no " + what + " in " + shown.values())));
      found = look.at();
    }
    return found.get();
  }

  private void take(JsonNode event) throws IOException {
    if (event.path("type").asText().equals("notice")) {
      notices.put(event.path("press").asText(), event.path("text").asText());
      return;
    }
    JsonNode message = event.path("message");
    known = message.path("change").asLong();
    Seen seen = seen(message);
    states.add(seen);
    shown.put(seen.id(), seen);
  }

  private static Seen seen(JsonNode message) {
    JsonNode content = message.path("content");
    List<Seen.Button> buttons = new ArrayList<>();
    content
        .path("buttons")
        .forEach(row ->
            row.forEach(it ->
                buttons.add(new Seen.Button(it.path("label").asText(), it.path("data").asText()))));
    return new Seen(
        message.path("id").asText(),
        message.path("own").asBoolean(),
        content.path("text").asText(),
        buttons,
        Optional.of(content.path("video")).filter(JsonNode::isObject).map(WebScreen::video),
        content.path("picture").isObject(),
        content.path("document").path("name").asText(),
        content.path("replyTo").asText(),
        true, // the page has no sounds
        message.path("seen").asBoolean(),
        false);
  }

  private static Seen.Video video(JsonNode video) {
    return new Seen.Video(
        video.path("content").asText(),
        video.path("width").asInt(),
        video.path("height").asInt(),
        video.path("seconds").asDouble(),
        true);
  }
}
