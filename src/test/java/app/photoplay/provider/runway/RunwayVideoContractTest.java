package app.photoplay.provider.runway;

import app.photoplay.provider.Render;
import app.photoplay.provider.Work;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Bench;
import app.photoplay.provider.remote.PaidModelContract;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Trouble;
import app.photoplay.provider.video.VideoPrompt;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// Shots by Runway.
class RunwayVideoContractTest extends PaidModelContract<VideoPrompt, Render> {
  @Override
  protected Bench<VideoPrompt, Render> bench(Path home) throws Exception {
    RunwayBench bench = new RunwayBench(home, KEY);
    return new Bench<>(
        bench.api(),
        (Work.Paid<VideoPrompt, Render>) bench.camera("runway-gen4-turbo").work(),
        RunwayBench.quick(Parts.shot(home, 1), home),
        bench.workshop(),
        bench.time());
  }

  @Override
  protected Set<Step> steps() {
    return Set.of(Step.UPLOAD, Step.ORDER, Step.STATUS, Step.MEDIA);
  }

  @Override
  protected Optional<Answer> answer(Step step, Trouble trouble) {
    return RunwayTroubles.answer(step, trouble, KEY);
  }
}
