package app.photoplay.provider.speech.sound;

import app.photoplay.media.sound.Sounds;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechTimings;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Where finished speech waits for its owner.
public final class SpeechFolder {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path work;

  public SpeechFolder(Path work) {
    this.work = work;
  }

  /// Writes sound and timings.
  ///
  /// @throws UncheckedIOException when that fails; no file is left then
  public GeneratedSpeech write(Utterance utterance, SpeechTimings timings) {
    List<Path> files = new ArrayList<>();
    try {
      Files.createDirectories(work);
      Path sound = Files.createTempFile(work, "speech-", ".wav");
      files.add(sound);
      Path times = Files.createTempFile(work, "speech-", ".json");
      files.add(times);
      Sounds.writeWav(utterance.samples(), sound);
      JSON.writeValue(times.toFile(), timings);
      Duration duration = Duration.ofNanos(Math.round(utterance.seconds() * 1e9));
      return new GeneratedSpeech(sound, times, duration);
    } catch (IOException e) {
      files.forEach(file -> file.toFile().delete());
      throw new UncheckedIOException("cannot write the speech", e);
    }
  }
}
