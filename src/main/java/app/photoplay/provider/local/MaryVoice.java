package app.photoplay.provider.local;

import app.photoplay.provider.Manner;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import marytts.LocalMaryInterface;
import marytts.exceptions.MaryConfigurationException;
import marytts.exceptions.SynthesisException;
import marytts.util.data.audio.MaryAudioUtils;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/// MaryTTS with its voice cmu-slt-hsmm: one text at a time, loaded at the first one (1 to 3 s and
/// about 90 MB, which stay).
final class MaryVoice {
  /// The symbol of a pause.
  static final String PAUSE = "_";

  private final Lock lock = new ReentrantLock();
  private @Nullable LocalMaryInterface mary;

  /// Speaks one text; empty when it would take longer than this, which is known after a hundredth
  /// of the work.
  Optional<Utterance> say(String text, Manner manner, double longestSeconds)
      throws InterruptedException, MaryConfigurationException, SynthesisException {
    lock.lockInterruptibly();
    try {
      LocalMaryInterface loaded = loaded();
      loaded.setInputType("TEXT");
      loaded.setOutputType("ACOUSTPARAMS");
      Document plan = loaded.generateXML(text);
      MaryPlan.change(plan, manner);
      if (MaryPlan.read(plan).utterance(new double[0]).phonesSeconds() > longestSeconds) {
        return Optional.empty();
      }
      stopIfInterrupted();
      loaded.setInputType("ACOUSTPARAMS");
      loaded.setOutputType("AUDIO");
      // Reading the stream's bytes gives nearly nothing; Mary's own reader gives all samples.
      double[] samples = MaryAudioUtils.getSamplesAsDoubleArray(loaded.generateAudio(plan));
      stopIfInterrupted();
      // Speaking has put the lengths that came out into the plan (multiples of 5 ms).
      return Optional.of(MaryPlan.read(plan).utterance(samples));
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
}
