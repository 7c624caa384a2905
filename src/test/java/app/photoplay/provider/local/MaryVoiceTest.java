package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.Manner;
import app.photoplay.provider.SpeechTimings.Word;
import java.util.List;
import marytts.LocalMaryInterface;
import marytts.util.data.audio.MaryAudioUtils;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

final class MaryVoiceTest {
  private static final String TEXT =
      "Good day! It is three o'clock. ... What do you want?\n\nNothing.";

  @Test
  void speaksSentencesSideBySideAsIfInOneGo() throws Exception {
    LocalMaryInterface mary = new LocalMaryInterface();
    mary.setVoice("cmu-slt-hsmm");
    mary.setOutputType("ACOUSTPARAMS");
    Document plan = mary.generateXML(TEXT);
    mary.setInputType("ACOUSTPARAMS");
    mary.setOutputType("AUDIO");
    double[] atOnce = MaryAudioUtils.getSamplesAsDoubleArray(mary.generateAudio(plan));
    Utterance whole = MaryPlan.read(List.of(plan)).utterance(atOnce);

    Utterance said = new MaryVoice().say(TEXT, Manner.NATURAL, 60).orElseThrow();

    assertThat(said.samples()).containsExactly(atOnce);
    assertThat(said.phones()).isEqualTo(whole.phones());
    assertThat(said.words()).isEqualTo(whole.words());
    assertThat(said.words()).extracting(Word::text).contains("Good", "want", "Nothing");
  }
}
