package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.ShownMessage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What people meet in Telegram alone; what they meet everywhere is in the script of the package
/// `conversation`.
class TelegramConversationTest extends TelegramConversation {
  @Test
  void asksInAGroupForAReplyBecauseItHearsNothingElseThere() throws Exception {
    var here = ann.in(GROUP);
    var shown = here.sendsPhoto(photo, "");

    ShownMessage question = answer(here, here.repliesTo(shown, "/talk"));
    var words = here.repliesTo(question, "We are a happy group");

    assertThat(question.text()).isEqualTo("What should this photo say? Reply to this message.");
    assertThat(videoFor(here, words).video()).isPresent();
  }

  @Test
  void answersAStickerPolitely() throws Exception {
    Path some = file("some.webp", new byte[] {1, 2, 3});

    assertThat(answer(ann, ann.sendsSticker(some)).text())
        .startsWith("I can only use photos so far");
  }

  @Test
  void saysOnTheReceiptThatNothingWasCharged() throws Exception {
    String code = code(videoFor(ann, ann.sendsPhoto(photo, "Free of charge")));

    assertThat(answer(ann, ann.sends("/receipt " + code)).text()).contains("No charge.");
  }
}
