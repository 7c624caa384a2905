package app.photoplay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.ScriptedRenderer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// How people ask for clips.
class ClipTest extends Scenarios {
  @Test
  void wordsBecomeAClip() throws Exception {
    Actor ann = person("ann");

    Seen made = ann.videoFor(ann.calls("clip", "[tilt up] a lighthouse by the sea"));

    assertThat(made.text()).contains("Made by AI with Photoplay");
    assertThat(made.labels()).containsExactly("Again", "Send again", "Receipt");
    assertThat(ann.watches(made)).contains("lighthouse");
    assertThat(ann.fromBot()).hasSize(1);
  }

  @Test
  void aPhotoBecomesAClip() throws Exception {
    Actor ann = person("ann");

    Seen made = ann.videoFor(ann.calls(Call.of("clip", "").with(photo)));

    assertThat(made.text()).contains("Made by AI");
  }

  @Test
  void aPhotoThatWasSentBeforeBecomesAClip() throws Exception {
    Actor ann = person("ann");
    Act shown = ann.sends(photo, "");
    ann.answerTo(shown);

    Seen made = ann.videoFor(ann.calls(Call.of("clip", "slowly nearer").on(shown)));

    assertThat(ann.watches(made)).contains("slowly nearer");
  }

  @Test
  void aPhotoMovesWithoutWords() throws Exception {
    Actor ann = person("ann");
    Act shown = ann.sends(photo, "");
    ann.answerTo(shown);

    Seen made = ann.videoFor(ann.calls(Call.of("clip", "").on(shown)));

    assertThat(made.text()).contains("Made by AI");
  }

  @Test
  void theSameClipIsNotMadeTwice() throws Exception {
    Actor ann = person("ann");
    ann.videoFor(ann.calls("clip", "a boat"));

    Seen again = ann.videoFor(ann.calls("clip", "a boat"));

    assertThat(again.text()).contains("from cache");
    assertThat(rendered()).isEqualTo(1);
  }

  @Test
  void aClipShowsHowFarItIsAndCanBeStopped() throws Exception {
    Actor ann = person("ann");
    ScriptedRenderer.Gate gate = backstage.hold();

    Act called = ann.calls("clip", "a boat at night");
    gate.awaitReached();
    Seen card =
        ann.awaits("card", it -> it.answers(called) && it.text().startsWith("Filming your clip"));
    ann.presses(card, "Cancel");
    Seen end = ann.awaits("end", it -> it.text().startsWith("Cancelled"));

    assertThat(card.labels()).containsExactly("Cancel");
    assertThat(end.id()).isEqualTo(card.id());
    assertThat(end.text()).contains("nothing was charged");
  }

  @Test
  void aClipOfNothingIsAskedWhatItShallShow() throws Exception {
    Actor ann = person("ann");

    Act called = ann.calls("clip", "");
    if (manners.commandsAreWords()) {
      assertThat(ann.answerTo(called).text()).startsWith("What should the clip show?");
    } else {
      assertThat(ann.isAsked(called)).isEqualTo("What the clip shows, Photo");
      ann.videoFor(ann.fills(called, "a boat"));
    }
  }

  @Test
  void whatCannotBeFilmedIsRefusedInOneSentence() throws Exception {
    Actor ann = person("ann");
    Path text = file("diary.jpg", "Dear diary".getBytes(StandardCharsets.UTF_8));
    Path half = file("half.jpg", PhotoFiles.truncatedJpeg());

    assertThat(ann.answerTo(ann.calls(Call.of("clip", "").with(text))).text())
        .startsWith("That file is not a picture I can read.");
    assertThat(ann.answerTo(ann.calls(Call.of("clip", "").with(half))).text())
        .startsWith("That picture is damaged");
    assertThat(ann.answerTo(ann.calls("clip", "🚀🌙")).text())
        .startsWith("I paint clips from words such as sea");
    assertThat(ann.answerTo(ann.calls("clip", "[somersault] a boat")).text())
        .startsWith("“somersault” is not a choice for camera. Possible: static-shot");
    Call tooLong = Call.of("clip", "very ".repeat(450) + "long");
    if (manners.commandsAreWords()) {
      assertThat(ann.answerTo(ann.calls(tooLong)).text())
          .startsWith("That is too long: I read up to 2,000 characters.");
    } else {
      ann.cannotCall(tooLong);
    }
    assertThat(rendered()).isZero();
  }
}
