package app.photoplay.conversation;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Lane;
import app.photoplay.media.sound.SoundAnswer;
import app.photoplay.media.sound.Sounds;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.local.LocalSpeechModel;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechNeed;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.testkit.ScriptedVoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// Speaks as the scripted voice, and hears what people record as the real one does. There is a
/// second voice to choose, which signs what it says.
final class HearingVoice implements SpeechModel, Work.Local<SpeechInput, GeneratedSpeech> {
  static final String OTHER = "rms";

  private final ScriptedVoice voice;
  private final LocalSpeechModel ears;

  HearingVoice(ScriptedVoice voice, Path work) {
    Path cache = Path.of("target", "cache");
    this.voice = voice;
    this.ears = new LocalSpeechModel(work, cache, new Sounds(new Ffmpeg(null, "", cache)));
  }

  @Override
  public String provider() {
    return voice.provider();
  }

  @Override
  public Lane lane() {
    return voice.lane();
  }

  @Override
  public Optional<Money> price(SpeechNeed need, PriceBook prices) {
    return voice.price(need, prices);
  }

  @Override
  public List<Voice> voices() {
    return List.of(voice.voices().getFirst(), new Voice(OTHER, "en-US", "Robert, English (US)"));
  }

  @Override
  public List<Voice> likelyVoices(String words, String own) {
    return voices();
  }

  @Override
  public SpeechCheck check(SpeechPrompt prompt) {
    return voice.check(scripted(prompt));
  }

  /// The scripted voice knows its own name alone.
  private SpeechPrompt scripted(SpeechPrompt prompt) {
    return prompt.voice().equals(OTHER)
        ? new SpeechPrompt(prompt.words(), voice.voices().getFirst().name(), prompt.manner())
        : prompt;
  }

  @Override
  public Work<SpeechInput, GeneratedSpeech> work() {
    return this;
  }

  @Override
  public Result<GeneratedSpeech> make(SpeechInput input, DoubleConsumer progress)
      throws InterruptedException {
    return switch (input) {
      case SpeechPrompt prompt -> signed(prompt, voice.make(scripted(prompt), progress));
      case SpeechInput.Recorded recorded -> ears.make(recorded, progress);
    };
  }

  private static Result<GeneratedSpeech> signed(
      SpeechPrompt prompt, Result<GeneratedSpeech> result) {
    if (prompt.voice().equals(OTHER) && result instanceof Result.Ready<GeneratedSpeech>(var said)) {
      try {
        Files.writeString(said.sound(), " by " + OTHER, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return result;
  }

  @Override
  public SoundAnswer listen(Path recording, double mostSeconds) throws InterruptedException {
    return ears.listen(recording, mostSeconds);
  }
}
