package app.photoplay.provider.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.text.Storyboard.Role;
import app.photoplay.provider.text.StoryboardReader.Reading;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// Prompts, answers and what must hold of a storyboard that was taken.
final class Boards {
  static final List<Integer> SHOTS = List.of(4, 6, 8);

  private Boards() {}

  static StoryboardPrompt prompt(int seconds, Role... cast) {
    return new StoryboardPrompt(
        "A keeper befriends a storm",
        seconds,
        "en",
        OptionalInt.empty(),
        "",
        List.of(cast),
        SHOTS,
        Optional.empty());
  }

  static StoryboardPrompt styled(String style) {
    return new StoryboardPrompt(
        "A storm", 12, "en", OptionalInt.empty(), style, List.of(), SHOTS, Optional.empty());
  }

  static StoryboardPrompt ofScenes(int seconds, int scenes) {
    return new StoryboardPrompt(
        "A storm", seconds, "en", OptionalInt.of(scenes), "", List.of(), SHOTS, Optional.empty());
  }

  /// Two scenes of 6 seconds, the second with a field that is otherwise, or more.
  static String answer(String field, String json) {
    Map<String, String> second = new LinkedHashMap<>();
    second.put("seconds", "6");
    second.put("picture", "\"a keeper\"");
    second.put("ending", "\"\"");
    second.put("motion", "\"she turns\"");
    second.put("shot", "\"medium\"");
    second.put("camera", "\"static-shot\"");
    second.put("speaker", "\"Anna\"");
    second.put("words", "\"Hello.\"");
    second.put("next", "\"cut\"");
    if (!field.isEmpty()) {
      second.put(field, json);
    }
    return """
    {"title":"The storm","style":"oil","cast":[{"name":"Anna","looks":"a tall keeper"}],
    "scenes":[
    {"seconds":6,"picture":"a lighthouse","motion":"waves roll","shot":"wide",
    "camera":"push-in","speaker":"","words":"It begins.","next":"crossfade"},
    """
        + second.entrySet().stream()
            .map(it -> "\"" + it.getKey() + "\":" + it.getValue())
            .collect(Collectors.joining(",", "{", "}]}\n"));
  }

  static Storyboard good(String answer, StoryboardPrompt prompt) {
    Reading reading = StoryboardReader.read(answer, prompt);
    assertThat(reading).isInstanceOf(Reading.Good.class);
    return ((Reading.Good) reading).board();
  }

  static List<String> faults(String answer, StoryboardPrompt prompt) {
    Reading reading = StoryboardReader.read(answer, prompt);
    assertThat(reading).isInstanceOf(Reading.Faulty.class);
    return ((Reading.Faulty) reading).faults();
  }

  /// Every rule for what is taken.
  static void assertKeepsTheRules(Storyboard board, StoryboardPrompt prompt) {
    assertThat(board.scenes()).hasSizeBetween(1, StoryboardLimits.MOST_SCENES);
    prompt.scenes().ifPresent(count -> assertThat(board.scenes()).hasSize(count));
    assertThat(Math.abs(board.seconds() - prompt.seconds()) * 10)
        .isLessThanOrEqualTo(prompt.seconds());
    assertThat(board.language()).isEqualTo(prompt.language());
    assertText(board.title(), StoryboardLimits.TITLE);
    assertText(board.style(), StoryboardLimits.STYLE);
    assertThat(board.title()).isNotEmpty();
    Set<String> names = new HashSet<>();
    board.cast().forEach(role -> names.add(role.name()));
    assertThat(board.cast()).containsAll(prompt.cast());
    assertThat(board.cast())
        .hasSizeLessThanOrEqualTo(prompt.cast().size() + StoryboardLimits.MOST_ROLES)
        .allSatisfy(role -> assertText(role.looks(), StoryboardLimits.LOOKS));
    for (Storyboard.Scene scene : board.scenes()) {
      assertThat(prompt.shots()).contains(scene.seconds());
      assertThat(scene.picture()).isNotEmpty();
      assertText(scene.picture(), StoryboardLimits.PICTURE);
      assertText(scene.ending(), StoryboardLimits.PICTURE);
      assertText(scene.motion(), StoryboardLimits.MOTION);
      assertText(scene.words(), StoryboardLimits.WORDS);
      assertThat(SpokenTime.seconds(scene.words())).isLessThanOrEqualTo(scene.seconds());
      assertThat(scene.speaker().isEmpty() || names.contains(scene.speaker())).isTrue();
    }
  }

  private static void assertText(String text, int most) {
    assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(most);
    assertThat(text)
        .isEqualTo(text.strip())
        .doesNotContainPattern("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]")
        .doesNotContainPattern("</?[a-zA-Z][^<>]{0,300}>");
  }
}
