package app.photoplay.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.photoplay.testkit.PhotoFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Photos that are sent together are one wish.
class AlbumTest extends Scenarios {
  private Actor ann;

  @BeforeEach
  void whereThatIsPossible() throws Exception {
    assumeTrue(manners.edits());
    ann = person("ann");
  }

  @Test
  void ofSeveralPhotosWithWordsOneIsChosen() throws Exception {
    Act sent = ann.sendsTogether(portraits(10), 2, "Which of us?");
    Seen question = ann.answerTo(sent);

    ann.presses(question, "7");
    Seen result = ann.videoFor(question);

    assertThat(question.text()).startsWith("There is a face in 10 of your photos.");
    assertThat(question.labels())
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    assertThat(ann.watches(result)).contains("sound of Which of us?");
    assertThat(rendered()).isEqualTo(1);
    assertThat(ann.fromBot()).hasSize(2);
  }

  @Test
  void theOnlyPhotoWithAFaceSpeaks() throws Exception {
    Act sent = ann.sendsTogether(List.of(cat(), photo), 0, "Nobody else can");

    assertThat(ann.watches(ann.videoFor(sent))).contains("sound of Nobody else can");
    assertThat(ann.fromBot()).hasSize(1);
  }

  @Test
  void severalPhotosWithoutWordsAreAskedOnceWhatToSay() throws Exception {
    Seen asked = ann.answerTo(ann.sendsTogether(portraits(2), 0, ""));
    Seen which = ann.answerTo(ann.writes("Words for two"));

    ann.presses(which, "2");
    Seen result = ann.videoFor(which);

    assertThat(asked.text()).startsWith("What should this photo say?");
    assertThat(which.labels()).containsExactly("1", "2");
    assertThat(ann.watches(result)).contains("sound of Words for two");
    assertThat(ann.fromBot()).hasSize(3);
  }

  @Test
  void aPhotoThatComesLateWaitsWithTheOthersForTheirWords() throws Exception {
    assumeTrue(platform == Platform.TELEGRAM);
    ann.answerTo(ann.sendsTogether(portraits(2), 0, ""));
    ann.sendsTogether(portraits(1), 0, "");
    Seen which = ann.answerTo(ann.writes("Words for three"));

    assertThat(which.labels()).containsExactly("1", "2", "3");
    assertThat(ann.fromBot()).hasSize(2);
  }

  @Test
  void aPhotoThatComesAfterTheWordsIsAskedAbout() throws Exception {
    assumeTrue(platform == Platform.TELEGRAM);
    ann.videoFor(ann.sendsTogether(portraits(1), 0, "The words of all"));
    Act late = ann.sendsTogether(List.of(photo), 0, "");
    Seen question = ann.answerTo(late);

    ann.presses(question, "Let it speak");

    assertThat(question.text())
        .isEqualTo("One more photo of your album has come. Shall it say the same?");
    assertThat(ann.watches(ann.videoFor(question))).contains("sound of The words of all");
  }

  private List<Path> portraits(int count) throws Exception {
    List<Path> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(file("portrait" + i + ".jpg", PhotoFiles.portrait()));
    }
    return all;
  }
}
