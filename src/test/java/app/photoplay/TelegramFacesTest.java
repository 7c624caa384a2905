package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.ShownMessage.ShownPhoto;
import app.photoplay.testkit.TelegramReply;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Photos in which it is not clear what shall speak, or in which nobody would see it.
class TelegramFacesTest extends TelegramConversation {

  @Test
  void asksWhichOfTwoFacesShallSpeak() throws Exception {
    Path pair = portraits(512, 256, 2, 256);

    ShownMessage question = answer(ann, ann.sendsPhoto(pair, "Which of us?"));
    assertThat(question.text()).startsWith("I see 2 faces of about the same size.");
    assertThat(question.labels()).containsExactly("1", "2", "Keep the whole photo");
    ShownPhoto shown = question.photo().orElseThrow();
    assertThat(shown.width()).isEqualTo(512);
    assertThat(shown.height()).isEqualTo(256);
    assertThat(bot.voice.spoken() + bot.renderer.rendered()).isZero();

    ann.presses(question, "2");
    video(ann);

    assertThat(bot.renderer.rendered()).isEqualTo(1);
    assertThat(telegram.refusals()).isEmpty();
  }

  @Test
  void asksAllTheSameWhereNoPicturesMayBeSent() throws Exception {
    telegram.next(
        "sendPhoto",
        TelegramReply.error(400, "Bad Request: not enough rights to send photos to the chat"));

    ShownMessage question =
        answer(ann, ann.sendsPhoto(portraits(512, 256, 2, 256), "Which of us?"));

    assertThat(question.photo()).isEmpty();
    assertThat(question.labels()).containsExactly("1", "2", "Keep the whole photo");
  }

  /// Its numbers are no face to make speak.
  @Test
  void neverTakesItsOwnPictureForAPhoto() throws Exception {
    ShownMessage question =
        answer(ann, ann.sendsPhoto(portraits(512, 256, 2, 256), "Which of us?"));

    ShownMessage answer = answer(ann, ann.repliesTo(question, "The left one"));

    assertThat(answer.text()).startsWith("Send me a photo of a face");
    assertThat(answer.photo()).isEmpty();
  }

  @Test
  void proposesACloseUpOfASmallFace() throws Exception {
    Path far = portraits(640, 480, 1, 240);

    ShownMessage question = answer(ann, ann.sendsPhoto(far, "Can you see me?"));
    assertThat(question.text()).startsWith("The face is small in this photo.");

    // the proposed part itself: 3.2 faces wide
    assertThat(question.photo().orElseThrow().width()).isBetween(130, 400);

    ann.presses(question, "Use this part");
    ShownMessage result = video(ann);

    assertThat(result.replyTo()).hasValue(question.id());
  }

  /// A wide photo with the portrait in it, several times beside itself.
  private Path portraits(int width, int height, int count, int side) throws IOException {
    BufferedImage portrait = ImageIO.read(new ByteArrayInputStream(PhotoFiles.portrait()));
    BufferedImage wide = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = wide.createGraphics();
    for (int i = 0; i < count; i++) {
      graphics.drawImage(portrait, i * side, height - side, side, side, null);
    }
    graphics.dispose();
    return file("wide.jpg", PhotoFiles.encoded(wide, "jpeg"));
  }
}
