package app.photoplay.provider.fal;

import app.photoplay.provider.Model;
import app.photoplay.provider.Render;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.talk.TalkPrompt;
import java.nio.file.Path;

class FalTalkingModelTest extends FalContract<TalkPrompt, Render> {
  @Override
  String output() {
    return "video";
  }

  @Override
  String id() {
    return "fal-ai/kling-video/ai-avatar/v2/standard";
  }

  @Override
  FakeFal api(Path home) throws Exception {
    return new FakeFal(KEY, output(), Parts.video());
  }

  @Override
  Model<?, TalkPrompt, Render> model(Fal fal) {
    return named(fal.renderers(), "fal-kling-standard");
  }

  @Override
  TalkPrompt prompt(Path home) throws Exception {
    return Parts.talk(home);
  }
}
