package app.photoplay.provider.fal;

import app.photoplay.provider.Model;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechPrompt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

class FalSpeechModelTest extends FalContract<SpeechInput, GeneratedSpeech> {
  @Override
  String output() {
    return "audio";
  }

  @Override
  String id() {
    return "fal-ai/minimax/speech-2.8-turbo";
  }

  @Override
  protected Set<Step> steps() {
    return EnumSet.of(Step.ORDER, Step.STATUS, Step.RESULT, Step.MEDIA);
  }

  @Override
  protected Duration deadline() {
    return Duration.ofMinutes(5);
  }

  @Override
  FakeFal api(Path home) throws Exception {
    Path tone = Parts.tone(home.resolve("tone.wav"), 1);
    return new FakeFal(KEY, output(), Files.readAllBytes(tone));
  }

  @Override
  Model<?, SpeechInput, GeneratedSpeech> model(Fal fal) {
    return named(fal.voices(), "fal-minimax-speech");
  }

  @Override
  SpeechInput prompt(Path home) {
    return new SpeechPrompt("Good morning!", "fal-wise-woman");
  }
}
