package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.ScriptedRenderer;
import app.photoplay.testkit.ShownMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// What people see in Telegram when all goes well.
class TelegramConversationTest extends TelegramConversation {
  @Test
  void turnsTheProgressCardIntoTheVideo() throws Exception {
    ScriptedRenderer.Gate gate = bot.renderer.hold();

    var sent = ann.sendsPhoto(photo, "Hello from a photo");
    ShownMessage card = ann.awaits("card", m -> m.text().contains("25%"));
    gate.open();
    ShownMessage result = video(ann);

    assertThat(card.labels()).containsExactly("Cancel");
    assertThat(card.silent()).isTrue();
    assertThat(result.id()).isEqualTo(card.id());
    assertThat(result.replyTo()).hasValue(sent.message());
    assertThat(result.labels()).containsExactly("Again", "Change", "Receipt");
    assertThat(result.text()).contains("Made by AI with Photoplay").contains("2 s");
    assertThat(fromBot(ann)).hasSize(1);
    assertThat(ann.sees().getFirst().reaction()).isEqualTo("👀");
    assertThat(telegram.refusals()).isEmpty();
  }

  @Test
  void asksWhatAPhotoShouldSay() throws Exception {
    var first = ann.sendsPhoto(photo, "");
    ShownMessage question = answer(ann, first);
    var words = ann.sends("I can talk now");
    ShownMessage result = video(ann);

    assertThat(question.text()).contains("What should this photo say?");
    assertThat(result.replyTo()).hasValue(words.message());
    assertThat(fromBot(ann)).hasSize(2);
  }

  @Test
  void givesTheWordsToTheNewestPhotoOnly() throws Exception {
    answer(ann, ann.sendsPhoto(photo, ""));
    ShownMessage first = videoFor(ann, ann.sendsPhoto(photo, "This one speaks"));

    ShownMessage answer = answer(ann, ann.sends("Thank you!"));

    assertThat(answer.text()).startsWith("Send me a photo of a face");
    assertThat(first.video()).isPresent();
    assertThat(bot.renderer.rendered()).isEqualTo(1);
  }

  @Test
  void takesAPhotoThatWasSentAsATurnedFile() throws Exception {
    Path turned =
        file("turned.jpg", PhotoFiles.withOrientation(TurnedPhoto.lying(PhotoFiles.portrait()), 6));

    var sent = ann.sendsFile(turned, "IMG_0001.JPG", "image/jpeg", "Upright again");

    assertThat(videoFor(ann, sent).labels()).containsExactly("Again", "Change", "Receipt");
  }

  @Test
  void makesAPhotoOfTheGroupSpeakOnlyWhenAsked() throws Exception {
    var here = ann.in(GROUP);
    var ben = telegram.person(8).in(GROUP);
    var shown = ben.sendsPhoto(photo, "Look at this");

    var asked = here.repliesTo(shown, "/talk@" + FakeTelegram.BOT + " Good evening everybody");
    ShownMessage result = videoFor(here, asked);

    assertThat(fromBot(here)).containsExactly(result);
  }

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
  void offersANarratedZoomForAPhotoWithoutAFaceBeforeAnythingIsMade() throws Exception {
    var sent = ann.sendsPhoto(file("cat.jpg", PhotoFiles.named("cat.jpg")), "I am a cat");
    ShownMessage refusal = answer(ann, sent);
    assertThat(refusal.text()).startsWith("I can’t find a face in this photo");
    assertThat(bot.voice.spoken() + bot.renderer.rendered()).isZero();

    ann.presses(refusal, "Make the slow zoom");
    ShownMessage result = video(ann);

    assertThat(result.replyTo()).hasValue(refusal.id());
    assertThat(bot.renderer.rendered()).isEqualTo(1);
  }

  // ---- what it cannot use

  @Test
  void answersFilesThatItCannotUsePolitely() throws Exception {
    Path some = file("some.bin", new byte[] {1, 2, 3});

    ShownMessage voice = answer(ann, ann.sendsVoice(some));
    ShownMessage sticker = answer(ann, ann.sendsSticker(some));
    ShownMessage video = answer(ann, ann.sendsVideo(some, "look"));
    ShownMessage text = answer(ann, ann.sendsFile(some, "notes.txt", "text/plain", ""));

    assertThat(voice.text()).startsWith("That file is no recording I can read.");
    assertThat(List.of(sticker, video, text))
        .allSatisfy(answer -> assertThat(answer.text()).startsWith("I can only use photos so far"));
  }

  @Test
  void answersEveryCommand() throws Exception {
    var made = ann.sendsPhoto(photo, "Hello there");
    String code = code(videoFor(ann, made));

    assertThat(answer(ann, ann.sends("/start")).text()).contains("/talk", "/receipt");
    assertThat(answer(ann, ann.sends("/help")).text()).contains("1. Send a photo.");
    assertThat(answer(ann, ann.sends("/help talk")).text())
        .contains("speed – Speed of the voice: 0.5 – 2", "voice – Voice: ");
    assertThat(answer(ann, ann.sends("/talk speed=9 Hi")).text()).contains("Possible: 0.5 – 2.");
    assertThat(answer(ann, ann.sends("/jobs")).text()).contains(code + " · done");
    ShownMessage job = answer(ann, ann.sends("/job " + code));
    assertThat(job.text()).contains(code + " · done");
    assertThat(job.labels()).containsExactly("Again");
    assertThat(answer(ann, ann.sends("/cancel")).text()).contains("Nothing of yours");
    assertThat(answer(ann, ann.sends("/cancel " + code)).text()).contains("has ended already");
    assertThat(answer(ann, ann.sends("/budget")).text()).contains("$0.00 of $2.00");
    assertThat(answer(ann, ann.sends("/receipt " + code)).text()).contains("No charge.");
    assertThat(answer(ann, ann.sends("/status")).text()).contains("Nothing is being made");
    assertThat(answer(ann, ann.sends("/settings")).text()).contains("UTC");
    assertThat(answer(ann, ann.sends("/settings zone Europe/Berlin")).text())
        .contains("will be Europe/Berlin from");
    assertThat(answer(ann, ann.sends("/settings zone Mars/Base")).text()).contains("“Mars/Base”");
    assertThat(answer(ann, ann.sends("/nonsense")).text()).contains("/nonsense");
    assertThat(answer(ann, ann.sends("/again")).text()).startsWith("Which video?");
    assertThat(answer(ann, ann.sends("/job QQQQQQ")).text()).contains("/jobs");
    assertThat(videoFor(ann, ann.sends("/again " + code.toLowerCase(Locale.ROOT))).text())
        .contains("$0, from cache");
    assertThat(telegram.refusals()).isEmpty();
  }

  // ---- the same once more

  @Test
  void takesARepeatedUpdateOnce() throws Exception {
    var sent = ann.sendsPhoto(photo, "Only once");
    video(ann);

    telegram.repeats(sent);
    telegram.repeatsAsNew(sent);
    var last = ann.sends("/status");
    answer(ann, last);

    assertThat(fromBot(ann)).hasSize(2);
    assertThat(bot.renderer.rendered()).isEqualTo(1);
  }

  @Test
  void takesRepeatedWordsForADraftOnce() throws Exception {
    var question = ann.sendsPhoto(photo, "");
    answer(ann, question);
    var words = ann.sends("Only once");
    video(ann);

    telegram.repeatsAsNew(words);
    telegram.repeatsAsNew(question);
    answer(ann, ann.sends("/status"));

    assertThat(fromBot(ann)).hasSize(3);
  }

  @Test
  void takesARepeatedPressOnce() throws Exception {
    ann.sendsPhoto(photo, "Twice");
    video(ann);
    ShownMessage cached = videoFor(ann, ann.sendsPhoto(photo, "Twice"));

    var press = ann.presses(cached, "Make fresh");
    ann.awaits(
        "fresh video",
        message ->
            message.video().isPresent()
                && message.replyTo().isPresent()
                && message.replyTo().getAsInt() == cached.id());
    telegram.repeats(press);
    telegram.repeatsAsNew(press);
    answer(ann, ann.sends("/status"));

    assertThat(bot.renderer.rendered()).isEqualTo(2);
    assertThat(fromBot(ann)).hasSize(4);
  }

  @Test
  void answersTheSameAgainFromTheCacheWithoutAnUpload() throws Exception {
    ShownMessage first = videoFor(ann, ann.sendsPhoto(photo, "Say it again"));
    ShownMessage second = videoFor(ann, ann.sendsPhoto(photo, "Say it again"));

    assertThat(second.text()).contains("$0, from cache");
    assertThat(second.labels()).containsExactly("Make fresh", "Change", "Receipt");
    assertThat(second.video().orElseThrow().uploaded()).isFalse();
    assertThat(second.video().get().fileId()).isEqualTo(first.video().orElseThrow().fileId());
    assertThat(bot.renderer.rendered()).isEqualTo(1);
  }

  @Test
  void makesItFreshOnRequestAndServesTheFreshOneFromThen() throws Exception {
    videoFor(ann, ann.sendsPhoto(photo, "Fresh"));
    ShownMessage cached = videoFor(ann, ann.sendsPhoto(photo, "Fresh"));
    ScriptedRenderer.Gate gate = bot.renderer.hold();
    ann.presses(cached, "Make fresh");
    gate.awaitReached();
    // joins the one that is being made
    var meanwhile = ann.sendsPhoto(photo, "Fresh");
    answer(ann, meanwhile);
    gate.open();

    ShownMessage fresh = videoFor(ann, meanwhile);
    ShownMessage later = videoFor(ann, ann.sendsPhoto(photo, "Fresh"));

    assertThat(fresh.video().orElseThrow().sha256())
        .isNotEqualTo(cached.video().orElseThrow().sha256());
    assertThat(later.video().orElseThrow().sha256()).isEqualTo(fresh.video().get().sha256());
    assertThat(bot.renderer.rendered()).isEqualTo(2);
  }

  @Test
  void joinsTheSameWishWhileItIsBeingMade() throws Exception {
    ScriptedRenderer.Gate gate = bot.renderer.hold();
    var first = ann.sendsPhoto(photo, "Together");
    gate.awaitReached();
    var second = ann.sendsPhoto(photo, "Together");
    answer(ann, second);
    gate.open();

    assertThat(code(videoFor(ann, first))).isEqualTo(code(videoFor(ann, second)));
    assertThat(bot.renderer.rendered()).isEqualTo(1);
  }

  // ---- other people's buttons
}
