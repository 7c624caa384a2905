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
import marytts.LocalMaryInterface;
import marytts.exceptions.MaryConfigurationException;
import marytts.exceptions.SynthesisException;
import marytts.htsengine.HMMVoice;
import marytts.modules.synthesis.Voice;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/// MaryTTS with its voice cmu-slt-hsmm: one text at a time, loaded at the first one (1 to 3 s and
/// about 90 MB, which stay).
final class MaryVoice {
  private static final String VOICE = "cmu-slt-hsmm";

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
      List<Document> sentences = MaryPlan.sentences(plan);
      List<double[]> sounds = spoken(sound(), sentences);
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

  /// Sentences are spoken side by side.
  private List<double[]> spoken(MarySound voice, List<Document> sentences)
      throws InterruptedException, SynthesisException {
    List<Future<double[]>> parts =
        sentences.stream().map(it -> readers.submit(() -> voice.spoken(it))).toList();
    List<double[]> sounds = new ArrayList<>();
    try {
      for (Future<double[]> part : parts) {
        sounds.add(part.get());
      }
    } catch (ExecutionException e) {
      throw new SynthesisException("a sentence was not spoken", e);
    } finally {
      parts.forEach(it -> it.cancel(false));
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
      loaded.setVoice(VOICE);
      mary = loaded;
    }
    return loaded;
  }

  private static MarySound sound() throws SynthesisException {
    if (Voice.getVoice(VOICE) instanceof HMMVoice voice) {
      return new MarySound(voice);
    }
    throw new SynthesisException("MaryTTS has no voice " + VOICE);
  }
}
