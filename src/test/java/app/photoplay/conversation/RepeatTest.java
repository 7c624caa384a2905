package app.photoplay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.ScriptedRenderer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The same wish again, by the same person or by another one.
class RepeatTest extends Scenarios {
  @Test
  void theSameWishIsNotMadeTwice() throws Exception {
    Actor ann = person("ann");
    Seen first = ann.videoFor(ann.sends(photo, "Say it again"));
    Seen second = ann.videoFor(ann.sends(photo, "Say it again"));

    assertThat(second.text()).contains("$0, from cache");
    assertThat(second.labels()).containsExactly("Again", "Send again", "Change", "Receipt");
    assertThat(second.video().orElseThrow().content())
        .isEqualTo(first.video().orElseThrow().content());
    assertThat(second.video().get().uploaded()).isEqualTo(!manners.remembersVideos());
    assertThat(rendered()).isEqualTo(1);
  }

  @Test
  void againIsANewTakeOfTheSameWordsAndSaysSo() throws Exception {
    Actor ann = person("ann");
    Seen first = ann.videoFor(ann.sends(photo, "Fresh"));

    Act press = ann.presses(first, "Again");
    Seen take = ann.videoFor(first);
    Seen later = ann.videoFor(ann.sends(photo, "Fresh"));

    assertThat(press.told()).startsWith("A new take: the same words");
    assertThat(take.text()).contains("A new take: the same words, moved differently.");
    assertThat(take.video().orElseThrow().content())
        .isNotEqualTo(first.video().orElseThrow().content());
    assertThat(ann.watches(take)).contains("Fresh");
    assertThat(later.video().orElseThrow().content()).isEqualTo(first.video().get().content());
    assertThat(rendered()).isEqualTo(2);
    assertThat(spoken()).isEqualTo(1);
  }

  @Test
  void theVeryVideoIsSentAgainForNothing() throws Exception {
    Actor ann = person("ann");
    Seen first = ann.videoFor(ann.sends(photo, "Once more"));

    ann.presses(first, "Send again");
    Seen same = ann.videoFor(first);

    assertThat(same.text()).contains("$0, from cache").doesNotContain("new take");
    assertThat(same.video().orElseThrow().content())
        .isEqualTo(first.video().orElseThrow().content());
    assertThat(rendered()).isEqualTo(1);
  }

  @Test
  void aSecondTapWithinSecondsDoesNothingAndALaterOneDoes() throws Exception {
    Actor ann = person("ann");
    Seen first = ann.videoFor(ann.sends(photo, "Double"));
    ann.presses(first, "Send again");
    ann.videoFor(first);

    Act second = ann.presses(first, "Send again");
    List<String> after = ann.fromBot().stream().map(Seen::id).toList();
    passes(Duration.ofSeconds(6));
    ann.presses(first, "Send again");
    ann.awaits("a third", it -> it.video().isPresent() && !after.contains(it.id()));

    assertThat(second.told()).isEqualTo("Already on it.");
    assertThat(after).hasSize(2);
    assertThat(rendered()).isEqualTo(1);
  }

  @Test
  void theSameWishJoinsTheOneThatIsBeingMade() throws Exception {
    Actor ann = person("ann");
    ScriptedRenderer.Gate gate = backstage.hold();
    Act first = ann.sends(photo, "Together");
    gate.awaitReached();
    Act second = ann.sends(photo, "Together");
    ann.answerTo(second);
    gate.open();

    assertThat(code(ann.videoFor(first))).isEqualTo(code(ann.videoFor(second)));
    assertThat(rendered()).isEqualTo(1);
  }

  /// What one person has made is that person's alone, also while it is being made.
  @Test
  void anotherPersonWithTheSameWishGetsAVideoOfTheirOwn() throws Exception {
    Actor ann = person("ann");
    Actor ben = person("ben");
    ScriptedRenderer.Gate gate = backstage.hold();
    Act anns = ann.sends(photo, "Both of us");
    gate.awaitReached();
    Act bens = ben.sends(photo, "Both of us");
    ben.answerTo(bens);
    gate.open();

    Seen first = ann.videoFor(anns);
    Seen second = ben.videoFor(bens);

    assertThat(ann.watches(first)).contains("Both of us");
    assertThat(ben.watches(second)).contains("Both of us").isNotEqualTo(ann.watches(first));
    assertThat(code(second)).isNotEqualTo(code(first));
    assertThat(rendered()).isEqualTo(2);
    assertThat(ann.fromBot()).hasSize(1);
    assertThat(ben.fromBot()).hasSize(1);
    assertThat(ben.answerTo(ben.calls("budget", "")).text()).contains("$0.33 of $2.00");
  }
}
