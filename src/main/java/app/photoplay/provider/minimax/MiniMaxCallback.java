package app.photoplay.provider.minimax;

import app.photoplay.provider.remote.hook.Hook;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// What MiniMax posts to an address that it shall call. Nothing of it is signed: whoever knows the
/// address can say it, so it is only a reason to ask how far the work is.
final class MiniMaxCallback {
  private static final int LONGEST_CHALLENGE = 1000;

  private MiniMaxCallback() {}

  /// When the address is new to it, MiniMax wants a word repeated within three seconds.
  static Hook.Call read(byte[] body) {
    JsonNode challenge = Hook.Json.read(body).path("challenge");
    return challenge.isTextual() && challenge.asText().length() <= LONGEST_CHALLENGE
        ? new Hook.Call.Proof(
            JsonNodeFactory.instance.objectNode().put("challenge", challenge.asText()).toString())
        : Hook.work(body, "/task_id", "/task/task_id");
  }
}
