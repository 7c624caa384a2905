package app.photoplay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.job.Failure;
import app.photoplay.provider.Result;
import app.photoplay.testkit.ScriptedRenderer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A photo and words: what people see until the photo speaks.
class TalkTest extends Scenarios {
  @Test
  void aPhotoWithWordsBecomesAVideo() throws Exception {
    Actor ann = person("ann");
    ScriptedRenderer.Gate gate = backstage.hold();

    Act sent = ann.sends(photo, "Hello from a photo");
    Seen card = ann.cardFor(sent);
    gate.open();
    Seen result = ann.videoFor(sent);

    assertThat(card.labels()).containsExactly("Cancel", "Change");
    assertThat(card.quiet()).isTrue();
    assertThat(result.id()).isEqualTo(card.id());
    assertThat(result.labels()).containsExactly("Again", "Send again", "Change", "Receipt");
    assertThat(result.text()).contains("Made by AI with Photoplay").contains("2 s");
    assertThat(ann.watches(result)).contains("sound of Hello from a photo");
    assertThat(ann.fromBot()).hasSize(1);
    assertThat(ann.sees().getFirst().noticed()).isEqualTo(manners.marksSeen());
  }

  @Test
  void aPhotoAloneIsAskedWhatItShouldSay() throws Exception {
    Actor ann = person("ann");

    Seen question = ann.answerTo(ann.sends(photo, ""));
    Seen result = ann.videoFor(ann.writes("I can talk now"));

    assertThat(question.text()).contains("What should this photo say?");
    assertThat(ann.watches(result)).contains("I can talk now");
    assertThat(ann.fromBot()).hasSize(2);
  }

  @Test
  void wordsGoToTheNewestPhotoAlone() throws Exception {
    Actor ann = person("ann");
    ann.answerTo(ann.sends(photo, ""));
    ann.videoFor(ann.sends(photo, "This one speaks"));

    Seen answer = ann.answerTo(ann.writes("Thank you!"));

    assertThat(answer.text()).startsWith("Send me a photo of a face");
    assertThat(rendered()).isEqualTo(1);
  }

  @Test
  void theCommandTakesPhotoWordsAndOptionsAtOnce() throws Exception {
    Actor ann = person("ann");

    Act called = ann.calls(Call.of("talk", "All at once").with(photo).with("style", "lively"));

    assertThat(ann.watches(ann.videoFor(called))).contains("All at once");
  }

  @Test
  void theCommandAsksForTheWordsThatItMisses() throws Exception {
    Actor ann = person("ann");

    Act called = ann.calls(Call.of("talk", "").with(photo).with("style", "lively"));
    Seen result;
    if (manners.commandsAreWords()) {
      assertThat(ann.answerTo(called).text()).startsWith("What should this photo say?");
      result = ann.videoFor(ann.writes("Now I know"));
    } else {
      assertThat(ann.isAsked(called)).isEqualTo("What the photo says");
      result = ann.videoFor(ann.fills(called, "Now I know"));
    }

    assertThat(ann.watches(result)).contains("Now I know");
  }

  @Test
  void theCommandAloneAsksForAll() throws Exception {
    Actor ann = person("ann");

    Act called = ann.calls("talk", "");
    Seen result;
    if (manners.commandsAreWords()) {
      assertThat(ann.answerTo(called).text()).startsWith("Send me a photo of a face");
      result = ann.videoFor(ann.sends(photo, "Here I am"));
    } else {
      assertThat(ann.isAsked(called)).isEqualTo("What the photo says, Photo");
      result = ann.videoFor(ann.fills(called, Line.of(photo, "Here I am")));
    }

    assertThat(ann.watches(result)).contains("Here I am");
  }

  @Test
  void aPhotoThatWasSentBeforeSpeaksByTheCommand() throws Exception {
    Actor ann = person("ann");
    Act shown = ann.sends(photo, "");
    ann.answerTo(shown);

    Seen made = ann.videoFor(ann.calls(Call.of("talk", "Called by name").on(shown)));

    assertThat(ann.watches(made)).contains("Called by name");
  }

  @Test
  void aPhotoWithoutAFaceIsOfferedASlowZoomBeforeAnythingIsMade() throws Exception {
    Actor ann = person("ann");

    Seen refusal = ann.answerTo(ann.sends(cat(), "I am a cat"));
    int made = spoken() + rendered();
    ann.presses(refusal, "Make the slow zoom");
    ann.videoFor(refusal);

    assertThat(refusal.text()).startsWith("I can’t find a face in this photo");
    assertThat(made).isZero();
    assertThat(rendered()).isEqualTo(1);
  }

  @Test
  void aFailureSaysWhyAndOffersToTryAgain() throws Exception {
    Actor ann = person("ann");
    backstage.renderer().next(new Result.Refused<>(Failure.Code.NO_FACE));

    Act sent = ann.sends(photo, "No luck");
    Seen told = ann.awaits("failure", it -> it.labels().contains("Try again"));
    ann.presses(told, "Try again");
    ann.videoFor(told);

    assertThat(told.replyTo()).isEqualTo(sent.id());
    assertThat(told.text())
        .isEqualTo(
            "I can’t find a face in this photo. Send one where a face looks at the camera.\n\n"
                + "Nothing was charged. · "
                + code(told));
  }

  // ---- what it cannot use

  @Test
  void filesThatCannotBeUsedAreAnsweredPolitely() throws Exception {
    Actor ann = person("ann");
    byte[] bytes = {1, 2, 3};

    Seen video = ann.answerTo(ann.sends(file("film.mp4", bytes), "look"));
    Seen text = ann.answerTo(ann.sends(file("notes.txt", bytes), ""));
    Seen noPhoto = ann.answerTo(ann.sends(file("not.jpg", bytes), "Hello"));

    assertThat(List.of(video, text))
        .allSatisfy(it -> assertThat(it.text()).startsWith("I can only use photos so far"));
    assertThat(noPhoto.text())
        .isEqualTo("That file is not a picture I can read. Send a JPEG, PNG or WebP photo.");
  }

  // ---- what took long

  @Test
  void aLongWaitEndsWithAMessageThatIsNoticed() throws Exception {
    Actor ann = person("ann");
    ScriptedRenderer.Gate gate = backstage.hold();
    Act sent = ann.sends(photo, "Hello after a while");
    ann.cardFor(sent);
    passes(Duration.ofSeconds(30));
    gate.open();

    if (manners.changesRing()) {
      ann.videoFor(sent);
      ann.answerTo(ann.calls("status", ""));
      assertThat(ann.fromBot()).noneMatch(it -> it.text().contains("ready"));
    } else {
      Seen notice = ann.awaits("notice", it -> it.text().contains("ready"));
      assertThat(notice.text()).isEqualTo("Your video is ready.");
      assertThat(notice.quiet()).isFalse();
    }
    assertThat(ann.fromBot()).hasSize(2);
  }

  @Test
  void aLongWaitForNothingEndsWithAMessageThatIsNoticed() throws Exception {
    Actor ann = person("ann");
    backstage.renderer().next(new Result.Refused<>(Failure.Code.NO_FACE));
    ScriptedRenderer.Gate gate = backstage.hold();
    ann.cardFor(ann.sends(photo, "Hello for nothing"));
    passes(Duration.ofSeconds(30));
    gate.open();

    ann.awaits("failure", it -> it.labels().contains("Try again"));
    if (!manners.changesRing()) {
      ann.awaits("notice", it -> it.text().contains("did not come about"));
    }
    assertThat(ann.fromBot()).hasSize(manners.changesRing() ? 1 : 2);
  }

  @Test
  void whoCancelledALongWaitIsToldNothingMore() throws Exception {
    Actor ann = person("ann");
    ScriptedRenderer.Gate gate = backstage.hold();
    Seen card = ann.cardFor(ann.sends(photo, "Hello and goodbye"));
    gate.awaitReached();
    passes(Duration.ofSeconds(30));

    ann.presses(card, "Cancel");
    ann.awaits("end", it -> it.text().startsWith("Cancelled"));
    ann.answerTo(ann.calls("status", ""));

    assertThat(ann.fromBot()).hasSize(2);
    assertThat(ann.fromBot()).noneMatch(it -> it.text().contains("ready"));
  }

  // ---- what comes twice

  @Test
  void aMessageThatComesTwiceIsTakenOnce() throws Exception {
    Actor ann = person("ann");
    Act sent = ann.sends(photo, "Only once");
    ann.videoFor(sent);

    ann.repeats(sent);
    ann.answerTo(ann.calls("status", ""));

    assertThat(ann.fromBot()).hasSize(2);
    assertThat(rendered()).isEqualTo(1);
  }

  @Test
  void wordsForAPhotoThatComeTwiceAreTakenOnce() throws Exception {
    Actor ann = person("ann");
    Act shown = ann.sends(photo, "");
    ann.answerTo(shown);
    Act words = ann.writes("Also only once");
    ann.videoFor(words);

    ann.repeats(words);
    ann.repeats(shown);
    ann.answerTo(ann.calls("status", ""));

    assertThat(ann.fromBot()).hasSize(3);
  }

  @Test
  void aPressThatComesTwiceIsTakenOnce() throws Exception {
    Actor ann = person("ann");
    ann.videoFor(ann.sends(photo, "Twice"));
    Seen cached = ann.videoFor(ann.sends(photo, "Twice"));

    Act press = ann.presses(cached, "Again");
    ann.videoFor(cached);
    ann.repeats(press);
    ann.answerTo(ann.calls("status", ""));

    assertThat(rendered()).isEqualTo(2);
    assertThat(ann.fromBot()).hasSize(4);
  }
}
