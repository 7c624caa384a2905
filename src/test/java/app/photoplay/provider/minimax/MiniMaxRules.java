package app.photoplay.provider.minimax;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;

/// What bodies MiniMax takes.
final class MiniMaxRules {
  private static final int SHORTEST_SIDE = 300;
  private static final int MOST_BYTES = 20 << 20;

  private final List<String> issues = new ArrayList<>();

  /// Names of the fields that are wrong; empty when the body is taken.
  List<String> firstApi(JsonNode body) {
    fields(
        body,
        Set.of("model", "duration", "resolution"),
        Set.of(
            "prompt", "prompt_optimizer", "first_frame_image", "last_frame_image", "callback_url"));
    boolean first = body.has("first_frame_image");
    boolean last = body.has("last_frame_image");
    boolean good =
        switch (body.path("model").asText()) {
          case "MiniMax-Hailuo-2.3" -> !last;
          case "MiniMax-Hailuo-2.3-Fast" -> first && !last;
          case "MiniMax-Hailuo-02" -> true;
          default -> false;
        };
    demand(good, "model");
    boolean small = body.path("model").asText().equals("MiniMax-Hailuo-02") && first && !last;
    int duration = body.path("duration").asInt();
    switch (body.path("resolution").asText()) {
      case "512P" -> demand(small && (duration == 6 || duration == 10), "resolution");
      case "768P" -> demand(duration == 6 || duration == 10, "duration");
      case "1080P" -> demand(duration == 6, "duration");
      default -> demand(false, "resolution");
    }
    String prompt = body.path("prompt").asText("");
    demand(prompt.length() <= 2000 && (first || !prompt.isEmpty()), "prompt");
    demand(!prompt.contains("[") || body.path("prompt_optimizer").isBoolean(), "prompt_optimizer");
    image(body, "first_frame_image");
    image(body, "last_frame_image");
    return issues;
  }

  /// The same for the second API.
  List<String> secondApi(JsonNode body) {
    fields(body, Set.of("model", "content", "resolution", "duration"), Set.of("ratio"));
    demand(body.path("model").asText().equals("MiniMax-H3"), "model");
    demand(Set.of("768P", "2K").contains(body.path("resolution").asText()), "resolution");
    int duration = body.path("duration").asInt();
    demand(duration >= 4 && duration <= 15, "duration");
    demand(
        Set.of("adaptive", "16:9", "21:9", "4:3", "1:1", "3:4", "9:16")
            .contains(body.path("ratio").asText("adaptive")),
        "ratio");
    int texts = 0;
    Set<String> roles = new HashSet<>();
    for (JsonNode part : body.path("content")) {
      if (part.path("type").asText().equals("text")) {
        texts++;
        demand(!part.path("text").asText().isBlank(), "content.text");
      } else {
        demand(part.path("type").asText().equals("image_url"), "content.type");
        demand(
            Set.of("first_frame", "last_frame").contains(part.path("role").asText())
                && roles.add(part.path("role").asText()),
            "content.role");
        image(part.path("image_url"), "url");
      }
    }
    demand(texts == 1, "content");
    return issues;
  }

  List<String> speech(JsonNode body) {
    fields(
        body,
        Set.of("model", "text", "voice_setting"),
        Set.of("stream", "audio_setting", "language_boost", "output_format"));
    demand(
        Set.of("speech-2.8-hd", "speech-2.8-turbo").contains(body.path("model").asText()), "model");
    demand(body.path("text").asText().length() < 10_000, "text");
    JsonNode voice = body.path("voice_setting");
    fields(voice, Set.of("voice_id"), Set.of("speed", "vol", "pitch"));
    double speed = voice.path("speed").asDouble(1);
    demand(speed >= 0.5 && speed <= 2, "speed");
    demand(voice.path("pitch").isInt() && Math.abs(voice.path("pitch").asInt()) <= 12, "pitch");
    JsonNode audio = body.path("audio_setting");
    fields(audio, Set.of("sample_rate", "format"), Set.of("bitrate", "channel"));
    demand(audio.path("sample_rate").asInt() == 44_100, "sample_rate");
    demand(Set.of("hex", "url").contains(body.path("output_format").asText("hex")), "output");
    return issues;
  }

  private void fields(JsonNode body, Set<String> needed, Set<String> allowed) {
    needed.forEach(it -> demand(body.has(it), it));
    body.properties().stream()
        .map(Map.Entry::getKey)
        .forEach(it -> demand(needed.contains(it) || allowed.contains(it), it));
  }

  private void image(JsonNode body, String field) {
    if (!body.has(field)) {
      return;
    }
    String address = body.get(field).asText();
    String start = "data:image/jpeg;base64,";
    demand(address.startsWith(start), field);
    if (address.startsWith(start)) {
      byte[] bytes = Base64.getDecoder().decode(address.substring(start.length()));
      try {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        double ratio = (double) image.getWidth() / image.getHeight();
        demand(
            bytes.length < MOST_BYTES
                && Math.min(image.getWidth(), image.getHeight()) > SHORTEST_SIDE
                && ratio >= 0.4
                && ratio <= 2.5,
            field);
      } catch (IOException e) {
        issues.add(field);
      }
    }
  }

  private void demand(boolean good, String field) {
    if (!good) {
      issues.add(field);
    }
  }
}
