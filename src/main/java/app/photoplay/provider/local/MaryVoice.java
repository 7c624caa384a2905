package app.photoplay.provider.local;

import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.speech.sound.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sound.sampled.AudioInputStream;
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
  private final ExecutorService readers =
      Executors.newFixedThreadPool(
          Math.min(4, Runtime.getRuntime().availableProcessors()),
          Thread.ofPlatform().daemon().name("voice-", 0).factory());
  private @Nullable LocalMaryInterface mary;

  /// Speaks one text; empty when it would take longer than this, which is known after a hundredth
  /// of the work.
  ///
  /// @throws Unspeakable when it never can
  Optional<Utterance> say(String text, SpeechStyle manner, double longestSeconds)
      throws InterruptedException, MaryConfigurationException, SynthesisException, Unspeakable {
    lock.lockInterruptibly();
    try {
      LocalMaryInterface loaded = loaded();
      loaded.setInputType("TEXT");
      loaded.setOutputType("ACOUSTPARAMS");
      Document plan = planned(loaded, text);
      MaryPlan.change(plan, manner);
      if (MaryPlan.seconds(plan) > longestSeconds) {
        return Optional.empty();
      }
      stopIfInterrupted();
      loaded.setInputType("ACOUSTPARAMS");
      loaded.setOutputType("AUDIO");
      List<Document> sentences = MaryPlan.sentences(plan);
      List<double[]> sounds = spoken(loaded, sentences);
      // Speaking has put the lengths that came out into the plans (multiples of 5 ms).
      return Optional.of(MaryPlan.spoken(sentences, sounds));
    } finally {
      lock.unlock();
    }
  }

  /// Mary goes round in circles over some tokens, such as words between many slashes.
  private static Document planned(LocalMaryInterface loaded, String text)
      throws SynthesisException, Unspeakable {
    try {
      return loaded.generateXML(text);
    } catch (StackOverflowError e) {
      throw new Unspeakable();
    }
  }

  /// Mary cannot read the text, and never will.
  static final class Unspeakable extends Exception {
    private static final long serialVersionUID = 1;
  }

  /// Mary hands over streams at once and works while they are read, so sentences are read side by
  /// side. They are read to their ends also when nobody waits any more, or Mary's threads that fill
  /// them would stay.
  private List<double[]> spoken(LocalMaryInterface loaded, List<Document> sentences)
      throws InterruptedException, SynthesisException {
    List<Future<double[]>> parts = new ArrayList<>();
    for (Document sentence : sentences) {
      AudioInputStream stream = loaded.generateAudio(sentence);
      // Reading the stream's bytes gives nearly nothing; Mary's own reader gives all samples.
      parts.add(readers.submit(() -> MaryAudioUtils.getSamplesAsDoubleArray(stream)));
      stopIfInterrupted();
    }
    List<double[]> sounds = new ArrayList<>();
    for (Future<double[]> part : parts) {
      try {
        sounds.add(part.get());
      } catch (ExecutionException e) {
        throw new SynthesisException("a sentence was not spoken", e);
      }
    }
    return sounds;
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
