package app.photoplay.job;

import app.photoplay.budget.Money;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What one step of a job leads to. The engine carries it out in one transaction.
public sealed interface Progress<S> {

  /// Go on at once in another state, in the same lane.
  record Next<S>(S state) implements Progress<S> {}

  /// Go on in another state as soon as the lane has room and it is the person's turn.
  ///
  /// @param weight how much of the lane's time it will take, in any unit that the lane's jobs
  ///   share, such as milliseconds of result; a person who had much is served later
  record Queue<S>(S state, Lane lane, long weight) implements Otherwise<S> {
    /// What a job weighs that says nothing: a second.
    public static final long USUAL = 1000;

    public Queue(S state, Lane lane) {
      this(state, lane, USUAL);
    }
  }

  /// Go on after a pause. With an unchanged state the pause is kept in memory only and costs no
  /// write.
  record Wait<S>(S state, Duration delay) implements Progress<S> {}

  /// Hand paid work to a provider, and go on in another state once the provider has it. The engine
  /// writes the intent down, sends, and writes down what came of it; after a crash it asks the kind
  /// for the same call again, so returning this must have had no outside effect. A job has one
  /// submission open at a time; what needs several at once forks children.
  ///
  /// @param accepted the next state, given the provider's name for the work
  /// @param declined what follows when the provider certainly does not have the work: it refuses,
  ///   cannot be reached, is busy for too long, or would cost more than is left of the hold. Where
  ///   that is another way it is taken sooner. Both functions are pure
  record Submit<S>(
      PaidCall call, Function<String, S> accepted, Function<Failure, Otherwise<S>> declined)
      implements Progress<S> {
    /// With no other way.
    public Submit(PaidCall call, Function<String, S> accepted) {
      this(call, accepted, Failed::new);
    }
  }

  /// A provider had taken the work, and nothing comes of it: its submission is closed, and the job
  /// goes on otherwise. While nothing tells whether a provider has it, a person is asked first.
  ///
  /// @param charged what the provider charges all the same; the person pays for the result only,
  ///   but what is left of the hold for another provider is less by it
  record Abandon<S>(Money charged, Otherwise<S> next) implements Progress<S> {}

  /// What a step leads to that came to nothing: another way, waiting at nobody's expense, or the
  /// end.
  sealed interface Otherwise<S> extends Progress<S> permits Queue, Refund, Detach, Failed {}

  /// The provider asked for a pause (429) of everybody: do the same step again after it. Costs no
  /// attempt; the lane takes nothing new until then.
  record Busy<S>(Duration pause) implements Progress<S> {}

  /// It takes longer than was promised: the person's money goes back now, and the work is waited
  /// for all the same, in [Lane#LATE]. What still comes is free.
  record Refund<S>(S state, Duration delay) implements Otherwise<S> {}

  /// The same of a child: it ends, and its parent goes on without it. What the provider has is
  /// waited for by a job of its own, at nobody's expense, for whoever asks for the same again.
  record Detach<S>(S state, Duration delay, Failure failure) implements Otherwise<S> {}

  /// Start children and go on when the last of them has ended. A child whose name exists already is
  /// not started again; a child whose result is stored is taken from there; one that costs more
  /// than is left of the hold, those before it counted, ends at once.
  record Fork<S>(S state, Map<String, JobRequest> children) implements Progress<S> {
    public Fork {
      children = Collections.unmodifiableMap(new LinkedHashMap<>(children));
    }
  }

  /// Do the same step again after a pause.
  ///
  /// @param exhausted what follows after the last attempt; what a provider has by then counts as
  ///   charged
  record Retry<S>(Throwable cause, Duration delay, Otherwise<S> exhausted) implements Progress<S> {
    /// After the last attempt the job ends with the failure.
    public Retry(Failure failure, Throwable cause, Duration delay) {
      this(cause, delay, new Failed<>(failure));
    }
  }

  /// The result is there.
  ///
  /// @param cost what was really spent, children not counted, at most what was held
  record Done<S>(List<Artifact> artifacts, Money cost) implements Progress<S> {
    public Done {
      artifacts = List.copyOf(artifacts);
    }
  }

  /// There will be no result.
  record Failed<S>(Failure failure) implements Otherwise<S> {}
}
