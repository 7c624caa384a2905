package app.photoplay.provider.runway;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Failure;
import app.photoplay.job.JobKind.Cancelling;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.VideoPrompt;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What it costs, before and after.
class RunwayChargesTest {
  private static final Money DOLLAR = new Money(1_000_000);

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "runway-gen4-turbo,ECONOMY,4,200000",
    "runway-gen45,STANDARD,10,1200000",
    "runway-veo-fast,STANDARD,5,600000",
    "runway-veo-sound,PREMIUM,7,3200000",
    "runway-seedance2-mini,STANDARD,1,640000"
  })
  void aPriceIsForTheLengthThatIsMade(String model, Quality quality, int seconds, long microUsd)
      throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      ShotNeed need = need("A fox", true, false, seconds, Shape.WIDE, quality);

      assertThat(bench.camera(model).price(need, prices())).contains(Money.ofMicroUsd(microUsd));
    }
  }

  @Test
  void whatAModelDoesNotMakeHasNoPrice() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      Quality quality = Quality.STANDARD;
      var turbo = bench.camera("runway-gen45");
      var veo = bench.camera("runway-veo-fast");

      assertThat(turbo.price(need("", true, false, 5, Shape.WIDE, quality), prices())).isPresent();
      assertThat(turbo.price(need("A fox", false, false, 5, Shape.WIDE, quality), prices()))
          .as("words alone")
          .isEmpty();
      assertThat(turbo.price(need("A fox", true, true, 5, Shape.WIDE, quality), prices()))
          .as("a last frame")
          .isEmpty();
      assertThat(turbo.price(need("A fox", true, false, 11, Shape.WIDE, quality), prices()))
          .as("too long")
          .isEmpty();
      assertThat(turbo.price(need("A fox", true, false, 5, Shape.WIDE, Quality.PREMIUM), prices()))
          .as("finer")
          .isEmpty();
      assertThat(veo.price(need("A fox", true, false, 5, Shape.SQUARE, quality), prices()))
          .as("square")
          .isEmpty();
      assertThat(veo.price(need("🦊".repeat(500), true, false, 5, Shape.WIDE, quality), prices()))
          .as("1000 units")
          .isPresent();
      assertThat(
              veo.price(
                  need("🦊".repeat(500) + "!", true, false, 5, Shape.WIDE, quality), prices()))
          .as("1001 units")
          .isEmpty();
    }
  }

  @Test
  void nothingIsOrderedForMoreThanIsLeft() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      bench.api().balance(99.99);

      assertThat(order(bench, DOLLAR))
          .isEqualTo(new Sent.Refused(new Failure(Failure.Code.PROVIDER_CLOSED), Money.ZERO));
      assertThat(bench.api().calls(Step.ORDER)).isEmpty();

      bench.api().balance(100);

      assertThat(order(bench, DOLLAR)).isInstanceOf(Sent.Accepted.class);
    }
  }

  @Test
  void aBalanceThatNobodyKnowsIsLeftToTheOrder() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      bench.api().next(Step.OTHER, new Answer.Cut());
      bench.api().next(Step.OTHER, Answer.json(502, "<html>"));

      assertThat(order(bench, DOLLAR)).isInstanceOf(Sent.Accepted.class);
    }
  }

  @Test
  void theDailyLimitClosesTheAccountRatherThanBeingWaitedFor() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      bench
          .api()
          .next(Step.ORDER, FakeRunway.error(429, "You have reached the daily limit of tasks."));

      assertThat(order(bench, DOLLAR))
          .isEqualTo(new Sent.Refused(new Failure(Failure.Code.PROVIDER_CLOSED), Money.ZERO));
    }
  }

  @Test
  void theTaskSaysWhatItReallyCosts() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      String operation = accepted(bench);
      task(bench).putObject("cost").put("credits", 12.5);

      assertThat(poll(bench, operation))
          .isInstanceOfSatisfying(
              Result.Charged.class, it -> assertThat(it.amount()).isEqualTo(new Money(125_000)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SAFETY.INPUT.TEXT,POLICY",
    "SAFETY.OUTPUT.VIDEO,POLICY",
    "INPUT_PREPROCESSING.SAFETY.TEXT,POLICY",
    "INPUT_PREPROCESSING.SAFETY.THIRD_PARTY,POLICY",
    "ASSET.INVALID,NOT_ACCEPTED",
    "THIRD_PARTY.INPUT_VALIDATION,NOT_ACCEPTED",
    "INTERNAL.BAD_OUTPUT.CODE01,BAD_RESULT",
    "THIRD_PARTY.UNAVAILABLE,PROVIDER_BROKEN",
    "INPUT_PREPROCESSING.INTERNAL,PROVIDER_BROKEN",
    "INTERNAL,PROVIDER_BROKEN",
    "'',PROVIDER_BROKEN"
  })
  void aFailureIsChargedAsTheTaskSays(String code, Failure.Code told) throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      String operation = accepted(bench);
      fail(bench, code).putObject("cost").put("credits", 25);

      assertThat(poll(bench, operation))
          .isEqualTo(new Result.Refused<Render>(new Failure(told), new Money(250_000)));
    }
  }

  @Test
  void aForbiddenInputIsChargedAlsoWhereTheTaskDoesNotSaySo() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      String operation = accepted(bench);
      fail(bench, "SAFETY.INPUT.IMAGE").remove("cost");

      assertThat(poll(bench, operation))
          .isEqualTo(
              new Result.Refused<Render>(new Failure(Failure.Code.POLICY), new Money(200_000)));
    }
  }

  @Test
  void aTaskThatWaitsForRoomIsAtWork() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      String operation = accepted(bench);
      task(bench).put("status", "THROTTLED").remove("output");

      assertThat(poll(bench, operation))
          .isInstanceOfSatisfying(
              Result.Running.class,
              it ->
                  assertThat(it.pause()).isBetween(Duration.ofSeconds(6), Duration.ofMillis(7500)));
    }
  }

  @Test
  void stoppingChargesWhatWasDone() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      String operation = accepted(bench);
      task(bench).put("status", "RUNNING").put("progress", 0.3).remove("cost");

      assertThat(work(bench).cancel(operation))
          .isEqualTo(new Cancelling.Stopped(new Money(30_000)));
    }
  }

  @Test
  void whatIsFinishedIsNotDeletedByStoppingIt() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      String operation = accepted(bench);

      assertThat(work(bench).cancel(operation)).isEqualTo(new Cancelling.RunsOut());
      assertThat(bench.api().tasks()).hasSize(1);
    }
  }

  @Test
  void anAddressThatGrewOldIsAskedForAnew() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      String operation = accepted(bench);
      bench.api().renewAddresses();
      bench.api().next(Step.MEDIA, Answer.empty(403));

      assertThat(poll(bench, operation)).isInstanceOf(Result.Charged.class);
      assertThat(bench.api().calls(Step.MEDIA)).hasSize(2);
    }
  }

  private static ObjectNode fail(RunwayBench bench, String code) {
    ObjectNode task = task(bench).put("status", "FAILED").put("failure", "It did not work out.");
    task.remove("output");
    if (!code.isEmpty()) {
      task.put("failureCode", code);
    }
    return task;
  }

  private static ObjectNode task(RunwayBench bench) {
    return bench.api().task(bench.api().tasks().iterator().next());
  }

  private Result<Render> poll(RunwayBench bench, String operation) throws Exception {
    VideoPrompt shot = RunwayBench.quick(Parts.shot(home, 1));
    return work(bench).poll(operation, () -> Optional.of(shot));
  }

  private String accepted(RunwayBench bench) throws Exception {
    return ((Sent.Accepted) order(bench, new Money(200_000))).operation();
  }

  private Sent order(RunwayBench bench, Money estimate) throws Exception {
    VideoPrompt shot = Parts.shot(home, 4);
    Uploads uploads = ((Result.Ready<Uploads>) work(bench).upload(shot)).value();
    return work(bench).order(shot, uploads, estimate).send("one");
  }

  private static Work.Paid<VideoPrompt, Render> work(RunwayBench bench) {
    return (Work.Paid<VideoPrompt, Render>) bench.camera("runway-gen4-turbo").work();
  }

  private static PriceBook prices() {
    return RunwayBench.catalogue().with(new PriceBook(Map.of()));
  }

  private static ShotNeed need(
      String text, boolean first, boolean last, int seconds, Shape shape, Quality quality) {
    return new ShotNeed(text, first, last, seconds, shape, quality, CameraMove.PUSH_IN);
  }
}
