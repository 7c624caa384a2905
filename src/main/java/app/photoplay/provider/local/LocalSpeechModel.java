package app.photoplay.provider.local;

import app.photoplay.media.Loudness;
import app.photoplay.provider.Answer;
import app.photoplay.provider.RequestKey;
import app.photoplay.provider.SpeechCheck;
import app.photoplay.provider.SpeechModel;
import app.photoplay.provider.SpeechPrompt;
import app.photoplay.provider.SpeechTimings;
import app.photoplay.provider.Spoken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import marytts.exceptions.MaryConfigurationException;
import marytts.exceptions.SynthesisException;

/// Speaks English with MaryTTS in this process, without network or charge. Thread-safe; speaks one
/// text at a time.
public final class LocalSpeechModel implements SpeechModel {
  private static final Voice SLT = new Voice("slt", "en-US", "Sally, English (US)");

  /// Silence at both ends, so that a video neither starts nor ends in the middle of a sound.
  private static final double PADDING_MILLIS = 150;

  private static final double LUFS = -16;

  /// Half a decibel under the largest true peak allowed, for what lies between two samples.
  private static final double CEILING = -1.5;

  /// With less speech the voice knew none of the words.
  private static final double LEAST_SPOKEN_SECONDS = 0.1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path work;
  private final MaryVoice mary;

  /// Does not load the voice yet.
  ///
  /// @param work folder for finished files until the caller takes them; made when missing
  public LocalSpeechModel(Path work) {
    this(work, new MaryVoice());
  }

  LocalSpeechModel(Path work, MaryVoice mary) {
    this.work = work;
    this.mary = mary;
  }

  @Override
  public String provider() {
    return "local";
  }

  @Override
  public List<Voice> voices() {
    return List.of(SLT);
  }

  @Override
  public SpeechCheck check(SpeechPrompt prompt) {
    return prompt.voice().equals(SLT.name())
        ? EnglishText.check(prompt.words())
        : new SpeechCheck.Unspeakable(Answer.Reason.NO_SUCH_VOICE);
  }

  /// Speaks; the key is not needed, since speaking again costs nothing and gives the same sound.
  ///
  /// An interruption is noticed between the steps: at once while waiting for another text, else
  /// after a fraction of a second, or of some seconds at the first text after the start.
  ///
  /// @throws UncheckedIOException when the files cannot be written; none is left then
  @Override
  public Answer<Spoken> speak(SpeechPrompt prompt, RequestKey key) throws InterruptedException {
    if (check(prompt) instanceof SpeechCheck.Unspeakable(Answer.Reason reason)) {
      return new Answer.Refused<>(reason, false);
    }
    Optional<Utterance> said;
    try {
      // Half a second more than allowed, since Mary's own last pause is cut.
      said = mary.say(EnglishText.cleaned(prompt.words()), EnglishText.LONGEST + 0.5);
    } catch (MaryConfigurationException | SynthesisException e) {
      return new Answer.Broken<>(e, true);
    }
    if (said.isEmpty()) {
      return new Answer.Refused<>(Answer.Reason.TOO_LONG, false);
    }
    if (said.get().spokenSeconds() < LEAST_SPOKEN_SECONDS) {
      return new Answer.Refused<>(Answer.Reason.UNSPEAKABLE, false);
    }
    Utterance padded = said.get().padded(PADDING_MILLIS);
    if (padded.seconds() > EnglishText.LONGEST) {
      return new Answer.Refused<>(Answer.Reason.TOO_LONG, false);
    }
    List<SpeechTimings.Word> words =
        WrittenWords.timed(prompt.words(), padded.words(), EnglishText::cleaned);
    return new Answer.Ok<>(written(padded.levelled(LUFS, CEILING), words));
  }

  private Spoken written(Utterance utterance, List<SpeechTimings.Word> words) {
    List<Path> files = new ArrayList<>();
    try {
      Files.createDirectories(work);
      Path sound = Files.createTempFile(work, "speech-", ".wav");
      files.add(sound);
      Path timings = Files.createTempFile(work, "speech-", ".json");
      files.add(timings);
      writeWav(utterance, sound);
      JSON.writeValue(
          timings.toFile(), new SpeechTimings(SLT.language(), "sampa", utterance.phones(), words));
      Duration duration = Duration.ofNanos(Math.round(utterance.seconds() * 1e9));
      return new Spoken(sound, timings, duration);
    } catch (IOException e) {
      files.forEach(file -> file.toFile().delete());
      throw new UncheckedIOException("cannot write the speech", e);
    }
  }

  private static void writeWav(Utterance utterance, Path file) throws IOException {
    byte[] pcm = utterance.pcm();
    AudioFormat format = new AudioFormat(Loudness.SAMPLES_PER_SECOND, 16, 1, true, false);
    try (AudioInputStream stream =
        new AudioInputStream(new ByteArrayInputStream(pcm), format, pcm.length / 2)) {
      AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
    }
  }
}
