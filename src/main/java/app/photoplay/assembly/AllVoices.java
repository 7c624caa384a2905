package app.photoplay.assembly;

import app.photoplay.media.sound.SoundAnswer;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.Voices;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The voices of all who speak. What is not said by name is up to the first of them, who costs
/// least.
final class AllVoices implements Voices {
  private final List<SpeechModel> speakers;

  /// @param speakers the first is asked first; never empty
  AllVoices(List<SpeechModel> speakers) {
    this.speakers = List.copyOf(speakers);
  }

  @Override
  public List<SpeechModel.Voice> voices() {
    return speakers.stream().flatMap(it -> it.voices().stream()).distinct().toList();
  }

  @Override
  public Optional<SpeechModel.Voice> voice(String name) {
    return speakers.stream().flatMap(it -> it.voice(name).stream()).findFirst();
  }

  @Override
  public Optional<SpeechModel.Voice> named(String name, String words, String own) {
    return speakers.stream().flatMap(it -> it.named(name, words, own).stream()).findFirst();
  }

  @Override
  public Optional<SpeechModel.Voice> voiceFor(String words, String own) {
    return speakers.stream().flatMap(it -> it.voiceFor(words, own).stream()).findFirst();
  }

  @Override
  public Optional<SpeechModel.Voice> voiceOf(String provider, String words, String own) {
    Optional<String> language = voiceFor(words, own).map(SpeechModel.Voice::language);
    return language.flatMap(it -> voiceOf(provider, it));
  }

  /// Of this very language, or else of another kind of it: an English one for American words.
  private Optional<SpeechModel.Voice> voiceOf(String provider, String language) {
    List<SpeechModel.Voice> own =
        speakers.stream()
            .filter(it -> it.provider().equals(provider))
            .flatMap(it -> it.voices().stream())
            .toList();
    String wide = Locale.forLanguageTag(language).getLanguage();
    return Stream.of(language, wide)
        .flatMap(tag -> own.stream().filter(it -> it.speaks(tag)))
        .findFirst();
  }

  @Override
  public List<SpeechModel.Voice> likelyVoices(String words, String own) {
    return speakers.getFirst().likelyVoices(words, own);
  }

  @Override
  public Spoken spoken(SpeechPrompt prompt) {
    return speaker(prompt.voice()).spoken(prompt);
  }

  @Override
  public SpeechCheck check(SpeechPrompt prompt) {
    return speaker(prompt.voice()).check(prompt);
  }

  private SpeechModel speaker(String voice) {
    return Stream.concat(
            speakers.stream().filter(it -> speaks(it, voice)), speakers.stream().limit(1))
        .findFirst()
        .orElseThrow();
  }

  private static boolean speaks(SpeechModel speaker, String voice) {
    return speaker.voice(voice).isPresent();
  }

  @Override
  public SoundAnswer listen(Path recording, double mostSeconds) throws InterruptedException {
    return speakers.getFirst().listen(recording, mostSeconds);
  }
}
