package app.photoplay.provider.fal;

import app.photoplay.provider.Model;
import app.photoplay.provider.Render;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.video.VideoPrompt;
import java.nio.file.Path;
import java.time.Duration;

class FalVideoModelTest extends FalContract<VideoPrompt, Render> {
  @Override
  String output() {
    return "video";
  }

  @Override
  String id() {
    return "fal-ai/minimax/hailuo-02/standard/image-to-video";
  }

  @Override
  protected Duration deadline() {
    return Duration.ofMinutes(12);
  }

  @Override
  FakeFal api(Path home) throws Exception {
    return new FakeFal(KEY, output(), Parts.video());
  }

  @Override
  Model<?, VideoPrompt, Render> model(Fal fal) {
    return named(fal.cameras(), "fal-hailuo-02");
  }

  @Override
  VideoPrompt prompt(Path home) throws Exception {
    return Parts.shot(home, 1);
  }
}
