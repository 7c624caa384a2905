package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.chat.discord.DiscordChat;
import app.photoplay.chat.discord.DiscordSettings;
import app.photoplay.testkit.discord.FakeDiscord;
import app.photoplay.wording.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands of the whole bot, in all its languages, within what Discord takes.
class DiscordCommandsTest {
  private static final int CHAT = 1;
  private static final int MENU = 3;

  @TempDir static Path folder;
  private static FakeDiscord discord;
  private static TestBot bot;
  private static List<JsonNode> commands;

  @BeforeAll
  static void register() throws Exception {
    discord = FakeDiscord.start();
    DiscordSettings settings = new DiscordSettings(FakeDiscord.TOKEN, discord.apiUrl());
    bot =
        new TestBot(
                folder.resolve("data"),
                List.of(new DiscordChat(settings, new Wording("en"), InstantSource.system())),
                TestBot.PRICED,
                PortDecorator.NOTHING)
            .start();
    commands = discord.awaitCall("PUT applications/*/commands").body().valueStream().toList();
  }

  @AfterAll
  static void close() throws Exception {
    bot.stop();
    discord.close();
  }

  private static List<JsonNode> ofType(int type) {
    return commands.stream().filter(it -> it.path("type").asInt(CHAT) == type).toList();
  }

  /// A text in the bot's own language and in all others.
  private static List<String> texts(JsonNode of, String field) {
    List<String> texts = new ArrayList<>(List.of(of.path(field).asText()));
    of.path(field + "_localizations").forEach(it -> texts.add(it.asText()));
    return texts;
  }

  private static List<JsonNode> options() {
    return commands.stream().flatMap(it -> it.path("options").valueStream()).toList();
  }

  @Test
  void listsWhatPeopleAreTold() {
    assertThat(ofType(CHAT))
        .extracting(it -> it.path("name").asText())
        .contains(
            "talk", "clip", "jobs", "job", "cancel", "again", "budget", "receipt", "voices",
            "status", "help", "privacy", "ops")
        .doesNotContain("start");
    assertThat(ofType(MENU))
        .extracting(it -> it.path("name").asText())
        .containsExactlyInAnyOrder("Make this photo talk", "Animate this photo");
  }

  @Test
  void hidesWhatIsForOperators() {
    assertThat(commands)
        .filteredOn(it -> it.path("default_member_permissions").asText("x").equals("0"))
        .extracting(it -> it.path("name").asText())
        .containsExactly("ops");
  }

  @Test
  void isThereInServersWithTheBotAndWhereverPeopleBringItAlong() {
    assertThat(commands)
        .allSatisfy(command -> {
          assertThat(command.path("contexts").valueStream().map(JsonNode::asText))
              .containsExactlyInAnyOrder("0", "1", "2");
          assertThat(command.path("integration_types").valueStream().map(JsonNode::asText))
              .containsExactlyInAnyOrder("0", "1");
        });
  }

  @Test
  void namesAndDescribesCommandsInAFewWords() {
    assertThat(ofType(CHAT)).hasSizeLessThanOrEqualTo(100);
    assertThat(ofType(MENU)).hasSizeLessThanOrEqualTo(15);
    assertThat(ofType(CHAT))
        .allSatisfy(command -> {
          assertThat(command.path("name").asText()).matches("[a-z0-9_]{1,32}");
          assertThat(texts(command, "description"))
              .allMatch(it -> !it.isBlank() && it.length() <= 100 && !it.endsWith("…"));
        });
    assertThat(ofType(MENU))
        .allSatisfy(menu ->
            assertThat(texts(menu, "name"))
                .allMatch(it -> !it.isBlank() && it.length() <= 32 && !it.endsWith("…")));
  }

  @Test
  void offersNoMoreThanCanBeChosenFrom() {
    assertThat(commands).allMatch(it -> it.path("options").size() <= 25);
    assertThat(options()).isNotEmpty();
    assertThat(options())
        .allSatisfy(option -> {
          assertThat(option.path("name").asText()).matches("[a-z0-9_-]{1,32}");
          assertThat(texts(option, "description"))
              .allMatch(it -> !it.isBlank() && it.length() <= 100 && !it.endsWith("…"));
          assertThat(option.path("choices").size()).isLessThanOrEqualTo(25);
          assertThat(option.path("max_length").asInt(1)).isBetween(1, 6000);
        });
    assertThat(options().stream().flatMap(it -> it.path("choices").valueStream()))
        .isNotEmpty()
        .allSatisfy(choice -> {
          assertThat(texts(choice, "name"))
              .allMatch(it -> !it.isBlank() && it.length() <= 100 && !it.endsWith("…"));
          assertThat(choice.path("value").asText().length()).isBetween(1, 100);
        });
  }

  @Test
  void wantsWhatItMustHaveBeforeTheRest() {
    assertThat(commands)
        .allSatisfy(command -> {
          List<Boolean> required =
              command
                  .path("options")
                  .valueStream()
                  .map(it -> it.path("required").asBoolean())
                  .toList();
          assertThat(required.lastIndexOf(true))
              .isEqualTo((int) required.stream().filter(it -> it).count() - 1);
        });
  }

  @Test
  void isShortEnoughAltogetherInEveryLanguage() {
    assertThat(commands)
        .allSatisfy(command -> assertThat(letters(command)).isLessThanOrEqualTo(8000));
  }

  /// Names, descriptions and values, each in its longest language.
  private static int letters(JsonNode node) {
    int own =
        IntStream.of(longest(node, "name"), longest(node, "description"), longest(node, "value"))
            .sum();
    return own
        + node.path("options").valueStream().mapToInt(DiscordCommandsTest::letters).sum()
        + node.path("choices").valueStream().mapToInt(DiscordCommandsTest::letters).sum();
  }

  private static int longest(JsonNode node, String field) {
    return texts(node, field).stream().mapToInt(String::length).max().orElse(0);
  }

  @Test
  void isTakenByDiscord() throws Exception {
    discord.person(7_000_000_000_000_000_001L).slash("help");

    assertThat(discord.commands()).hasSameSizeAs(commands);
    assertThat(discord.refusals()).isEmpty();
  }
}
