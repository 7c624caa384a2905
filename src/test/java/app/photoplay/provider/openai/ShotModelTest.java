package app.photoplay.provider.openai;

import app.photoplay.provider.Model;
import app.photoplay.provider.Render;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.video.VideoPrompt;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

class ShotModelTest extends OpenAiContract<VideoPrompt, Render> {
  @Override
  String provider() {
    return "openrouter";
  }

  @Override
  protected Set<Step> steps() {
    return EnumSet.of(Step.ORDER, Step.STATUS, Step.MEDIA);
  }

  @Override
  byte[] media(Path home) throws Exception {
    return Parts.video();
  }

  @Override
  Model<?, VideoPrompt, Render> model(OpenAi server) {
    return Servers.named(server.cameras(), "openrouter-veo-fast");
  }

  @Override
  VideoPrompt prompt(Path home) throws Exception {
    return Parts.shot(home, 1);
  }

  @Override
  Optional<Answer> more(Step step) {
    return switch (step) {
      case ORDER -> Optional.of(FakeOpenAi.pending(",\"mood\":{\"good\":true}"));
      case STATUS -> Optional.of(FakeOpenAi.completed(",\"mood\":[1]"));
      default -> Optional.empty();
    };
  }
}
