package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.speech.SpeechStyle;
import java.util.ArrayList;
import java.util.List;
import marytts.LocalMaryInterface;
import marytts.util.data.audio.MaryAudioUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No click within the speech of the English voice.
class ClickTest {
  private static final MaryVoice MARY = new MaryVoice();

  /// Each becomes louder than at its beginning, in the middle of a word.
  private static final String MUM = "Hello Mum! Happy birthday.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        MUM,
        "Hello Mum, remember me from the old photo?",
        "Hello Mum, we are coming home on Monday morning.",
        "Hey there, we are coming home on Monday morning."
      })
  void aSentenceThatGrowsLouderDoesNotClick(String words) throws Exception {
    assertThat(ClickMeter.clicks(said(words))).isEmpty();
  }

  @Test
  void theMeterHearsWhatMaryDoesByItself() throws Exception {
    LocalMaryInterface mary = new LocalMaryInterface();
    mary.setVoice("cmu-slt-hsmm");
    double[] alone = MaryAudioUtils.getSamplesAsDoubleArray(mary.generateAudio(MUM));

    assertThat(ClickMeter.clicks(alone)).containsExactly(341.0);
  }

  @Test
  void aSentenceHasOneGain() throws Exception {
    double[] own = said(MUM);
    LocalMaryInterface mary = new LocalMaryInterface();
    mary.setVoice("cmu-slt-hsmm");
    double[] alone = MaryAudioUtils.getSamplesAsDoubleArray(mary.generateAudio(MUM));

    assertThat(own).hasSameSizeAs(alone);
    assertThat(gain(own, alone, 8192)).isBetween(0.99, 1.01); // where Mary has not turned it down
    assertThat(gain(own, alone, 24_576)).isGreaterThan(1.8);
  }

  @Tag("proof")
  @Test
  void noneOf240SentencesClicks() throws Exception {
    List<String> sentences =
        OPENINGS.stream()
            .flatMap(opening -> CLOSINGS.stream().map(closing -> opening + ", " + closing))
            .toList();
    assertThat(sentences).hasSizeGreaterThanOrEqualTo(240);

    List<String> clicking = new ArrayList<>();
    for (String sentence : sentences) {
      if (!ClickMeter.clicks(said(sentence)).isEmpty()) {
        clicking.add(sentence);
      }
    }
    assertThat(clicking).isEmpty();
  }

  private static double gain(double[] own, double[] alone, int from) {
    double both = 0;
    double one = 0;
    for (int i = from; i < from + 8192; i++) {
      both += own[i] * alone[i];
      one += alone[i] * alone[i];
    }
    return both / one;
  }

  private static double[] said(String words) throws Exception {
    return MARY.say(EnglishText.cleaned(words), SpeechStyle.NATURAL, 60).orElseThrow().samples();
  }

  private static final List<String> OPENINGS =
      List.of(
          "Hello Mum",
          "Hello Dad",
          "Hi Anna",
          "Good morning",
          "Good evening",
          "Dear friends",
          "My dear Emma",
          "Hey there",
          "Oh my",
          "Welcome home",
          "Oh Mum, no");

  private static final List<String> CLOSINGS =
      List.of(
          "happy birthday to you!",
          "I miss you more than words can say.",
          "how was your summer in Rome?",
          "remember me from the old photo?",
          "we are coming home on Monday morning.",
          "thank you for a wonderful time.",
          "please call me when you have a moment.",
          "the train leaves in twenty minutes.",
          "I never knew that you could sing.",
          "dinner is ready, come and sit down.",
          "nothing makes me happier than a smile.",
          "long ago I was standing right here.",
          "give my love to everyone in the family.",
          "it has been raining since noon.",
          "did you find the money in the drawer?",
          "your room is warm and the lamp is on.",
          "all the best for the new year!",
          "the museum opens at nine.",
          "I am sorry that I am late.",
          "let us meet in the garden under the big tree.",
          "he jumped from one stone to the other.",
          "some animals only come out at night.");
}
