package app.photoplay.provider.openai;

import app.photoplay.provider.Model;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.text.StoryboardPrompt;
import java.nio.file.Path;
import java.util.Optional;

class ChatModelTest extends OpenAiContract<StoryboardPrompt, String> {
  @Override
  String provider() {
    return "openrouter";
  }

  @Override
  byte[] media(Path home) {
    return new byte[0];
  }

  @Override
  Model<?, StoryboardPrompt, String> model(OpenAi server) {
    return Servers.named(server.writers(), "openrouter-sonnet");
  }

  @Override
  StoryboardPrompt prompt(Path home) {
    return Servers.PROMPT;
  }

  @Override
  Optional<Answer> more(Step step) {
    return Optional.of(FakeOpenAi.chat(FakeOpenAi.BOARD, ",\"mood\":{\"good\":[1]}"));
  }
}
