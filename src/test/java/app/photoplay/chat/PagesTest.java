package app.photoplay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.Illustration;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.storage.ContentRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  private static final PlatformLimits LIMITS =
      new PlatformLimits(1, 4096, 1024, Duration.ZERO, false, Duration.ZERO);
  private static final List<List<Button>> BUTTONS = List.of(List.of(new Button("Go", "v1:go:A")));
  private static final MessageRef ASKED =
      new MessageRef(new Conversation("test", "7", "", false), "1");

  @Test
  void leavesAloneWhatFits() {
    OutboundMessage message = answer("x".repeat(4096));

    assertThat(Pages.of(message, LIMITS)).containsExactly(message);
  }

  @Test
  void cutsAListBetweenItsLines() {
    String list =
        IntStream.range(0, 500)
            .mapToObj(line -> "line " + line + " of many")
            .collect(Collectors.joining("\n"));

    List<OutboundMessage> pages = Pages.of(answer(list), LIMITS);

    assertThat(pages).hasSizeGreaterThan(1);
    assertThat(pages).allSatisfy(page -> assertThat(page.text()).hasSizeLessThanOrEqualTo(4096));
    assertThat(pages.stream().map(OutboundMessage::text).collect(Collectors.joining("\n")))
        .isEqualTo(list);
    assertThat(pages.getFirst().replyTo()).contains(ASKED);
    assertThat(pages.getFirst().buttons()).isEmpty();
    assertThat(pages.getLast().replyTo()).contains(ASKED);
    assertThat(pages.getLast().buttons()).isEqualTo(BUTTONS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"word ", "\uD83D\uDE00", "x\uD83D\uDE00", "x", "\n\n\n\n\n\n\n\n\n\ny"})
  void losesNoCharacterAndTearsNone(String piece) {
    String text = piece.repeat(6000);

    List<OutboundMessage> pages = Pages.of(answer(text), LIMITS);

    assertThat(pages)
        .allSatisfy(page -> {
          assertThat(page.text()).hasSizeBetween(1, 4096);
          assertThat(Character.isLowSurrogate(page.text().charAt(0))).isFalse();
        });
    assertThat(pages.stream().map(OutboundMessage::text).collect(Collectors.joining()))
        .isEqualToIgnoringWhitespace(text);
  }

  @Test
  void putsLessUnderAPicture() {
    Illustration picture = new Illustration(new ContentRef("ab", _ -> Optional.empty()), 1, 1);

    List<OutboundMessage> pages = Pages.of(answer("word ".repeat(1000)).with(picture), LIMITS);

    assertThat(pages.getFirst().text()).hasSizeLessThanOrEqualTo(1024);
    assertThat(pages.getFirst().illustration()).contains(picture);
    assertThat(pages.getLast().illustration()).isEmpty();
    assertThat(pages).hasSize(2);
  }

  @Test
  void leavesOutTheRestWhereThereCanBeOnlyOneMessage() {
    OutboundMessage cut = Pages.cut(answer("word ".repeat(1000)), LIMITS);

    assertThat(cut.text()).hasSizeLessThanOrEqualTo(4096).endsWith("word…");
    assertThat(cut.buttons()).isEqualTo(BUTTONS);
  }

  @Test
  void cutsNothingWhereThereIsNoLimit() {
    OutboundMessage message = answer("word ".repeat(100_000));

    assertThat(Pages.of(message, PlatformLimits.none(Duration.ZERO))).containsExactly(message);
  }

  private static OutboundMessage answer(String text) {
    return OutboundMessage.of(Kind.ANSWER, text).with(BUTTONS).inReplyTo(ASKED);
  }
}
