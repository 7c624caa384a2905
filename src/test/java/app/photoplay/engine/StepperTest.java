package app.photoplay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.job.Codec;
import app.photoplay.job.Failure;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.JobKind;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import app.photoplay.job.Progress;
import app.photoplay.job.Turn;
import app.photoplay.testkit.SettableTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class StepperTest {
  private static final Failure BROKEN = new Failure(Failure.Code.PROVIDER_BROKEN);

  private static final Stepper.Watch UNWATCHED =
      new Stepper.Watch() {
        @Override
        public void report(double fraction) {}

        @Override
        public void seize() {}

        @Override
        public void release() {}
      };

  private final SettableTime time = SettableTime.noon();

  @Test
  void beginsWithTheKindsFirstState() throws Exception {
    Transition next = step(1, "", turn -> new Progress.Next<>(new Step("second")));

    assertThat(next).isEqualTo(new Transition.Onward("{\"name\":\"second\"}", "working"));
  }

  @Test
  void triesAgainLaterWhatMayWorkThen() throws Exception {
    Transition next =
        step(2, "", turn -> new Progress.Retry<>(BROKEN, new IOException(), Duration.ofSeconds(7)));

    assertThat(next).isEqualTo(new Transition.Repeat(time.instant().plusSeconds(7), true));
  }

  @Test
  void endsWithTheFailureAfterTheLastAttempt() throws Exception {
    Transition next =
        step(5, "", turn -> new Progress.Retry<>(BROKEN, new IOException(), Duration.ZERO));

    assertThat(next).isEqualTo(new Transition.End(new Outcome.Failed(BROKEN), Money.ZERO));
  }

  @Test
  void triesAgainWithGrowingPausesWhenAKindThrows() throws Exception {
    Function<Turn, Progress<Step>> throwing =
        turn -> {
          throw new IllegalStateException("a bug");
        };

    assertThat(step(1, "", throwing))
        .isEqualTo(new Transition.Repeat(time.instant().plusSeconds(1), true));
    assertThat(step(4, "", throwing))
        .isEqualTo(new Transition.Repeat(time.instant().plusSeconds(8), true));
    assertThat(step(5, "", throwing)).isEqualTo(gaveUp());
  }

  @Test
  void triesAgainAfterAnErrorThatTheProgramSurvives() throws Exception {
    List<Error> errors =
        List.of(
            new NoClassDefFoundError("missing"),
            new StackOverflowError(),
            new OutOfMemoryError("Java heap space"),
            new InternalError("a fault occurred in an unsafe memory access operation"),
            new AssertionError("a library's own"));
    for (Error error : errors) {
      Function<Turn, Progress<Step>> broken =
          turn -> {
            throw error;
          };

      assertThat(step(1, "", broken))
          .isEqualTo(new Transition.Repeat(time.instant().plusSeconds(1), true));
    }
  }

  @Test
  void doesNotTouchAStepThatEndedTheProgramEachTimeItRanAlone() throws Exception {
    Function<Turn, Progress<Step>> untouchable =
        turn -> {
          throw new AssertionError("must not be tried");
        };
    Claim convicted = ended(Quarantine.CONVICTED);

    assertThat(stepper(untouchable).step(convicted, UNWATCHED)).isEqualTo(gaveUp());
  }

  @Test
  void triesAStepHoweverOftenItWasTriedWhenTheProgramWasEnded() throws Exception {
    Function<Turn, Progress<Step>> done = _ -> new Progress.Done<>(List.of(), Money.ZERO);

    assertThat(stepper(done).step(ended(Quarantine.CONVICTED - 1), UNWATCHED))
        .isEqualTo(new Transition.End(new Outcome.Made(List.of()), Money.ZERO));
  }

  static Claim ended(int ends) {
    Claim claim = claim(1, "", "counting");
    return new Claim(
        claim.job(),
        claim.code(),
        claim.kind(),
        claim.request(),
        claim.state(),
        claim.lane(),
        claim.attempt(),
        claim.owner(),
        claim.number(),
        ends,
        claim.children(),
        claim.flags(),
        claim.submission());
  }

  @Test
  void doesNotLoseAfterAFewTriesWhatAProviderHasTaken() throws Exception {
    Function<Turn, Progress<Step>> done = _ -> new Progress.Done<>(List.of(), Money.ZERO);
    Function<Turn, Progress<Step>> broken =
        _ -> new Progress.Retry<>(BROKEN, new IOException(), Duration.ofSeconds(7));

    assertThat(stepper(done).step(taken(6), UNWATCHED))
        .isEqualTo(new Transition.End(new Outcome.Made(List.of()), Money.ZERO));
    assertThat(stepper(broken).step(taken(29), UNWATCHED))
        .isEqualTo(new Transition.Repeat(time.instant().plusSeconds(7), true));
    assertThat(stepper(broken).step(taken(30), UNWATCHED))
        .isEqualTo(new Transition.End(new Outcome.Failed(BROKEN), Money.ZERO));
    assertThat(stepper(done).step(taken(31), UNWATCHED)).isEqualTo(gaveUp());
  }

  @Test
  void endsAJobWhoseKindIsGone() throws Exception {
    Claim claim = claim(5, "", "vanished");

    assertThat(stepper(turn -> new Progress.Next<>(new Step("x"))).step(claim, UNWATCHED))
        .isEqualTo(gaveUp());
  }

  private Transition step(int attempt, String state, Function<Turn, Progress<Step>> body)
      throws InterruptedException {
    return stepper(body).step(claim(attempt, state, "counting"), UNWATCHED);
  }

  private Stepper stepper(Function<Turn, Progress<Step>> body) {
    return new Stepper(
        new Kinds(List.of(new Counting(body))),
        5,
        time,
        new Submitter(
            new StoreRetry(new NoStore(), time, _ -> false),
            EngineSettings.of(List.of(), Set.of()),
            Lease.ENDLESS,
            time,
            () -> 0));
  }

  private static Transition gaveUp() {
    return new Transition.End(new Outcome.Failed(new Failure(Failure.Code.GAVE_UP)), Money.ZERO);
  }

  /// A claim whose work is at a provider.
  private static Claim taken(int attempt) {
    Submission open =
        new Submission(
            1,
            "photoplay-1",
            Submission.State.ACCEPTED,
            Optional.of("op-1"),
            Money.ZERO,
            Instant.EPOCH);
    return claim(attempt, "", "counting", Optional.of(open));
  }

  private static Claim claim(int attempt, String state, String kind) {
    return claim(attempt, state, kind, Optional.empty());
  }

  private static Claim claim(
      int attempt, String state, String kind, Optional<Submission> submission) {
    return new Claim(
        new JobId(1),
        new JobCode("ABC234"),
        kind,
        "{\"wish\":\"w\"}",
        state,
        Lane.LIGHT,
        attempt,
        "me",
        1,
        0,
        Map.of(),
        Claim.Flags.NONE,
        submission);
  }

  /// Steps alone never touch the store.
  private static final class NoStore implements JobStore {
    @Override
    public void recover(Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<JobId> reconcile(Predicate<Claim.Ticket> held, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Set<JobId> cancelled() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean alone(Claim claim) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void bringForward(Duration by, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Claim> claim(List<Room> room, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Intended intend(Claim claim, Submission.Draft draft, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Commit commit(Claim claim, Transition transition, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int promote(Instant before, Instant now) {
      throw new UnsupportedOperationException();
    }
  }

  record Wish(String wish) implements JobRequest {
    @Override
    public String kind() {
      return "counting";
    }
  }

  record Step(String name) {}

  private record Counting(Function<Turn, Progress<Step>> body) implements JobKind<Wish, Step> {
    @Override
    public String name() {
      return "counting";
    }

    @Override
    public Codec<Wish> requests() {
      return Codec.json(Wish.class);
    }

    @Override
    public Codec<Step> states() {
      return Codec.json(Step.class);
    }

    @Override
    public Class<Wish> requestType() {
      return Wish.class;
    }

    @Override
    public Plan<Step> plan(Wish request) {
      return new Plan<>(new Quote(List.of()), new Step("first"));
    }

    @Override
    public Progress<Step> advance(Wish request, Step state, Turn turn) {
      return body.apply(turn);
    }
  }
}
