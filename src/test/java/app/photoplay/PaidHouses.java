package app.photoplay;

import app.photoplay.provider.did.FakeDid;
import app.photoplay.provider.elevenlabs.FakeElevenLabs;
import app.photoplay.provider.fal.FakeFal;
import app.photoplay.provider.minimax.FakeMiniMax;
import app.photoplay.provider.openai.FakeOpenAi;
import app.photoplay.provider.remote.FakeApi;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Traffic;
import app.photoplay.provider.runway.FakeRunway;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Six paid providers on the loopback, all of them busy, and the settings that lead there.
final class PaidHouses implements AutoCloseable {
  private static final String KEY = "a-key-of-the-operator-";
  private static final int CLIP_SECONDS = 6;
  private static final int SPEECH_SECONDS = 2;

  /// Works at a time for each account, and for each model of it.
  static final int SIMULTANEOUS = 4;

  private final Map<String, FakeApi> fakes = new LinkedHashMap<>();
  private final Map<String, Traffic> traffic = new LinkedHashMap<>();

  PaidHouses(Path folder) throws Exception {
    byte[] video = Parts.video(CLIP_SECONDS);
    byte[] sound = Files.readAllBytes(Parts.tone(folder.resolve("speech.wav"), SPEECH_SECONDS));
    FakeFal fal = new FakeFal(key("fal"), "video", video);
    FakeRunway runway = new FakeRunway(key("runway"), video, sound);
    FakeMiniMax miniMax = new FakeMiniMax(key("minimax"), video, sound);
    FakeOpenAi openRouter = new FakeOpenAi(key("openrouter"), video);
    FakeDid did = new FakeDid(key("d-id"), video);
    FakeElevenLabs elevenLabs = new FakeElevenLabs(key("elevenlabs"), sound);
    add("fal", fal, fal.crowded(1));
    add("runway", runway, runway.crowded(2));
    add("minimax", miniMax, miniMax.crowded(3));
    add("openrouter", openRouter, openRouter.crowded(4));
    add("d-id", did, did.crowded(5));
    add("elevenlabs", elevenLabs, elevenLabs.crowded(6));
  }

  private void add(String name, FakeApi fake, Traffic many) {
    fakes.put(name, fake);
    traffic.put(name, many);
  }

  private static String key(String name) {
    return KEY + name;
  }

  /// Each provider's, by its name in the settings.
  Map<String, Traffic> traffic() {
    return traffic;
  }

  /// Nothing happened at any that it has no word for.
  List<Throwable> surprises() {
    List<Throwable> all = new ArrayList<>();
    fakes.values().forEach(fake -> all.addAll(fake.surprises()));
    return all;
  }

  /// The lines of a config.yaml.
  String settings() {
    StringBuilder yaml =
        new StringBuilder(
            """
            models:
              - {name: runway-avatar, price: 9 USD}
              - {name: openrouter-wan, price: 9 USD}
              - {name: fal-kling-standard, simultaneous: 4}
              - {name: fal-hailuo-02, simultaneous: 4}
              - {name: runway-gen4-turbo, simultaneous: 4}
              - {name: minimax-hailuo02-512p-6s, simultaneous: 4}
              - {name: d-id-talks, simultaneous: 4}
              - {name: elevenlabs-flash, simultaneous: 4}
            providers:
              order:
                talk: d-id, fal, local
                clip: runway, fal, minimax, openrouter, local
            """);
    fakes.forEach((name, fake) -> {
      String base = fake.address() + (name.equals("openrouter") ? "/api/v1" : "");
      yaml.append("  ").append(name).append(":\n    base-url: ").append(base);
      yaml.append("\n    simultaneous: ").append(SIMULTANEOUS).append('\n');
      if (name.equals("fal")) {
        yaml.append("    upload-url: ").append(base).append('\n');
      }
    });
    return yaml.toString();
  }

  /// The keys, as the environment has them.
  Map<String, String> keys() {
    Map<String, String> keys = new HashMap<>();
    Map.of(
            "fal", "FAL_KEY",
            "runway", "RUNWAY_API_KEY",
            "minimax", "MINIMAX_API_KEY",
            "openrouter", "OPENROUTER_API_KEY",
            "d-id", "D_ID_API_KEY",
            "elevenlabs", "ELEVENLABS_API_KEY")
        .forEach((name, variable) -> keys.put(variable, key(name)));
    return keys;
  }

  @Override
  public void close() {
    fakes.values().forEach(FakeApi::close);
  }
}
