package app.photoplay.provider.local.piper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A Piper voice as it lies in its folder.
///
/// @param name short, lower case
/// @param title what people call it
/// @param language BCP 47 tag
/// @param licence as its makers state it, may be empty
/// @param model the ONNX file
/// @param durations the model's output that holds how long each phone takes; empty when it has none
/// @param settings what its JSON says
public record PiperVoice(
    String name,
    String title,
    String language,
    String licence,
    Path model,
    String durations,
    Settings settings) {
  static final String MODEL = "voice.onnx";
  static final String CONFIG = "voice.json";
  static final String ORIGIN = "origin.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /// What a voice's own file of settings says.
  ///
  /// @param rate samples a second
  /// @param espeak what espeak-ng calls its language
  /// @param tag its language, BCP 47
  /// @param noise how much its sound varies, 0 to 1 or so
  /// @param length of each phone, 1 is usual, 2 is slow
  /// @param rhythm how much its rhythm varies
  /// @param speaker which of several, -1 when there is one
  /// @param ids of each phone
  public record Settings(
      int rate,
      String espeak,
      String tag,
      double noise,
      double length,
      double rhythm,
      int speaker,
      Map<String, Integer> ids) {
    public Settings {
      ids = Map.copyOf(ids);
    }

    /// Reads the JSON beside a model.
    ///
    /// @throws IOException with a sentence that says what is wrong with it
    static Settings read(byte[] json) throws IOException {
      JsonNode root;
      try {
        root = JSON.readTree(json);
      } catch (IOException e) {
        throw new IOException("the voice's settings are no JSON", e);
      }
      int rate = root.path("audio").path("sample_rate").asInt();
      if (rate < 8_000 || rate > 192_000) {
        throw new IOException("the voice's settings name no sample rate");
      }
      Map<String, Integer> ids = new HashMap<>();
      root.path("phoneme_id_map")
          .properties()
          .forEach(entry -> ids.put(entry.getKey(), entry.getValue().path(0).asInt(-1)));
      if (!ids.containsKey("_") || !ids.containsKey("^") || !ids.containsKey("$")) {
        throw new IOException("the voice's settings name no phones");
      }
      String espeak = root.path("espeak").path("voice").asText("");
      String code = root.path("language").path("code").asText(espeak);
      if (espeak.isEmpty()) {
        throw new IOException("the voice's settings name no language of espeak-ng");
      }
      JsonNode inference = root.path("inference");
      int speakers = root.path("num_speakers").asInt(1);
      return new Settings(
          rate,
          espeak,
          code.replace('_', '-'),
          inference.path("noise_scale").asDouble(0.667),
          inference.path("length_scale").asDouble(1),
          inference.path("noise_w").asDouble(0.8),
          speakers > 1 ? root.path("speaker_id").asInt(0) : -1,
          ids);
    }
  }

  /// The voice in a folder.
  ///
  /// @throws IOException with a sentence that says what is wrong with it
  static PiperVoice in(Path folder) throws IOException {
    Settings settings = Settings.read(Files.readAllBytes(folder.resolve(CONFIG)));
    Path model = folder.resolve(MODEL);
    if (!Files.isRegularFile(model)) {
      throw new IOException("the voice's model is missing");
    }
    JsonNode origin =
        Files.isRegularFile(folder.resolve(ORIGIN))
            ? JSON.readTree(folder.resolve(ORIGIN).toFile())
            : JSON.createObjectNode();
    String name = String.valueOf(folder.getFileName());
    return new PiperVoice(
        name,
        origin.path("title").asText(name),
        settings.tag(),
        origin.path("licence").asText(""),
        model,
        origin.path("durations").asText(""),
        settings);
  }
}
