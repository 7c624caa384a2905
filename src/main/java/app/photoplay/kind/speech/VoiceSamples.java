package app.photoplay.kind.speech;

import app.photoplay.job.StoredFile;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.storage.ArtifactStore;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// A sentence by each voice that speaks on this machine, so that people can choose one: made when
/// it is first asked for, kept as files are, never charged. Thread-safe.
public final class VoiceSamples {
  private final List<SpeechModel> models;
  private final ArtifactStore files;
  private final Properties sentences = new Properties();

  /// Contents by the names of voices.
  private final Map<String, String> made = new ConcurrentHashMap<>();

  /// @param models that may know the voices; those that are asked over a network give no samples
  public VoiceSamples(List<SpeechModel> models, ArtifactStore files) {
    this.models = List.copyOf(models);
    this.files = files;
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(
                VoiceSamples.class.getResourceAsStream("/voices/samples.properties")),
            StandardCharsets.UTF_8)) {
      sentences.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The SHA-256 of a stored WAV file; empty for a voice that does not speak on this machine, or
  /// fails. Blocks for a second or so the first time.
  Optional<String> of(SpeechModel.Voice voice) throws InterruptedException {
    String known = made.get(voice.name());
    if (known != null && files.exists(known)) {
      return Optional.of(known);
    }
    for (SpeechModel model : models) {
      if (model.voice(voice.name()).isPresent()
          && model.work() instanceof Work.Local<SpeechInput, GeneratedSpeech> work
          && work.make(prompt(voice), _ -> {})
              instanceof Result.Ready<GeneratedSpeech>(var speech)) {
        String content = kept(speech);
        made.put(voice.name(), content);
        return Optional.of(content);
      }
    }
    return Optional.empty();
  }

  private SpeechPrompt prompt(SpeechModel.Voice voice) {
    String own = Locale.forLanguageTag(voice.language()).getLanguage();
    String words = sentences.getProperty(own, sentences.getProperty("en", ""));
    return new SpeechPrompt(words, voice.name());
  }

  private String kept(GeneratedSpeech speech) {
    try {
      StoredFile sound = files.put(speech.sound());
      Files.deleteIfExists(speech.timings());
      return sound.content();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
