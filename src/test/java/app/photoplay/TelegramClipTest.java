package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.ScriptedRenderer;
import app.photoplay.testkit.ShownMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// How people ask for clips.
class TelegramClipTest extends TelegramConversation {

  @Test
  void makesAClipOfWords() throws Exception {
    var sent = ann.sends("/clip [tilt up] a lighthouse by the sea");

    ShownMessage made = videoFor(ann, sent);

    assertThat(made.text()).contains("Made by AI with Photoplay");
    assertThat(made.labels()).containsExactly("Again", "Receipt");
    assertThat(fromBot(ann)).hasSize(1);
  }

  @Test
  void makesAClipOfAPhotoWithACaption() throws Exception {
    assertThat(videoFor(ann, ann.sendsPhoto(photo, "/clip")).text()).contains("Made by AI");
  }

  @Test
  void makesAClipOfThePhotoThatIsRepliedTo() throws Exception {
    var shown = ann.sendsPhoto(photo, "");
    answer(ann, shown);

    assertThat(videoFor(ann, ann.repliesTo(shown, "/clip slowly nearer")).text())
        .contains("Made by AI");
  }

  @Test
  void answersTheSameWishFromTheCache() throws Exception {
    videoFor(ann, ann.sends("/clip a boat"));

    ShownMessage again = videoFor(ann, ann.sends("/clip a boat"));

    assertThat(again.text()).contains("from cache");
    assertThat(bot.renderer.rendered()).isEqualTo(1);
  }

  @Test
  void showsHowFarAClipIs() throws Exception {
    ScriptedRenderer.Gate gate = bot.renderer.hold();
    ann.sends("/clip a boat");

    ShownMessage card = ann.awaits("percentage", m -> m.text().contains("25%"));

    assertThat(card.text()).startsWith("Filming your clip");
    gate.open();
  }

  @Test
  void stopsAClipThatIsBeingMade() throws Exception {
    ScriptedRenderer.Gate gate = bot.renderer.hold();
    ann.sends("/clip a boat");
    gate.awaitReached();

    ann.presses(ann.awaits("card", m -> m.labels().contains("Cancel")), "Cancel");

    assertThat(ann.awaits("end", m -> m.text().startsWith("Cancelled")).text())
        .contains("nothing was charged");
  }

  @Test
  void asksWhatAClipShallShow() throws Exception {
    assertThat(answer(ann, ann.sends("/clip")).text()).startsWith("What should the clip show?");
  }

  @Test
  void refusesWhatCannotBeMadeWithOneSentence() throws Exception {
    Path text = file("notes.jpg", "Dear diary".getBytes(StandardCharsets.UTF_8));
    Path half = file("half.jpg", PhotoFiles.truncatedJpeg());

    assertThat(answer(ann, ann.sendsPhoto(text, "/clip")).text())
        .startsWith("That file is not a picture I can read.");
    assertThat(answer(ann, ann.sendsFile(half, "half.jpg", "image/jpeg", "/clip")).text())
        .startsWith("That picture is damaged");
    assertThat(answer(ann, ann.sends("/clip 🚀🌙")).text())
        .startsWith("I paint clips from words such as sea");
    assertThat(answer(ann, ann.sends("/clip [somersault] a boat")).text())
        .startsWith("“somersault” is not a choice for camera. Possible: static-shot");
    assertThat(answer(ann, ann.sends("/clip " + "very ".repeat(450) + "long")).text())
        .startsWith("That is too long: I read up to 2,000 characters.");
    assertThat(bot.renderer.rendered()).isZero();
  }
}
