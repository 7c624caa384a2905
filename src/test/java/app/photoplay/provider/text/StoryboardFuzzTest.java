package app.photoplay.provider.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.text.Storyboard.Role;
import app.photoplay.provider.text.StoryboardReader.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StoryboardFuzzTest {
  private static final int ANSWERS = 1000;
  private static final StoryboardPrompt PROMPT =
      Boards.prompt(24, new Role("Keeper", "a man with a grey beard"));

  private static final List<String> PIECES =
      List.of(
          "\"",
          "'",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\\",
          "null",
          "-5",
          "1e999",
          "NaN",
          "true",
          "{}",
          "[]",
          "\"6s\"",
          "<b>",
          "</b>",
          "<script>alert(1)</script>",
          "\u202E",
          "\u0000",
          "\uD800",
          "```json\n",
          "// so",
          "/*",
          "😀",
          "ว่า",
          "&lt;i&gt;",
          "999999999999999999999",
          "\n\n",
          "**",
          "{\"scenes\":[",
          "\"seconds\":-4,",
          "\"speaker\":\"Nobody\",");

  private static final List<BiFunction<String, Random, String>> MUTATIONS =
      List.of(
          (text, random) -> text.substring(0, random.nextInt(text.length() + 1)),
          (text, random) -> text.substring(random.nextInt(Math.min(40, text.length() + 1))),
          (text, random) -> "Certainly! {here} [it] is:\n```json\n" + text + "\n```\nEnjoy.",
          (text, random) -> "{\"storyboard\":" + text + "}",
          (text, random) -> put(text, random, PIECES.get(random.nextInt(PIECES.size()))),
          (text, random) ->
              put(
                  text,
                  random,
                  random
                      .ints(20, 0, 0x2FFF)
                      .collect(
                          StringBuilder::new,
                          (it, point) -> it.append((char) point),
                          StringBuilder::append)
                      .toString()),
          (text, random) -> text.replace("\"seconds\":6", "\"seconds\":\"6 sec\""),
          (text, random) -> text.replace("\"seconds\":6", "\"seconds\":-" + random.nextInt(90)),
          (text, random) -> text.replace("\"seconds\":6", "\"seconds\":" + random.nextInt(9)),
          (text, random) -> text.replace("\"cast\":[", "\"cast\":\"Anna\",\"more\":["),
          (text, random) -> text.replaceFirst("\"words\":\"[^\"]*\"", "\"words\":null"),
          (text, random) -> text.replaceFirst("\"picture\":", "\"image_prompt\":"),
          (text, random) -> text.replace("\"camera\":\"push-in\"", "\"camera\":\"Dolly In\""),
          (text, random) -> text.replace('"', '\''),
          (text, random) -> text.replace("}]", "},]"),
          (text, random) -> text.replace("storm", "<p onclick=x>st\u200Borm</p>"),
          (text, random) -> text.replaceFirst("waves", "waves ".repeat(random.nextInt(400))),
          (text, random) ->
              text.replaceFirst("begins", "begins " + "so ".repeat(random.nextInt(60))),
          (text, random) ->
              text.replaceFirst("\\[\\{\"sec", "[" + "{},".repeat(random.nextInt(3)) + "{\"sec"));

  @Test
  @Timeout(60)
  void takesOrRefusesEachOfAThousandMalformedAnswers() {
    int good = 0;
    for (int seed = 0; seed < ANSWERS; seed++) {
      Random random = new Random(seed);
      String answer = wellFormed(random);
      for (int i = random.nextInt(4); i >= 0; i--) {
        answer = MUTATIONS.get(random.nextInt(MUTATIONS.size())).apply(answer, random);
      }
      good += judged(answer, seed) ? 1 : 0;
    }
    // a reader that takes nothing, or all, would pass otherwise
    assertThat(good).isBetween(ANSWERS / 5, ANSWERS * 4 / 5);
  }

  private static boolean judged(String answer, int seed) {
    switch (StoryboardReader.read(answer, PROMPT)) {
      case Reading.Good(Storyboard board) -> {
        Boards.assertKeepsTheRules(board, PROMPT);
        assertThat(StoryboardReader.read(StoryboardReader.write(board), PROMPT))
            .as("what was shown is what is filmed, seed " + seed)
            .isEqualTo(new Reading.Good(board));
        return true;
      }
      case Reading.Faulty(List<String> faults) -> {
        assertThat(faults).as("seed " + seed).hasSizeBetween(1, 13);
        assertThat(faults).allSatisfy(it -> assertThat(it.length()).isBetween(10, 300));
        return false;
      }
    }
  }

  @Test
  @Timeout(20)
  void endsSoonWhateverTheSize() {
    String good = wellFormed(new Random(1));
    List<String> huge =
        List.of(
            "{".repeat(5_000_000),
            "[".repeat(5_000_000),
            "[{\"a\":".repeat(800_000),
            good + " ".repeat(5_000_000),
            "x".repeat(5_000_000) + good,
            "{\"title\":\"" + "<a ".repeat(1_600_000),
            "{\"title\":\"" + "<script>".repeat(30_000) + "\"," + good.substring(1),
            "{\"title\":\"" + "a\u0301".repeat(100_000) + "\"," + good.substring(1),
            "{" + "\"scenes\":[{}],".repeat(15_000) + "}",
            "{\"scenes\":[" + "{\"seconds\":6,\"picture\":\"a storm\"},".repeat(1000) + "]}",
            "{\"scenes\":[" + "{\"seconds\":1" + "0".repeat(200_000) + "}]}",
            "\"".repeat(5_000_000),
            "{\"scenes\":[{\"words\":\"" + "Keeper:".repeat(80) + "\",\"picture\":\"x\"}]}");

    assertThat(huge)
        .allSatisfy(it -> {
          long begin = System.nanoTime();
          judged(it, -1);
          assertThat(Duration.ofNanos(System.nanoTime() - begin))
              .as(it.substring(0, 20))
              .isLessThan(Duration.ofSeconds(5));
        });
  }

  @Test
  void saysOfAThousandScenesThatTheyAreTooMany() {
    String answer =
        "{\"scenes\":[" + "{\"seconds\":6,\"picture\":\"a storm\"},".repeat(1000) + "]}";

    assertThat(Boards.faults(answer, PROMPT)).containsExactly("There are more than 20 scenes.");
  }

  private static String put(String text, Random random, String piece) {
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at) + piece + text.substring(at);
  }

  private static String wellFormed(Random random) {
    List<String> moves = List.of("push-in", "pan-left", "static-shot");
    String scenes =
        IntStream.range(0, 4)
            .mapToObj(i ->
                """
                {"seconds":6,"picture":"a storm at sea %d","ending":"","motion":"waves roll",\
                "shot":"wide","camera":"%s","speaker":"%s","words":"It begins in part %d.",\
                "next":"crossfade"}\
                """
                    .formatted(
                        i,
                        moves.get(random.nextInt(3)),
                        List.of("", "Keeper", "Anna").get(random.nextInt(3)),
                        i))
            .collect(Collectors.joining(","));
    return """
    {"title":"The storm","style":"oil on canvas","cast":[{"name":"Anna","looks":"tall"}],\
    "scenes":[\
    """
        + scenes
        + "]}";
  }
}
