package app.photoplay.provider.openai;

import app.photoplay.provider.Model;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechPrompt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class VoiceModelTest extends OpenAiContract<SpeechInput, GeneratedSpeech> {
  @Override
  String provider() {
    return "openai";
  }

  @Override
  byte[] media(Path home) throws Exception {
    return Files.readAllBytes(Parts.tone(home.resolve("tone.wav"), 1));
  }

  @Override
  Model<?, SpeechInput, GeneratedSpeech> model(OpenAi server) {
    return Servers.named(server.voices(), "openai-speech");
  }

  @Override
  SpeechInput prompt(Path home) {
    return new SpeechPrompt("Good morning!", "openai-nova");
  }

  @Override
  Optional<Answer> more(Step step) {
    return Optional.empty();
  }
}
