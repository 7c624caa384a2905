package app.photoplay.provider.elevenlabs;

import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.FakeApi;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Traffic;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// ElevenLabs' speech with times, as it is documented.
public final class FakeElevenLabs extends FakeApi {
  private static final Set<String> FIELDS = Set.of("text", "model_id", "voice_settings");

  private final String key;
  private final byte[] sound;

  public FakeElevenLabs(String key, byte[] sound) {
    this.key = key;
    this.sound = sound;
  }

  /// Many order at once, from now on.
  public Traffic crowded(long seed) {
    return crowd(new Traffic(seed, "item1", Optional.empty()));
  }

  @Override
  protected Step step(String method, String path) {
    return method.equals("POST") ? Step.ORDER : Step.OTHER;
  }

  @Override
  protected Answer usual(Call call) {
    if (!call.header("xi-api-key").equals(key)) {
      return error(401, "invalid_api_key", "Invalid API key");
    }
    return switch (call.path()) {
      case "/v1/voices" ->
          Answer.json(
              200,
              "{\"voices\":[{\"voice_id\":\"abc123\",\"name\":\"Grand Ma!\","
                  + "\"labels\":{\"language\":\"de\",\"mood\":\"good\"}},"
                  + "{\"voice_id\":\"def456\",\"name\":\"Tom\",\"labels\":{}}]}");
      case "/v1/user/subscription" ->
          Answer.json(
              200, "{\"tier\":\"creator\",\"character_count\":900,\"character_limit\":1000}");
      case "/v1/history/item1/audio" -> Answer.bytes("audio/mpeg", sound);
      default -> order(call);
    };
  }

  private Answer order(Call call) {
    String voice = call.path().replaceAll("/v1/text-to-speech/(\\w+)/with-timestamps\\?.*", "$1");
    if (!voice.matches("JBFqnCBsd6RMkjVDRZzb|abc123")) {
      return error(404, "voice_not_found", "A voice with this id does not exist");
    }
    JsonNode body = call.json();
    Set<String> given = new HashSet<>();
    body.fieldNames().forEachRemaining(given::add);
    given.removeAll(FIELDS);
    boolean known = body.path("model_id").asText().matches("eleven_(flash_v2_5|multilingual_v2)");
    double speed = body.path("voice_settings").path("speed").asDouble(1);
    if (!given.isEmpty() || !known || speed < 0.7 || speed > 1.2) {
      return Answer.json(422, "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"bad\",\"type\":\"x\"}]}");
    }
    return Answer.json(200, Map.of("history-item-id", "item1"), spoken(body.path("text").asText()));
  }

  /// Each letter takes 50 milliseconds.
  String spoken(String text) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("audio_base64", Base64.getEncoder().encodeToString(sound));
    ObjectNode alignment = answer.putObject("alignment");
    ArrayNode letters = alignment.putArray("characters");
    ArrayNode starts = alignment.putArray("character_start_times_seconds");
    ArrayNode ends = alignment.putArray("character_end_times_seconds");
    int[] all = text.codePoints().toArray();
    for (int i = 0; i < all.length; i++) {
      letters.add(Character.toString(all[i]));
      starts.add(i * 0.05);
      ends.add((i + 1) * 0.05);
    }
    answer.putNull("normalized_alignment");
    answer.put("mood", "unknown");
    return answer.toString();
  }

  static Answer error(int status, String code, String message) {
    return Answer.json(
        status, "{\"detail\":{\"status\":\"" + code + "\",\"message\":\"" + message + "\"}}");
  }
}
