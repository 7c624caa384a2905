package app.photoplay.testkit.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.photoplay.testkit.discord.DiscordMessage.ShownFile;
import app.photoplay.testkit.discord.RawApi.Answer;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a message may hold.
class FakeDiscordMessagesTest {
  private final FakeDiscord discord = FakeDiscord.start().withoutRates();
  private final RawApi api = new RawApi(discord);
  private final DiscordGuild home = discord.guild("Home");
  private final DiscordPerson anna = discord.person(7).in(home.channel("general"));
  private final String messages = "channels/%d/messages".formatted(anna.channel());

  @AfterEach
  void close() {
    api.close();
    discord.close();
  }

  private Answer send(Object body) throws IOException, InterruptedException {
    return api.send("POST", messages, body);
  }

  private static Map<String, Object> button(String label, String id) {
    return Map.of("type", 2, "style", 1, "label", label, "custom_id", id);
  }

  private static Map<String, Object> row(Object... parts) {
    return Map.of("type", 1, "components", List.of(parts));
  }

  private static Map<String, Object> rows(Object... rows) {
    return Map.of("content", "x", "components", List.of(rows));
  }

  private static Map<String, Object> menu(int options, String label) {
    var lines =
        IntStream.range(0, options)
            .mapToObj(it -> Map.of("label", label, "value", "v" + it))
            .toList();
    return row(Map.of("type", 3, "custom_id", "menu", "options", lines));
  }

  private static Map<String, Object> embed(String field, int letters) {
    return Map.of("embeds", List.of(Map.of(field, "x".repeat(letters))));
  }

  private static Object[] buttons(int count) {
    return IntStream.range(0, count).mapToObj(it -> button("b", "b" + it)).toArray();
  }

  private static Map<String, Object> components(Object... parts) {
    return Map.of("flags", 1 << 15, "components", List.of(parts));
  }

  static Stream<Map<String, Object>> tooMuch() {
    return Stream.of(
        Map.of("content", "x".repeat(2001)),
        Map.of("content", "x", "nonce", "x".repeat(26)),
        embed("title", 257),
        embed("description", 4097),
        Map.of("embeds", Collections.nCopies(2, Map.of("description", "x".repeat(4000)))),
        Map.of("embeds", Collections.nCopies(11, Map.of("title", "x"))),
        rows(row(button("x".repeat(81), "id"))),
        rows(row(button("label", "x".repeat(101)))),
        rows(row(button("label", ""))),
        rows(row(button("", "id"))),
        rows(row(button("one", "same"), button("two", "same"))),
        rows(row(buttons(6))),
        rows(row()),
        rows(button("without a row", "id")),
        rows(IntStream.range(0, 6).mapToObj(it -> row(button("b", "b" + it))).toArray()),
        rows(row(Map.of("type", 2, "style", 5, "label", "link", "url", "nowhere"))),
        rows(menu(26, "label")),
        rows(menu(0, "label")),
        rows(menu(1, "x".repeat(101))),
        rows(row(Map.of("type", 4, "custom_id", "text", "style", 1))),
        Map.of("content", "x", "flags", 1 << 15, "components", List.of(text("y"))),
        components(text("x".repeat(4001))),
        components(Collections.nCopies(41, text("x")).toArray()),
        components(Map.of("type", 12, "items", List.of())),
        components(file("missing.mp4")));
  }

  private static Map<String, Object> text(String words) {
    return Map.of("type", 10, "content", words);
  }

  private static Map<String, Object> file(String name) {
    return Map.of("type", 13, "file", Map.of("url", "attachment://" + name));
  }

  @ParameterizedTest
  @MethodSource("tooMuch")
  void tooMuchIsAnInvalidForm(Map<String, Object> body) throws Exception {
    Answer answer = send(body);

    assertThat(answer.verdict()).isEqualTo("400/50035");
    assertThat(answer.body().path("errors").isEmpty()).isFalse();
    assertThat(anna.sees()).isEmpty();
  }

  static Stream<Map<String, Object>> justEnough() {
    return Stream.of(
        Map.of("content", "x".repeat(2000)),
        Map.of("content", "\uD83D\uDE00".repeat(2000)),
        embed("description", 4096),
        rows(row(buttons(5)), menu(25, "x".repeat(100))),
        rows(row(button("x".repeat(80), "x".repeat(100)))),
        rows(row(Map.of("type", 2, "style", 5, "label", "link", "url", "https://a.test/"))),
        components(text("x".repeat(4000)), row(button("b", "b"))),
        components(Collections.nCopies(40, text("x")).toArray()));
  }

  @ParameterizedTest
  @MethodSource("justEnough")
  void whatIsAllowedIsShown(Map<String, Object> body) throws Exception {
    assertThat(send(body).verdict()).isEqualTo("200/0");
    assertThat(anna.sees()).hasSize(1);
  }

  @Test
  void anEmptyMessageIsNone() throws Exception {
    assertThat(send(Map.of("content", "")).verdict()).isEqualTo("400/50006");
  }

  @Test
  void aRefusedChangeChangesNothing() throws Exception {
    send(Map.of("content", "before"));
    String path = messages + "/" + anna.sees().getFirst().id();

    assertThat(api.send("PATCH", path, Map.of("content", "")).verdict()).isEqualTo("400/50006");
    assertThat(anna.sees()).extracting(DiscordMessage::text).containsExactly("before");
  }

  @Test
  void aMessageOfComponentsStaysOne() throws Exception {
    send(components(text("one"), Map.of("type", 17, "components", List.of(text("two")))));
    DiscordMessage message = anna.sees().getFirst();

    assertThat(message.text()).isEqualTo("one\ntwo");
    assertThat(api.send("PATCH", messages + "/" + message.id(), Map.of("content", "x")).verdict())
        .isEqualTo("400/50035");
  }

  @Test
  void filesAreKeptReplacedAndAdded() throws Exception {
    api.upload("POST", messages, Map.of(), Map.of("one.mp4", 1));
    DiscordMessage message = anna.sees().getFirst();
    String path = messages + "/" + message.id();

    api.upload("PATCH", path, Map.of(), Map.of("two.srt", 2));
    assertThat(anna.sees().getFirst().files())
        .extracting(ShownFile::name)
        .containsExactly("one.mp4", "two.srt");

    var kept = Map.of("id", Long.toString(message.file().id()));
    var added = Map.of("id", 0, "filename", "three.vtt", "description", "words");
    api.upload("PATCH", path, Map.of("attachments", List.of(kept, added)), Map.of("x", 3));
    assertThat(anna.sees().getFirst().files())
        .extracting(ShownFile::name, ShownFile::bytes, ShownFile::description)
        .containsExactly(tuple("one.mp4", 1L, ""), tuple("three.vtt", 3L, "words"));

    api.send("PATCH", path, Map.of("content", "x", "attachments", List.of()));
    assertThat(anna.sees().getFirst().files()).isEmpty();
  }

  @Test
  void filesAreAsLargeAsTheServerAllows() throws Exception {
    int limit = 10 << 20;

    assertThat(api.upload("POST", messages, Map.of(), Map.of("a.mp4", limit + 1)).verdict())
        .isEqualTo("413/40005");
    assertThat(api.upload("POST", messages, Map.of(), Map.of("a.mp4", limit)).verdict())
        .isEqualTo("200/0");
    home.boosted(50L << 20);
    assertThat(api.upload("POST", messages, Map.of(), Map.of("a.mp4", limit + 1)).verdict())
        .isEqualTo("200/0");
  }

  @Test
  void aMessageHasTenFiles() throws Exception {
    Map<String, Integer> files = new LinkedHashMap<>();
    IntStream.range(0, 11).forEach(it -> files.put(it + ".mp4", 1));

    assertThat(api.upload("POST", messages, Map.of(), files).verdict()).isEqualTo("400/30015");
  }

  @Test
  void whoIsWokenIsSeen() throws Exception {
    String all = "<@7> <@&8> @everyone @here";

    send(Map.of("content", all));
    send(Map.of("content", all, "allowed_mentions", Map.of("parse", List.of())));
    send(Map.of("content", all, "allowed_mentions", Map.of("users", List.of("7"))));

    assertThat(anna.sees())
        .extracting(DiscordMessage::pings)
        .containsExactly(List.of("7", "8", "everyone", "here"), List.of(), List.of("7"));
  }
}
