package app.photoplay.provider.local.piper;

import app.photoplay.media.sound.Loudness;
import app.photoplay.media.sound.Resampler;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.speech.SpeechTimings.Phone;
import app.photoplay.provider.speech.sound.HeardPhones;
import app.photoplay.provider.speech.sound.PhoneWords;
import app.photoplay.provider.speech.sound.Utterance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Speaks with Piper voices. One text at a time; the process of the voice that spoke last is kept.
/// While a sentence is spoken the next one waits in the process. Thread-safe.
public final class PiperSpeech {
  private static final int RATE = Loudness.SAMPLES_PER_SECOND;
  private static final double PAUSE_SECONDS = 0.3;

  /// A sentence begins and ends without a step.
  private static final int FADE = RATE / 200;

  private final Path runtime;
  private final Phonemizer phonemizer;
  private final Lock lock = new ReentrantLock();
  private @Nullable PiperProcess process;
  private @Nullable PiperVoice loaded;

  /// @param runtime the jar of ONNX Runtime
  public PiperSpeech(Path runtime, Phonemizer phonemizer) {
    this.runtime = runtime;
    this.phonemizer = phonemizer;
  }

  /// Speaks one text; empty when it takes longer than this.
  ///
  /// @throws Unspeakable when the voice has not learned some of its sounds
  /// @throws IOException when the voice does not load or fails
  public Optional<Utterance> say(
      PiperVoice voice, SpeechStyle manner, String text, double longestSeconds)
      throws IOException, InterruptedException, Unspeakable {
    List<PiperIds> sentences = sentences(voice, text);
    List<String> missing = sentences.stream().flatMap(it -> it.missing().stream()).toList();
    if (!missing.isEmpty()) {
      throw new Unspeakable(missing);
    }
    lock.lockInterruptibly();
    try {
      return said(voice, manner, sentences, text, longestSeconds);
    } catch (IOException | InterruptedException e) {
      stop();
      throw e;
    } finally {
      lock.unlock();
    }
  }

  /// What a voice would be given.
  private List<PiperIds> sentences(PiperVoice voice, String text)
      throws IOException, InterruptedException {
    List<PiperIds> sentences = new ArrayList<>();
    PiperIds sentence = null;
    for (Phonemizer.Clause clause : phonemizer.clauses(voice.settings().espeak(), text)) {
      if (sentence == null) {
        sentence = new PiperIds(voice.settings().ids());
        sentences.add(sentence);
      }
      sentence.add(clause);
      if (clause.ends()) {
        sentence = null;
      }
    }
    return sentences;
  }

  private Optional<Utterance> said(
      PiperVoice voice,
      SpeechStyle manner,
      List<PiperIds> sentences,
      String text,
      double longestSeconds)
      throws IOException, InterruptedException {
    PiperProcess running = running(voice);
    Said said = new Said();
    double stretch = manner.pitchFactor();
    if (!sentences.isEmpty()) {
      send(running, voice, manner, sentences.getFirst());
    }
    for (int i = 0; i < sentences.size(); i++) {
      if (i + 1 < sentences.size()) {
        send(running, voice, manner, sentences.get(i + 1));
      }
      PiperProcess.Answer answer = running.read();
      // read faster it is higher, and it was spoken slower by as much
      int rate = (int) Math.round(voice.settings().rate() * stretch);
      double[] samples = Resampler.resampled(answer.samples(), rate, RATE);
      said.add(
          samples, new PiperTimes(sentences.get(i).symbols(), answer.frames(), millis(samples)));
      if (said.seconds() > longestSeconds) {
        stop(); // what was sent ahead is not wanted any more
        return Optional.empty();
      }
    }
    return Optional.of(said.utterance(text));
  }

  private static void send(
      PiperProcess running, PiperVoice voice, SpeechStyle manner, PiperIds sentence)
      throws IOException {
    PiperVoice.Settings own = voice.settings();
    double length = own.length() / manner.speed() * manner.pitchFactor();
    running.send(
        sentence.ids(), (float) own.noise(), (float) length, (float) own.rhythm(), own.speaker());
  }

  private static double millis(double[] samples) {
    return samples.length * 1000.0 / RATE;
  }

  private PiperProcess running(PiperVoice voice) throws IOException, InterruptedException {
    PiperProcess known = process;
    if (known == null || !known.alive() || !voice.equals(loaded)) {
      stop();
      known = new PiperProcess(runtime, voice);
      process = known;
      loaded = voice;
    }
    return known;
  }

  private void stop() {
    PiperProcess known = process;
    if (known != null) {
      known.close();
    }
    process = null;
  }

  /// Sentences one after the other, with pauses between them.
  private static final class Said {
    private final List<double[]> sounds = new ArrayList<>();
    private final List<Phone> phones = new ArrayList<>();
    private final Set<Integer> seams = new HashSet<>();
    private double time;

    void add(double[] samples, PiperTimes times) {
      if (!sounds.isEmpty()) {
        sounds.add(new double[(int) (PAUSE_SECONDS * RATE)]);
        phones.add(new Phone(HeardPhones.PAUSE, time, time + PAUSE_SECONDS * 1000));
        time += PAUSE_SECONDS * 1000;
      }
      times.seams().forEach(seam -> seams.add(seam + phones.size()));
      for (Phone phone : times.phones()) {
        phones.add(new Phone(phone.symbol(), time + phone.startMillis(), time + phone.endMillis()));
      }
      sounds.add(faded(samples));
      time += millis(samples);
    }

    double seconds() {
      return time / 1000;
    }

    Utterance utterance(String text) {
      return new Utterance(
          sounds.stream().flatMapToDouble(DoubleStream::of).toArray(),
          phones,
          PhoneWords.timed(text, phones, seams));
    }

    private static double[] faded(double[] samples) {
      double[] faded = samples.clone();
      for (int i = 0; i < Math.min(FADE, faded.length); i++) {
        faded[i] *= (double) i / FADE;
        faded[faded.length - 1 - i] *= (double) i / FADE;
      }
      return faded;
    }
  }

  /// A voice has not learned some sounds of a text.
  public static final class Unspeakable extends Exception {
    private static final long serialVersionUID = 1;

    Unspeakable(List<String> sounds) {
      super("the voice has not learned " + String.join(" ", sounds));
    }
  }
}
