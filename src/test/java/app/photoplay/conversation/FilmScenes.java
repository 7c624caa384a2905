package app.photoplay.conversation;

import org.junit.jupiter.api.BeforeEach;

/// What all scenarios about films have: short, small films of three scenes, and pieces that can be
/// cut.
abstract class FilmScenes extends Scenarios {
  static final String IDEA = "A lighthouse keeper befriends a storm";
  static final String STALE = "This has changed in the meantime. Please look again, then press.";

  @BeforeEach
  void films() {
    backstage.films();
  }

  /// A film of a second for each word that is said.
  ///
  /// @param review what is to be seen first
  static Call film(String idea, String review) {
    return Call.of("film", idea)
        .with("seconds", "10")
        .with("quality", "economy")
        .with("review", review);
  }

  static Call silent(String idea, String review) {
    return film(idea, review).with("narration", "off");
  }

  /// Waits for a storyboard.
  Seen storyboard(Actor person, Call called) throws Exception {
    Act call = person.calls(called);
    return person.awaits(
        "storyboard", it -> it.answers(call) && it.labels().contains("Change scenes"));
  }

  /// Waits for the card on which scenes are changed.
  Seen editing(Actor person, Seen result) throws Exception {
    person.presses(result, "Change scenes");
    return person.awaits("card", it -> it.answers(result) && it.labels().contains("3"));
  }

  /// Presses a button, and waits until the message says what is expected.
  Seen taps(Actor person, Seen card, String label, String expected) throws Exception {
    person.presses(card, label);
    return person.awaits(
        "card that says " + expected,
        it -> it.id().equals(card.id()) && it.text().contains(expected));
  }

  /// Presses the button that makes the film, whatever it costs, and waits for it.
  static Seen makes(Actor person, Seen card) throws Exception {
    String label =
        card.labels().stream()
            .filter(it -> it.startsWith("Make the film"))
            .findFirst()
            .orElseThrow();
    person.presses(card, label);
    return person.videoFor(card);
  }
}
