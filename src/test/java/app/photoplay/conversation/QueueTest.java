package app.photoplay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.ScriptedRenderer;
import org.junit.jupiter.api.Test;

/// Who waits for others.
class QueueTest extends Scenarios {
  @Test
  void eachWishIsOnePlaceAndTheWaitGoesByWhatWasMadeBefore() throws Exception {
    Actor ann = person("ann");
    for (String words : new String[] {"before one", "before two", "before three"}) {
      ann.videoFor(ann.sends(photo, words));
    }
    ScriptedRenderer.Gate gate = backstage.hold();
    ann.sends(photo, "First of all");
    gate.awaitReached();

    Actor ben = person("ben");
    Act bens = ben.sends(photo, "Second in line");
    Seen place = ben.awaits("place", it -> it.text().contains("One video is before yours."));
    Actor cy = person("cy");
    Act cys = cy.sends(photo, "Third in line");
    Seen last = cy.awaits("place", it -> it.text().contains("2 videos are before yours."));
    gate.open();

    assertThat(place.text()).contains("It should be there in");
    assertThat(last.text()).contains("It should be there in");
    assertThat(ben.watches(ben.videoFor(bens))).contains("Second");
    assertThat(cy.watches(cy.videoFor(cys))).contains("Third");
  }
}
