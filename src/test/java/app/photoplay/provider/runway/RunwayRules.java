package app.photoplay.provider.runway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What bodies Runway takes: each model has its own fields, and one too many is an error.
final class RunwayRules {
  private static final Set<String> GEN4 =
      Set.of("1280:720", "720:1280", "1104:832", "832:1104", "960:960", "1584:672");
  private static final Set<String> VEO = Set.of("1280:720", "720:1280", "1920:1080", "1080:1920");
  private static final Set<String> WAN =
      Set.of("832:480", "480:832", "1280:720", "720:1280", "1920:1080", "1080:1920");
  private static final Set<String> WAN_AUTO = Set.of("auto_480p", "auto_720p", "auto_1080p");
  private static final Set<String> SEEDANCE =
      Set.of(
          "1280:720",
          "1112:834",
          "960:960",
          "834:1112",
          "720:1280",
          "1920:1080",
          "1664:1248",
          "1440:1440",
          "1248:1664",
          "1080:1920");

  private final Set<String> uploads;
  private final List<String> issues = new ArrayList<>();

  /// @param uploads addresses of files that are there
  RunwayRules(Set<String> uploads) {
    this.uploads = uploads;
  }

  /// Paths of what is wrong; empty when the body is taken.
  List<String> imageToVideo(JsonNode body) {
    switch (body.path("model").asText()) {
      case "gen4.5" -> {
        fields(body, Set.of("promptImage", "promptText", "duration", "ratio"), Set.of("seed"));
        ratio(body, GEN4);
        frames(body, Set.of("first"));
        duration(body, 2, 10);
      }
      case "gen4_turbo" -> {
        fields(body, Set.of("promptImage", "ratio"), Set.of("promptText", "duration", "seed"));
        ratio(body, GEN4);
        frames(body, Set.of("first"));
        duration(body, 2, 10);
      }
      case "veo3.1", "veo3.1_fast" -> {
        fields(body, Set.of("promptImage", "ratio"), Set.of("promptText", "duration", "audio"));
        ratio(body, VEO);
        frames(body, Set.of("first", "last"));
        oneOf(body, Set.of(4, 6, 8));
      }
      case "wan3" -> {
        fields(
            body,
            Set.of("promptImage", "promptText", "duration", "ratio"),
            Set.of("audio", "seed"));
        ratio(body, WAN_AUTO);
        frames(body, Set.of("first", "last"));
        duration(body, 2, 30);
      }
      case "seedance2", "seedance2_mini" -> {
        fields(
            body,
            Set.of("promptImage"),
            Set.of("promptText", "duration", "ratio", "audio", "seed"));
        ratio(body, SEEDANCE);
        frames(body, Set.of("first", "last"));
        duration(body, 4, 15);
      }
      default -> issues.add("model");
    }
    return words(body);
  }

  /// The same for words alone.
  List<String> textToVideo(JsonNode body) {
    switch (body.path("model").asText()) {
      case "gen4.5" -> {
        fields(body, Set.of("promptText", "duration", "ratio"), Set.of("seed"));
        ratio(body, Set.of("1280:720", "720:1280"));
        duration(body, 2, 10);
      }
      case "veo3.1", "veo3.1_fast" -> {
        fields(body, Set.of("promptText", "ratio"), Set.of("duration", "audio"));
        ratio(body, VEO);
        oneOf(body, Set.of(4, 6, 8));
      }
      case "wan3" -> {
        fields(body, Set.of("promptText", "duration", "ratio"), Set.of("audio", "seed"));
        ratio(body, WAN);
        duration(body, 2, 30);
      }
      case "seedance2", "seedance2_mini" -> {
        fields(body, Set.of("promptText"), Set.of("duration", "ratio", "audio", "seed"));
        ratio(body, SEEDANCE);
        duration(body, 4, 15);
      }
      default -> issues.add("model");
    }
    return words(body);
  }

  List<String> avatar(JsonNode body) {
    shape(
        body,
        "",
        Set.of("name", "personality", "referenceImage", "voice"),
        Set.of("imageProcessing", "startScript", "documentIds"));
    shape(body.path("voice"), "voice.", Set.of("type", "presetId"), Set.of());
    exactly(body.path("voice").path("type"), "voice.type", Set.of("runway-live-preset"));
    exactly(body.path("imageProcessing"), "imageProcessing", Set.of("optimize", "none"));
    uploaded(body.path("referenceImage"), "referenceImage");
    return issues;
  }

  List<String> avatarVideo(JsonNode body, Set<String> avatars) {
    shape(body, "", Set.of("model", "avatar", "speech"), Set.of());
    exactly(body.path("model"), "model", Set.of("gwm1_avatars"));
    shape(body.path("avatar"), "avatar.", Set.of("type", "avatarId"), Set.of());
    exactly(body.path("avatar").path("avatarId"), "avatar.avatarId", avatars);
    shape(body.path("speech"), "speech.", Set.of("type", "audio"), Set.of());
    exactly(body.path("speech").path("type"), "speech.type", Set.of("audio"));
    uploaded(body.path("speech").path("audio"), "speech.audio");
    return issues;
  }

  private List<String> words(JsonNode body) {
    JsonNode text = body.path("promptText");
    int most = body.path("model").asText().startsWith("seedance") ? 3500 : 1000;
    if (!text.isMissingNode() && (text.asText().isEmpty() || text.asText().length() > most)) {
      issues.add("promptText");
    }
    if (body.has("seed")
        && (body.get("seed").asLong() < 0 || body.get("seed").asLong() > 1L << 32)) {
      issues.add("seed");
    }
    return issues;
  }

  private void fields(JsonNode body, Set<String> needed, Set<String> allowed) {
    Set<String> all = new TreeSet<>(needed);
    all.add("model");
    shape(body, "", all, allowed);
  }

  private void shape(JsonNode body, String at, Set<String> needed, Set<String> allowed) {
    needed.stream().filter(it -> !body.has(it)).forEach(it -> issues.add(at + it));
    body.properties().stream()
        .map(Map.Entry::getKey)
        .filter(it -> !needed.contains(it) && !allowed.contains(it))
        .forEach(it -> issues.add(at + it));
  }

  private void exactly(JsonNode value, String at, Set<String> allowed) {
    if (!value.isMissingNode() && !allowed.contains(value.asText())) {
      issues.add(at);
    }
  }

  private void ratio(JsonNode body, Set<String> allowed) {
    exactly(body.path("ratio"), "ratio", allowed);
  }

  private void duration(JsonNode body, int least, int most) {
    JsonNode duration = body.path("duration");
    if (!duration.isMissingNode()
        && !(duration.isInt() && duration.asInt() >= least && duration.asInt() <= most)) {
      issues.add("duration");
    }
  }

  private void oneOf(JsonNode body, Set<Integer> allowed) {
    if (body.has("duration") && !allowed.contains(body.get("duration").asInt())) {
      issues.add("duration");
    }
  }

  private void frames(JsonNode body, Set<String> positions) {
    for (JsonNode frame : body.path("promptImage")) {
      shape(frame, "promptImage.", Set.of("uri", "position"), Set.of());
      exactly(frame.path("position"), "promptImage.position", positions);
      uploaded(frame.path("uri"), "promptImage.uri");
    }
  }

  private void uploaded(JsonNode uri, String at) {
    exactly(uri, at, uploads);
  }
}
