package app.photoplay.provider.minimax;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;

/// What MiniMax posts to an address that it shall call. Nothing of it is signed: whoever knows the
/// address can say it, so it is only a reason to ask how far the work is.
public final class MiniMaxCallback {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_CHALLENGE = 1000;
  private static final int LONGEST_NAME = 100;

  private MiniMaxCallback() {}

  /// The JSON that proves within three seconds that the address is ours; empty when the body asks
  /// for no proof.
  public static Optional<String> answer(String body) {
    JsonNode challenge = read(body).path("challenge");
    return challenge.isTextual() && challenge.asText().length() <= LONGEST_CHALLENGE
        ? Optional.of(
            JsonNodeFactory.instance.objectNode().put("challenge", challenge.asText()).toString())
        : Optional.empty();
  }

  /// The task that something is said about.
  public static Optional<String> task(String body) {
    return Optional.of(read(body).path("task_id").asText(""))
        .filter(it -> !it.isEmpty() && it.length() <= LONGEST_NAME);
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }
}
