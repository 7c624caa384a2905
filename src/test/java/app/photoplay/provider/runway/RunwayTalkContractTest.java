package app.photoplay.provider.runway;

import app.photoplay.provider.Render;
import app.photoplay.provider.Work;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Bench;
import app.photoplay.provider.remote.PaidModelContract;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Trouble;
import app.photoplay.provider.talk.TalkPrompt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Photos that speak by Runway.
class RunwayTalkContractTest extends PaidModelContract<TalkPrompt, Render> {
  @Override
  protected Bench<TalkPrompt, Render> bench(Path home) throws Exception {
    RunwayBench bench = new RunwayBench(home, KEY);
    return new Bench<>(
        bench.api(),
        (Work.Paid<TalkPrompt, Render>) bench.avatars().work(),
        RunwayBench.quick(Parts.talk(home), home),
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

  @Override
  protected Duration deadline() {
    return Duration.ofMinutes(20);
  }
}
