package app.photoplay.provider.speech.sound;

import app.photoplay.media.sound.Loudness;
import app.photoplay.provider.speech.SpeechTimings.Phone;
import app.photoplay.provider.speech.SpeechTimings.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Spoken sound with the times of its phones and words: 48 kHz, mono, samples from -1 to 1.
public final class Utterance {
  private static final double SAMPLES_PER_MILLI = Loudness.SAMPLES_PER_SECOND / 1000.0;

  private static final double PADDING_MILLIS = 150;

  private static final double LUFS = -16;

  /// Half a decibel under the largest true peak allowed, for what lies between two samples.
  private static final double CEILING = -1.5;

  private final double[] samples;
  private final List<Phone> phones;
  private final List<Word> words;

  /// Takes the sound as it is.
  ///
  /// @param words as the voice read them
  public Utterance(double[] samples, List<Phone> phones, List<Word> words) {
    this.samples = samples;
    this.phones = List.copyOf(phones);
    this.words = List.copyOf(words);
  }

  public double[] samples() {
    return samples;
  }

  public List<Phone> phones() {
    return phones;
  }

  public List<Word> words() {
    return words;
  }

  public double seconds() {
    return (double) samples.length / Loudness.SAMPLES_PER_SECOND;
  }

  /// How long there is speech and no pause.
  public double spokenSeconds() {
    return phones.stream()
            .filter(phone -> !isPause(phone))
            .mapToDouble(phone -> phone.endMillis() - phone.startMillis())
            .sum()
        / 1000;
  }

  /// The same with exactly as much silence before the first and after the last spoken phone as a
  /// video needs so as not to start or end in the middle of a sound; the phones then cover the
  /// sound without gaps.
  public Utterance padded() {
    List<Phone> spoken = phones;
    int last = spoken.size() - 1;
    while (last >= 0 && isPause(spoken.get(last))) {
      last--;
    }
    int first = 0;
    while (first < last && isPause(spoken.get(first))) {
      first++;
    }
    spoken = spoken.subList(first, last + 1);
    double start = spoken.getFirst().startMillis();
    int lead = samplesIn(PADDING_MILLIS);
    int from = Math.min(samplesIn(start), samples.length);
    int length = lead + samplesIn(spoken.getLast().endMillis() - start) + lead;
    double[] sound = new double[length];
    int copied = Math.min(length - lead, samples.length - from);
    System.arraycopy(samples, from, sound, lead, copied);
    fadeOut(sound, lead + copied, lead / 4);

    List<Phone> times = new ArrayList<>();
    double shift = lead / SAMPLES_PER_MILLI - start;
    times.add(new Phone(HeardPhones.PAUSE, 0, shift + start));
    for (Phone phone : spoken) {
      times.add(new Phone(phone.symbol(), phone.startMillis() + shift, phone.endMillis() + shift));
    }
    times.add(
        new Phone(
            HeardPhones.PAUSE, times.getLast().endMillis(), sound.length / SAMPLES_PER_MILLI));
    List<Word> shifted =
        words.stream()
            .map(it -> new Word(it.text(), it.startMillis() + shift, it.endMillis() + shift))
            .toList();
    return new Utterance(sound, times, shifted);
  }

  /// The same in another colour of voice.
  public Utterance coloured(VoiceColour colour) {
    return new Utterance(colour.of(samples), phones, words);
  }

  /// The same as loud as all speech shall be.
  public Utterance levelled() {
    return new Utterance(Loudness.levelled(samples, LUFS, CEILING), phones, words);
  }

  private static void fadeOut(double[] sound, int end, int length) {
    int from = Math.max(0, end - length);
    for (int i = from; i < end; i++) {
      sound[i] *= (double) (end - i) / (end - from);
    }
    Arrays.fill(sound, end, sound.length, 0);
  }

  private static int samplesIn(double millis) {
    return (int) Math.round(millis * SAMPLES_PER_MILLI);
  }

  private static boolean isPause(Phone phone) {
    return phone.symbol().equals(HeardPhones.PAUSE);
  }
}
