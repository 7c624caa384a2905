package app.photoplay.testkit.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.discord.RawApi.Answer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a bot may register.
class FakeDiscordCommandsTest {
  private static final String EVERYWHERE = "applications/%d/commands".formatted(FakeDiscord.BOT);

  private final FakeDiscord discord = FakeDiscord.start().withoutRates();
  private final RawApi api = new RawApi(discord);

  @AfterEach
  void close() {
    api.close();
    discord.close();
  }

  private Answer put(Object commands) throws IOException, InterruptedException {
    return api.send("PUT", EVERYWHERE, commands);
  }

  private static Map<String, Object> slash(String name, String description, Object... options) {
    return Map.of("name", name, "description", description, "options", List.of(options));
  }

  private static Map<String, Object> option(String name, String description, boolean required) {
    return Map.of("type", 3, "name", name, "description", description, "required", required);
  }

  private static Map<String, Object> with(Map<String, Object> option, String field, Object value) {
    Map<String, Object> more = new HashMap<>(option);
    more.put(field, value);
    return more;
  }

  private static List<Map<String, String>> choices(int count, String name) {
    return IntStream.range(0, count)
        .mapToObj(it -> Map.of("name", name, "value", "v" + it))
        .toList();
  }

  private static List<Map<String, Object>> many(int count, String prefix) {
    return IntStream.range(0, count).mapToObj(it -> slash(prefix + it, "d")).toList();
  }

  private static Object[] options(int count, String description) {
    return IntStream.range(0, count).mapToObj(it -> option("o" + it, description, false)).toArray();
  }

  static Stream<Map<String, Object>> bad() {
    var plain = option("script", "d", false);
    return Stream.of(
        slash("Talk", "d"),
        slash("two words", "d"),
        slash("", "d"),
        slash("x".repeat(33), "d"),
        slash("talk", ""),
        slash("talk", "x".repeat(101)),
        slash("talk", "d", options(26, "d")),
        slash("talk", "d", plain, option("photo", "d", true)),
        slash("talk", "d", plain, plain),
        slash("talk", "d", option("Script", "d", false)),
        slash("talk", "d", option("script", "x".repeat(101), false)),
        slash("talk", "d", with(plain, "choices", choices(26, "n"))),
        slash("talk", "d", with(plain, "choices", choices(1, "x".repeat(101)))),
        slash("talk", "d", with(with(plain, "choices", choices(1, "n")), "autocomplete", true)),
        slash("talk", "d", with(plain, "max_length", 6001)),
        slash("talk", "d", with(plain, "name_localizations", Map.of("fr", "Texte"))),
        slash("talk", "d", with(plain, "description_localizations", Map.of("fr", "x".repeat(101)))),
        with(slash("talk", "d"), "name_localizations", Map.of("de", "Sprich")),
        Map.of("type", 3, "name", "x".repeat(33)),
        Map.of("type", 3, "name", "Animate", "description", "d"),
        slash("talk", "d", heavy()));
  }

  /// Every part is small enough, the whole is not.
  private static Object[] heavy() {
    return IntStream.range(0, 4)
        .mapToObj(it -> with(option("o" + it, "d", false), "choices", choices(25, "x".repeat(100))))
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void aBadCommandIsAnInvalidForm(Map<String, Object> command) throws Exception {
    assertThat(put(List.of(command)).verdict()).isEqualTo("400/50035");
    assertThat(discord.commands()).isEmpty();
  }

  @Test
  void theLastListStands() throws Exception {
    put(many(2, "old"));

    Answer answer =
        put(
            List.of(
                slash("говори", "d", options(25, "x".repeat(100))),
                Map.of("type", 3, "name", "Animate this photo")));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path(0).path("id").asLong()).isPositive();
    assertThat(discord.commands()).containsExactly("/говори - d", "Animate this photo");
    assertThat(api.get(EVERYWHERE).body()).isEqualTo(answer.body());
  }

  @Test
  void thereAreOnlySoManyCommands() throws Exception {
    assertThat(put(many(100, "c")).status()).isEqualTo(200);
    assertThat(put(many(101, "c")).verdict()).isEqualTo("400/30032");
    assertThat(put(List.of(slash("same", "d"), slash("same", "d"))).verdict())
        .isEqualTo("400/50035");
  }

  @Test
  void twoHundredNewNamesADay() throws Exception {
    put(many(100, "a"));
    put(many(100, "b"));

    assertThat(put(many(100, "b")).status()).isEqualTo(200);
    assertThat(put(many(1, "c")).verdict()).isEqualTo("400/30034");
  }

  @Test
  void aServerHasItsOwn() throws Exception {
    DiscordGuild home = discord.guild("Home");
    String there = "applications/%d/guilds/%d/commands".formatted(FakeDiscord.BOT, home.id());

    assertThat(api.send("PUT", there, many(1, "here")).status()).isEqualTo(200);

    assertThat(discord.commands(home)).containsExactly("/here0 - d");
    assertThat(discord.commands()).isEmpty();
    DiscordPerson anna = discord.person(7);
    assertThat(anna.in(home.channel("general")).offers("here0")).isTrue();
    assertThat(anna.offers("here0")).isFalse();
    home.kicksTheBot();
    assertThat(api.send("PUT", there, many(1, "x")).verdict()).isEqualTo("403/50001");
  }
}
