package app.photoplay.testkit;

import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.provider.speech.SpeechTimings.Phone;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// Speech without a voice: tones where vowels are, for tests that do not listen.
public final class SpeechFiles {
  private SpeechFiles() {}

  /// Timings of "ma ma ma ...": 100 ms each, with a pause before and after.
  public static SpeechTimings babble(int millis) {
    List<Phone> phones = new ArrayList<>();
    for (int at = 0; at < millis; at += 100) {
      boolean pause = at < 100 || at + 200 > millis;
      String symbol = pause ? "_" : at % 200 == 0 ? "A" : "m";
      phones.add(new Phone(symbol, at, Math.min(millis, at + 100)));
    }
    return new SpeechTimings("en-US", "sampa", phones);
  }

  /// Writes the babble: `speech.wav` and `speech.json`.
  public static void write(Path folder, int millis) throws IOException {
    SpeechTimings timings = babble(millis);
    new ObjectMapper().writeValue(folder.resolve("speech.json").toFile(), timings);
    byte[] bytes = new byte[millis * 48 * 2];
    for (Phone phone : timings.phones()) {
      int loud = phone.symbol().equals("_") ? 0 : phone.symbol().equals("m") ? 1500 : 9000;
      for (int i = (int) (phone.startMillis() * 48); i < phone.endMillis() * 48; i++) {
        int sample = (int) (loud * Math.sin(i * 2 * Math.PI * 180 / 48_000));
        bytes[2 * i] = (byte) sample;
        bytes[2 * i + 1] = (byte) (sample >> 8);
      }
    }
    AudioFormat format = new AudioFormat(48_000, 16, 1, true, false);
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(bytes), format, bytes.length / 2),
        AudioFileFormat.Type.WAVE,
        folder.resolve("speech.wav").toFile());
  }

  /// Writes half a second of a tone, in a file that also tells what is said.
  static void write(Path wave, String words) throws IOException {
    ByteArrayOutputStream tone = new ByteArrayOutputStream();
    AudioFormat format = new AudioFormat(8000, 16, 1, true, false);
    byte[] samples = new byte[8000];
    for (int i = 0; i < samples.length; i += 2) {
      int sample = (int) (6000 * Math.sin(i * Math.PI * 220 / 8000));
      samples[i] = (byte) sample;
      samples[i + 1] = (byte) (sample >> 8);
    }
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2),
        AudioFileFormat.Type.WAVE,
        tone);
    tone.write(words.getBytes(StandardCharsets.UTF_8));
    Files.write(wave, tone.toByteArray());
  }
}
