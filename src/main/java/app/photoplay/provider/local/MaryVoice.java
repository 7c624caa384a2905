package app.photoplay.provider.local;

import app.photoplay.provider.SpeechTimings.Phone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import marytts.LocalMaryInterface;
import marytts.exceptions.MaryConfigurationException;
import marytts.exceptions.SynthesisException;
import marytts.util.data.audio.MaryAudioUtils;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// MaryTTS with its voice cmu-slt-hsmm: one text at a time, loaded at the first one (1 to 3 s and
/// about 90 MB, which stay).
final class MaryVoice {
  /// The symbol of a pause.
  static final String PAUSE = "_";

  private final Lock lock = new ReentrantLock();
  private @Nullable LocalMaryInterface mary;

  /// Speaks one text; empty when it would take longer than this, which is known after a hundredth
  /// of the work.
  Optional<Utterance> say(String text, double longestSeconds)
      throws InterruptedException, MaryConfigurationException, SynthesisException {
    lock.lockInterruptibly();
    try {
      LocalMaryInterface loaded = loaded();
      loaded.setInputType("TEXT");
      loaded.setOutputType("ACOUSTPARAMS");
      Document plan = loaded.generateXML(text);
      if (new Utterance(new double[0], phones(plan)).phonesSeconds() > longestSeconds) {
        return Optional.empty();
      }
      stopIfInterrupted();
      loaded.setInputType("ACOUSTPARAMS");
      loaded.setOutputType("AUDIO");
      // Reading the stream's bytes gives nearly nothing; Mary's own reader gives all samples.
      double[] samples = MaryAudioUtils.getSamplesAsDoubleArray(loaded.generateAudio(plan));
      stopIfInterrupted();
      // Speaking has put the lengths that came out into the plan (multiples of 5 ms).
      return Optional.of(new Utterance(samples, phones(plan)));
    } finally {
      lock.unlock();
    }
  }

  private static void stopIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private LocalMaryInterface loaded() throws MaryConfigurationException {
    LocalMaryInterface loaded = mary;
    if (loaded == null) {
      loaded = new LocalMaryInterface();
      loaded.setVoice("cmu-slt-hsmm");
      mary = loaded;
    }
    return loaded;
  }

  /// Adds up what each phone and each pause takes in document order: the `end` attributes of Mary's
  /// XML are wrong after a pause.
  private static List<Phone> phones(Document realised) {
    List<Phone> phones = new ArrayList<>();
    double time = 0;
    NodeList elements = realised.getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      String symbol;
      String length;
      switch (element.getTagName()) {
        case "ph" -> {
          symbol = element.getAttribute("p");
          length = element.getAttribute("d");
        }
        case "boundary" -> {
          symbol = PAUSE;
          length = element.getAttribute("duration");
        }
        default -> {
          continue;
        }
      }
      if (!length.isEmpty() && Double.parseDouble(length) > 0) {
        double end = time + Double.parseDouble(length);
        phones.add(new Phone(symbol, time, end));
        time = end;
      }
    }
    return phones;
  }
}
