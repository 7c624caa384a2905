package app.photoplay.provider.runway;

import app.photoplay.provider.remote.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The avatars under an account. Each of ours belongs to one photo and speech, and its name says
/// which: so it is found again after a crash, is never made twice, and no photo stays there.
record RunwayAvatars(RunwayAccount account) {
  private static final String OURS = "photoplay-";
  private static final Duration FORGOTTEN = Duration.ofDays(1);
  private static final int PAGE = 50;
  private static final int MOST_PAGES = 20;

  /// An avatar.
  ///
  /// @param ready whether it can be used
  record Avatar(String id, boolean ready) {}

  /// Looks for the one with this name, and deletes those that nobody came back for.
  ///
  /// @throws Fault.Thrown when there is one that could not be made; it is deleted then
  Optional<Avatar> find(String hash) throws IOException {
    Optional<Avatar> found = Optional.empty();
    String cursor = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode list =
          account.get(
              "/v1/avatars?limit=" + PAGE + (cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor)));
      for (JsonNode avatar : list.path("data")) {
        if (avatar.path("name").asText("").equals(OURS + hash)) {
          found = Optional.of(read(avatar));
        } else if (isForgotten(avatar)) {
          forget(avatar.path("id").asText(""));
        }
      }
      cursor = list.path("nextCursor").asText("");
      if (cursor.isEmpty()) {
        break;
      }
    }
    return found;
  }

  private static String encoded(String cursor) {
    return URLEncoder.encode(cursor, StandardCharsets.UTF_8);
  }

  private boolean isForgotten(JsonNode avatar) {
    if (!avatar.path("name").asText("").startsWith(OURS)) {
      return false;
    }
    try {
      Instant made = Instant.parse(avatar.path("createdAt").asText(""));
      return made.plus(FORGOTTEN).isBefore(account.remote().now());
    } catch (DateTimeException _) {
      return false;
    }
  }

  /// Makes one.
  ///
  /// @param image address of the photo
  /// @param processing whether the photo is changed for it: `optimize` or `none`
  Avatar create(String hash, String image, String processing) throws IOException {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", OURS + hash)
            .put("personality", "Says what it is given to say.")
            .put("referenceImage", image)
            .put("imageProcessing", processing);
    // it never speaks by itself, but has to have a voice
    body.putObject("voice").put("type", "runway-live-preset").put("presetId", "clara");
    return read(account.post("/v1/avatars", body));
  }

  private Avatar read(JsonNode avatar) throws IOException {
    String id = avatar.path("id").asText("");
    if (id.isEmpty()) {
      throw new IOException("an avatar without a name");
    }
    String status = avatar.path("status").asText("");
    if (status.equals("FAILED")) {
      forget(id);
      throw new Fault.Input("no avatar: " + avatar.path("failureReason").asText("")).thrown();
    }
    return new Avatar(id, status.equals("READY"));
  }

  /// Deletes one, as well as that goes: those that stay are deleted another time.
  void forget(String id) {
    try {
      account.delete("/v1/avatars/" + id);
    } catch (IOException _) {
      // found among the forgotten ones tomorrow
    }
  }
}
