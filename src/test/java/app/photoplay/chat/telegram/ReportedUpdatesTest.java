package app.photoplay.chat.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.update.ChatUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.objects.User;

/// Updates of kinds that other bots were reported to answer with silence.
class ReportedUpdatesTest {
  private Map<String, String> reported;

  @BeforeEach
  void read() throws IOException {
    reported =
        Files.readAllLines(Path.of("src/test/resources/reports/updates.txt")).stream()
            .filter(line -> line.contains("|"))
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.indexOf('|')),
                    line -> line.substring(line.indexOf('|') + 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain group command",
        "anonymous admin",
        "person posting as own channel",
        "external reply to photo",
        "caption command upper",
        "static sticker",
        "album second",
        "mention inside word end",
        "path-like words"
      })
  void isNotLeftUnanswered(String name) {
    assertThat(understood(name)).isPresent();
  }

  @Test
  void anAnonymousAdministratorWritesInTheNameOfTheGroup() {
    ChatUpdate.CommandCall call = (ChatUpdate.CommandCall) understood("anonymous admin").get();

    assertThat(call.from().id()).isEqualTo("-1001");
    assertThat(call.words()).isEqualTo("Hello");
    assertThat(call.replied().orElseThrow().attachments())
        .extracting(Attachment::kind)
        .containsExactly(Attachment.Kind.PHOTO);
  }

  @Test
  void whoPostsAsAChannelWritesInItsName() {
    assertThat(understood("person posting as own channel").get().from().id()).isEqualTo("-1005");
  }

  @Test
  void thePhotoOfAReplyToAnotherChatCounts() {
    ChatUpdate.PlainMessage said =
        (ChatUpdate.PlainMessage) understood("external reply to photo").get();

    assertThat(said.words()).isEqualTo("Hello there");
    assertThat(said.replied().orElseThrow().attachments()).hasSize(1);
    assertThat(said.replied().get().ours()).isFalse();
  }

  @Test
  void realBotsAreNotAnswered() {
    String bot =
        Optional.ofNullable(reported.get("plain group command"))
            .orElseThrow()
            .replace("\"id\":7,\"is_bot\":false", "\"id\":7,\"is_bot\":true");

    assertThat(translated(bot)).isEmpty();
  }

  private Optional<ChatUpdate> understood(String name) {
    return translated(Optional.ofNullable(reported.get(name)).orElseThrow());
  }

  private static Optional<ChatUpdate> translated(String json) {
    User us = new User(99L, "Photoplay", true);
    us.setUserName("Photoplay_bot");
    return new UpdateReader()
        .read(new RawUpdate(json, json.getBytes(UTF_8).length, true))
        .update()
        .map(update -> new UpdateTranslator(us).translate(update.getUpdateId(), update))
        .flatMap(Function.identity());
  }
}
