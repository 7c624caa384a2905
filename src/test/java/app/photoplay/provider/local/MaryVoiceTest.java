package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.speech.SpeechTimings.Phone;
import app.photoplay.provider.speech.SpeechTimings.Word;
import app.photoplay.provider.speech.sound.Utterance;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import marytts.LocalMaryInterface;
import marytts.htsengine.HMMVoice;
import marytts.modules.synthesis.Voice;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class MaryVoiceTest {
  private static final String TEXT =
      "Good day! It is three o'clock. ... What do you want?\n\nNothing.";

  @Test
  void speaksSentencesSideBySideAsIfInOneGo() throws Exception {
    LocalMaryInterface mary = new LocalMaryInterface();
    mary.setVoice("cmu-slt-hsmm");
    mary.setOutputType("ACOUSTPARAMS");
    Document plan = mary.generateXML(TEXT);
    double[] atOnce = new MarySound((HMMVoice) Voice.getVoice("cmu-slt-hsmm")).spoken(plan);
    Utterance whole = MaryPlan.spoken(List.of(plan), List.of(atOnce));

    Utterance said = new MaryVoice().say(TEXT, SpeechStyle.NATURAL, 60).orElseThrow();

    assertThat(said.samples()).containsExactly(atOnce);
    assertThat(said.phones()).extracting(Phone::symbol).isEqualTo(symbols(whole));
    assertThat(said.words()).extracting(Word::text).contains("Good", "want", "Nothing");
  }

  @Test
  void beginsEachSentenceWhereItsSoundBegins() throws Exception {
    Document first =
        plan("<t>Hi <ph p='h' d='60'/><ph p='AI' d='140'/></t><boundary duration='400'/>");
    Document second = plan("<t>you <ph p='j' d='50'/><ph p='u' d='150'/></t>");

    Utterance said =
        MaryPlan.spoken(
            List.of(first, second), List.of(new double[900 * 48], new double[100 * 48]));

    assertThat(said.words()).containsExactly(new Word("Hi", 0, 300), new Word("you", 900, 1000));
    assertThat(said.phones().getLast().endMillis()).isEqualTo(1000);
  }

  private static Document plan(String sentence) throws Exception {
    String xml = "<maryxml><s>" + sentence + "</s></maryxml>";
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static List<String> symbols(Utterance utterance) {
    return utterance.phones().stream().map(Phone::symbol).toList();
  }
}
