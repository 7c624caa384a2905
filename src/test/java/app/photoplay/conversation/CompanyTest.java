package app.photoplay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.ScriptedRenderer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two people at one bot, in a room where there are rooms: what is one's is not the other's.
class CompanyTest extends Scenarios {
  private Actor ann;
  private Actor ben;

  @BeforeEach
  void meet() throws Exception {
    ann = person("ann");
    ben = person("ben");
    if (manners.rooms()) {
      int room = backstage.room();
      ann = in(room, ann);
      ben = in(room, ben);
    }
  }

  @Test
  void inARoomAPhotoSpeaksOnlyWhenSomebodyAsks() throws Exception {
    Act shown = ben.sends(photo, "Look at this");
    if (!manners.rooms()) {
      // alone with the bot, a photo with words is a wish, and nobody else sees what comes of it
      ben.videoFor(shown);
      assertThat(ann.sees()).isEmpty();
      return;
    }

    Act asked = ann.calls(Call.of("talk", "Good evening everybody").on(shown));
    Seen result = ann.videoFor(asked);

    assertThat(ann.watches(result)).contains("Good evening everybody");
    assertThat(ann.fromBot()).containsExactly(result);
  }

  @Test
  void whoAsksWithoutAPhotoIsToldAlone() throws Exception {
    Seen answer = ann.answerTo(ann.calls("talk", "Who is there?"));

    assertThat(answer.text()).contains("photo");
    assertThat(answer.alone()).isEqualTo(manners.asides());
    // nobody is told to do what is not read here
    assertThat(answer.text().contains("Send me")).isEqualTo(!manners.rooms());
  }

  @Test
  void nobodyPressesButtonsThatAreNotTheirs() throws Exception {
    ScriptedRenderer.Gate gate = backstage.hold();
    Act asked = ann.calls(Call.of("talk", "A secret of mine").with(photo));
    Seen card = ann.cardFor(asked);

    assertRefused(ben.pressesAsSeen(card, "Cancel"));
    gate.open();
    Seen result = ann.videoFor(asked);
    assertRefused(ben.pressesAsSeen(result, "Receipt"));
    assertRefused(ben.pressesAsSeen(result, "Again"));
    assertRefused(ben.pressesAsSeen(result, "Change"));
    assertRefused(ben.forges(result, "v1:fresh:" + code(result)));

    assertThat(ann.fromBot()).containsExactly(result);
    assertThat(rendered()).isEqualTo(1);
  }

  @Test
  void nobodyChoosesForAnother() throws Exception {
    Act called = ann.calls(Call.of("talk", "").with(photo));
    if (!manners.commandsAreWords()) {
      // the form is seen by nobody else
      ann.isAsked(called);
      assertThat(ben.sees()).isEmpty();
      return;
    }
    Seen question = ann.answerTo(called);

    assertRefused(ben.pressesAsSeen(question, "Voice and style"));

    assertThat(ann.now(question)).isEqualTo(question);
  }

  @Test
  void nobodyTakesAnOfferThatWasNotForThem() throws Exception {
    Seen offer = ann.answerTo(ann.calls(Call.of("talk", "I am a cat").with(cat())));

    if (manners.asides()) {
      assertThat(ben.sees()).isEmpty();
    } else {
      assertRefused(ben.pressesAsSeen(offer, "Make the slow zoom"));
    }

    assertThat(rendered()).isZero();
    assertThat(ann.fromBot()).containsExactly(offer);
    ann.presses(offer, "Make the slow zoom");
    ann.awaits("video", it -> it.video().isPresent());
  }

  @Test
  void moneyIsTheBusinessOfWhoAsks() throws Exception {
    Seen answer = ann.answerTo(ann.calls("budget", ""));

    assertThat(answer.text()).contains("$0.00 of $2.00");
    assertThat(answer.alone()).isEqualTo(manners.asides());
    assertThat(ben.fromBot()).hasSize(manners.rooms() && !manners.asides() ? 1 : 0);
  }

  private void assertRefused(Act press) {
    assertThat(press.told()).isEqualTo(manners.toldToOthers());
  }

  @Test
  void forgedButtonsDoNothing() throws Exception {
    Seen result = ann.videoFor(ann.calls(Call.of("talk", "Mine").with(photo)));
    List<String> forged =
        List.of(
            "x",
            "v1:",
            "v1:talk:",
            "v1:drop:AAAAAA",
            "v1:talk:AAAAAA",
            "v1:jobs:AAAAAA",
            "v1:cancel:AAAAAA",
            "v2:cancel:" + code(result),
            result.button("Again").data().replace("again", "fresh"),
            "v1:cancel:" + code(result) + "' OR 1=1",
            "v1:cancel:../../etc",
            "v1:take:ZZZZZZ",
            "\u0000\u0001\u0007\uFFFD",
            "A".repeat(64),
            "ё".repeat(32));

    for (String data : forged) {
      ann.forges(result, data);
    }

    assertThat(ann.fromBot()).containsExactly(result);
    assertThat(rendered()).isEqualTo(1);
  }
}
