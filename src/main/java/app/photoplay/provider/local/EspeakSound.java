package app.photoplay.provider.local;

import app.photoplay.media.sound.Loudness;
import app.photoplay.media.sound.Resampler;
import app.photoplay.provider.speech.SpeechTimings.Phone;
import app.photoplay.provider.speech.SpeechTimings.Word;
import app.photoplay.provider.speech.sound.Utterance;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// What espeak-ng said: samples, and when each word and phone begins.
final class EspeakSound {
  private static final int WORD = 1;

  /// A phone without a name is a pause when it is this long, else a gap within speech.
  private static final double SHORTEST_PAUSE = 80;

  private final double[] samples;
  private final int rate;
  private final List<Mark> phones;
  private final List<Mark> words;

  private EspeakSound(double[] samples, int rate, List<Mark> phones, List<Mark> words) {
    this.samples = samples;
    this.rate = rate;
    this.phones = phones;
    this.words = words;
  }

  /// Reads what the program answers after its status.
  static EspeakSound read(DataInputStream in) throws IOException {
    int rate = in.readInt();
    List<Mark> phones = new ArrayList<>();
    List<Mark> words = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      int kind = in.readByte();
      Mark mark = new Mark(in.readInt(), in.readInt(), in.readInt(), in.readUTF());
      (kind == WORD ? words : phones).add(mark);
    }
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes); // a program that ended in between must not pass for a short sentence
    double[] samples = new double[bytes.length / 2];
    ByteBuffer pcm = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = pcm.getShort() / 32768.0;
    }
    return new EspeakSound(samples, rate, phones, words);
  }

  /// The sound at 48 kHz with its times.
  ///
  /// @param text what was spoken
  Utterance utterance(String text) {
    List<Phone> timed = phones();
    return new Utterance(
        Resampler.resampled(samples, rate, Loudness.SAMPLES_PER_SECOND), timed, words(text, timed));
  }

  private List<Phone> phones() {
    List<Phone> timed = new ArrayList<>();
    double end = samples.length * 1000.0 / rate;
    for (int i = 0; i < phones.size(); i++) {
      Mark mark = phones.get(i);
      double to = i + 1 < phones.size() ? Math.min(phones.get(i + 1).millis, end) : end;
      if (to <= mark.millis) {
        continue;
      }
      // "(en)" says that another language begins.
      boolean named = !mark.phone.isEmpty() && !mark.phone.startsWith("(");
      if (named || to - mark.millis >= SHORTEST_PAUSE || timed.isEmpty()) {
        timed.add(new Phone(named ? mark.phone : MaryVoice.PAUSE, mark.millis, to));
      } else {
        Phone last = timed.removeLast();
        timed.add(new Phone(last.symbol(), last.startMillis(), to));
      }
    }
    return timed;
  }

  private List<Word> words(String text, List<Phone> timed) {
    List<Word> read = new ArrayList<>();
    int length = text.codePointCount(0, text.length());
    for (int i = 0; i < words.size(); i++) {
      Mark mark = words.get(i);
      Mark next =
          i + 1 < words.size() ? words.get(i + 1) : new Mark(Integer.MAX_VALUE, length, 0, "");
      int from = Math.clamp(mark.position, 0, length);
      int to = Math.clamp(next.position, from, length);
      double end = mark.millis;
      for (Phone phone : timed) {
        boolean within = phone.startMillis() >= mark.millis && phone.startMillis() < next.millis;
        if (within && !phone.symbol().equals(MaryVoice.PAUSE)) {
          end = Math.min(phone.endMillis(), next.millis);
        }
      }
      String written =
          text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
      read.add(new Word(written, mark.millis, end));
    }
    return read;
  }

  /// Something that begins at a time.
  private record Mark(int millis, int position, int length, String phone) {}
}
