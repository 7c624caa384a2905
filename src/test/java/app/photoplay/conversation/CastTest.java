package app.photoplay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.PhotoFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// How people save whom their films know.
class CastTest extends Scenarios {
  private static final String WHOSE = "Whose face is this?";

  private Call cast(String action, String name) {
    return manners.commandsAreWords()
        ? Call.of("cast", (action + " " + name).strip())
        : named(Call.of("cast", "").with("action", action), name);
  }

  private static Call named(Call call, String name) {
    return name.isEmpty() ? call : call.with("name", name);
  }

  private Seen asks(Actor person, String name) throws Exception {
    return person.answerTo(person.calls(cast("add", name).with(photo)));
  }

  private String list(Actor person) throws Exception {
    return person.answerTo(person.calls(cast("list", ""))).text();
  }

  private void saves(Actor person, String name, String answer) throws Exception {
    Seen question = asks(person, name);
    person.presses(question, answer);
    person.awaits("saved", it -> it.text().startsWith(name + " is in your cast."));
  }

  @Test
  void aFaceIsSavedOnceItIsSaidWhoseItIs() throws Exception {
    Actor ann = person("ann");

    Seen question = asks(ann, "Anna");
    assertThat(list(ann)).startsWith("Nobody is in your cast yet.");
    ann.presses(question, "It’s me");
    Seen saved = ann.awaits("saved", it -> it.text().startsWith("Anna is in your cast."));

    assertThat(question.text()).startsWith(WHOSE);
    assertThat(question.labels())
        .containsExactly("It’s me", "I have permission", "Not a real person", "Cancel");
    assertThat(saved.id()).isEqualTo(question.id());
    assertThat(saved.labels()).isEmpty();
    assertThat(list(ann)).isEqualTo("Your cast:\n• Anna: your own face, can speak");
  }

  @Test
  void aFaceIsForgottenWhenNobodySaysWhoseItIs() throws Exception {
    Actor ann = person("ann");

    Seen question = asks(ann, "Anna");
    ann.presses(question, "Cancel");
    ann.awaits("end", it -> it.text().equals("Nothing was saved."));
    Act late = ann.pressesAsSeen(question, "It’s me");

    assertThat(late.told()).startsWith("That offer is too old");
    assertThat(list(ann)).startsWith("Nobody is in your cast yet.");
  }

  @Test
  void whatHasNoFaceIsSavedAtOnce() throws Exception {
    Actor ann = person("ann");

    Seen rex = ann.answerTo(ann.calls(cast("add", "Rex").with(cat())));
    Call bob =
        manners.commandsAreWords()
            ? Call.of("cast", "add Bob looks=\"an old man in blue\"")
            : cast("add", "Bob").with("looks", "an old man in blue");
    ann.answerTo(ann.calls(bob));

    assertThat(rex.text())
        .startsWith("Rex is in your cast.")
        .contains("no face in the photo that could speak");
    assertThat(list(ann))
        .contains("• Rex: a photo without a face that could speak")
        .contains("• Bob, an old man in blue: known by these words alone");
  }

  @Test
  void whatCannotBeSavedIsRefusedInOneSentence() throws Exception {
    Actor ann = person("ann");
    Path half = file("half.jpg", PhotoFiles.truncatedJpeg());
    Path text = file("diary.jpg", "Dear diary".getBytes(StandardCharsets.UTF_8));
    saves(ann, "Anna", "Not a real person");

    assertThat(ann.answerTo(ann.calls(cast("add", "Ben").with(half))).text())
        .startsWith("That picture is damaged");
    assertThat(ann.answerTo(ann.calls(cast("add", "Ben").with(text))).text())
        .startsWith("That file is not a picture I can read.");
    assertThat(ann.answerTo(ann.calls(cast("add", "A, B").with(photo))).text())
        .startsWith("Which name?");
    assertThat(asks(ann, "anna").text()).startsWith("There is a anna in your cast already.");
    assertThat(ann.answerTo(ann.calls(cast("add", "Ben"))).text())
        .startsWith("Which photo shows Ben?");
    assertThat(ann.answerTo(ann.calls(cast("remove", "Ben"))).text())
        .isEqualTo("Not in your cast: Ben. In it: Anna.");
    assertThat(list(ann)).isEqualTo("Your cast:\n• Anna: no real person, can speak");
  }

  @Test
  void aFilmIsMadeWithThoseItNames() throws Exception {
    backstage.films();
    Actor ann = person("ann");
    Actor ben = person("ben");
    saves(ann, "Anna", "I have permission");

    Seen board = storyboard(ann);
    Seen made = FilmScenes.makes(ann, board);
    Seen others = storyboard(ben);

    assertThat(board.text()).contains("Anna: “Hello, I am Anna.”");
    assertThat(made.text()).contains("9 s · $0.38");
    assertThat(rendered()).isEqualTo(3);
    assertThat(others.text()).doesNotContain("Anna: “");
  }

  private Seen storyboard(Actor person) throws Exception {
    person.calls(film("ANNA: Hello, I am Anna."));
    return person.awaits(
        "storyboard",
        it -> it.labels().stream().anyMatch(label -> label.startsWith("Make the film")));
  }

  @Test
  void whoIsNotInTheCastIsNotTaken() throws Exception {
    Actor ann = person("ann");
    Actor ben = person("ben");
    saves(ann, "Anna", "I have permission");

    Seen unknown = ann.answerTo(ann.calls(film("A quiet sea at dawn").with("cast", "anna,Rex")));
    Seen another = ben.answerTo(ben.calls(film("A quiet sea at dawn").with("cast", "Anna")));

    assertThat(unknown.text()).isEqualTo("Not in your cast: Rex. In it: Anna.");
    assertThat(another.text()).startsWith("Not in your cast: Anna. Nobody is in it yet");
  }

  private static Call film(String idea) {
    return Call.of("film", idea)
        .with("seconds", "10")
        .with("quality", "economy")
        .with("captions", "off")
        .with("review", "storyboard");
  }

  @Test
  void whoIsTakenOutIsInNoFilmAnyMore() throws Exception {
    Actor ann = person("ann");
    saves(ann, "Anna", "It’s me");

    Seen removed = ann.answerTo(ann.calls(cast("remove", "ANNA")));
    Seen film = ann.answerTo(ann.calls(film("A quiet sea").with("cast", "Anna")));

    assertThat(removed.text()).startsWith("ANNA is no longer in your cast");
    assertThat(film.text()).startsWith("Not in your cast: Anna. Nobody is in it yet");
    assertThat(list(ann)).startsWith("Nobody is in your cast yet.");
  }

  @Test
  void inARoomOnePersonAloneIsAskedAndAnswers() throws Exception {
    Actor ann = person("ann");
    Actor ben = person("ben");
    if (manners.rooms()) {
      int room = backstage.room();
      ann = in(room, ann);
      ben = in(room, ben);
    }

    Seen question = asks(ann, "Anna");
    if (!manners.asides()) {
      Act pressed = ben.pressesAsSeen(question, "It’s me");
      assertThat(pressed.told()).isEqualTo(manners.toldToOthers());
    }
    ann.presses(question, "I have permission");
    Seen saved = ann.awaits("saved", it -> it.text().startsWith("Anna is in your cast."));

    assertThat(question.alone()).isEqualTo(manners.asides());
    assertThat(saved.id()).isEqualTo(question.id());
    assertThat(list(ben)).startsWith("Nobody is in your cast yet.");
    assertThat(list(ann)).contains("• Anna: a face with permission, can speak");
  }
}
