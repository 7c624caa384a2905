package app.photoplay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.ScriptedRenderer;
import org.junit.jupiter.api.Test;

/// The same wish again, by the same person or by another one.
class RepeatTest extends Scenarios {
  @Test
  void theSameWishIsNotMadeTwice() throws Exception {
    Actor ann = person("ann");
    Seen first = ann.videoFor(ann.sends(photo, "Say it again"));
    Seen second = ann.videoFor(ann.sends(photo, "Say it again"));

    assertThat(second.text()).contains("$0, from cache");
    assertThat(second.labels()).containsExactly("Make fresh", "Change", "Receipt");
    assertThat(second.video().orElseThrow().content())
        .isEqualTo(first.video().orElseThrow().content());
    assertThat(second.video().get().uploaded()).isEqualTo(!manners.remembersVideos());
    assertThat(rendered()).isEqualTo(1);
  }

  @Test
  void aFreshOneIsMadeOnRequestAndShownFromThen() throws Exception {
    Actor ann = person("ann");
    ann.videoFor(ann.sends(photo, "Fresh"));
    Seen cached = ann.videoFor(ann.sends(photo, "Fresh"));
    ScriptedRenderer.Gate gate = backstage.hold();
    ann.presses(cached, "Make fresh");
    gate.awaitReached();
    // joins the one that is being made
    Act meanwhile = ann.sends(photo, "Fresh");
    ann.answerTo(meanwhile);
    gate.open();

    Seen fresh = ann.videoFor(meanwhile);
    Seen later = ann.videoFor(ann.sends(photo, "Fresh"));

    assertThat(fresh.video().orElseThrow().content())
        .isNotEqualTo(cached.video().orElseThrow().content());
    assertThat(later.video().orElseThrow().content()).isEqualTo(fresh.video().get().content());
    assertThat(rendered()).isEqualTo(2);
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
