package app.photoplay.job;

import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A kind of job: how it is priced and how it steps from state to state.
///
/// Implementations hold no state of their own and are called by many threads.
///
/// @param <R> its request
/// @param <S> its state: a sealed interface of records
public interface JobKind<R extends JobRequest, S> {

  /// Short and stable, as in [JobRequest#kind()].
  String name();

  Codec<R> requests();

  Codec<S> states();

  /// The request's class, so that callers who only know a [JobRequest] can hand it back to its
  /// kind.
  Class<R> requestType();

  /// The stored form of a request of this kind.
  default String encode(JobRequest request) {
    return requests().encode(requestType().cast(request));
  }

  /// What is offered for a request of this kind, with the first state in its stored form, for
  /// callers who only know a [JobRequest].
  default Plan<String> offer(JobRequest request) {
    Plan<S> plan = plan(requestType().cast(request));
    return new Plan<>(plan.quote(), states().encode(plan.first()), plan.why());
  }

  /// The same when some of its pieces are there already, for callers who only know a [JobRequest].
  default Plan<String> offer(JobRequest request, MadeBefore before) {
    Plan<S> plan = plan(requestType().cast(request), before);
    return new Plan<>(plan.quote(), states().encode(plan.first()), plan.why());
  }

  /// The same wish for less money, for callers who only know a [JobRequest].
  default List<? extends JobRequest> alternatives(JobRequest request) {
    return cheaper(requestType().cast(request));
  }

  /// The ways to have it made, for callers who only know a [JobRequest].
  default List<? extends Way<? extends JobRequest>> ways(JobRequest request) {
    return choices(requestType().cast(request));
  }

  /// Why it cannot be made as it is wished, for callers who only know a [JobRequest].
  default Optional<Unable> whyNot(JobRequest request) {
    return unable(requestType().cast(request));
  }

  /// Another take of a request in its stored form, see [#anotherTake].
  default Optional<? extends JobRequest> retake(String request, long take) {
    return anotherTake(requests().decode(request), take);
  }

  /// Words of a request in its stored form that nothing will come of, see [#leftOut].
  default List<String> leftOutOf(String request) {
    return leftOut(requests().decode(request));
  }

  /// Whether a request in its stored form is another take of one.
  default boolean isRetake(String request) {
    return retaken(requests().decode(request));
  }

  /// In which class a request waits, for callers who only know a [JobRequest].
  default Priority urgency(JobRequest request) {
    return priority(requestType().cast(request));
  }

  /// What it will cost, and who shall do it: asked once, when it is ordered. Quick, without
  /// network.
  Plan<S> plan(R request);

  /// The same when some of its pieces are there already, which then cost nothing.
  default Plan<S> plan(R request, MadeBefore before) {
    return plan(request);
  }

  /// The same wish for less money, dearest first; empty when there is nothing cheaper.
  default List<R> cheaper(R request) {
    return List.of();
  }

  /// The ways to have it made when somebody else would be paid for it, or who was named cannot make
  /// it, the usual first; empty when nobody has to be asked.
  default List<Way<R>> choices(R request) {
    return List.of();
  }

  /// Why who is named in a request cannot make it, or why nobody can; empty when it can be made as
  /// it is wished.
  default Optional<Unable> unable(R request) {
    return Optional.empty();
  }

  /// The same wish made so that it comes out differently: the same words, another movement. Empty
  /// for what has no such takes.
  ///
  /// @param take not 0; each has a take of its own
  default Optional<R> anotherTake(R request, long take) {
    return Optional.empty();
  }

  /// The words of it that nothing will come of, because nobody can make what they name.
  default List<String> leftOut(R request) {
    return List.of();
  }

  /// Whether it is such a take.
  default boolean retaken(R request) {
    return false;
  }

  /// In which class it waits; its children wait in the same.
  default Priority priority(R request) {
    return Priority.NORMAL;
  }

  /// What people are told that a job in this state is at.
  default Stage stage(S state) {
    return Stage.WORKING;
  }

  /// How long a step is tried whose failure may pass.
  default Patience patience() {
    return Patience.USUAL;
  }

  /// What a button under the result offers to make differently.
  default Changes changes() {
    return Changes.NOTHING;
  }

  /// Does the next step: at most one outside effect, safe to repeat until its result is committed.
  /// May block; runs on a virtual thread. Cancelling a job interrupts it.
  Progress<S> advance(R request, S state, Turn turn) throws InterruptedException;

  /// Stops what a provider is doing for a job that was cancelled after the provider had taken it.
  /// May block.
  default Cancelling cancel(R request, S state, Turn turn) throws InterruptedException {
    return new Cancelling.RunsOut();
  }

  /// How long something is tried: a failure that may pass (an overloaded provider, a broken
  /// connection), or a submission that was certainly not taken.
  ///
  /// @param tries in all; 0 for as many as the engine is set to
  /// @param first pause, which doubles with each failure, and is then shortened by up to half so
  ///   that many that failed together do not come back together; zero for the engine's own pauses
  record Patience(int tries, Duration first, Duration longest) {
    public static final Patience USUAL = new Patience(0, Duration.ZERO, Duration.ZERO);
  }

  /// A way to have something made.
  ///
  /// @param request the same wish, which names who makes it
  /// @param who as the operator calls it: `fal`, `local`
  record Way<R>(R request, String who) {}

  /// Why something cannot be made as it is wished.
  ///
  /// @param who was named for it, as the operator calls him; empty when nobody can make it
  /// @param limit the longest in seconds, for [Why#LENGTH]
  record Unable(String who, Why why, int limit) {
    /// What would have to be otherwise.
    public enum Why {
      /// It is too long.
      LENGTH,
      SHAPE,
      QUALITY,
      /// It takes a photo to begin with.
      PHOTO,
      /// There is no key for who was named.
      OFF,
      /// Who was named has failed lately, and is left alone for a while.
      RESTS,
      /// Whatever it is.
      NOTHING
    }
  }

  /// What a person has had made before.
  @FunctionalInterface
  interface MadeBefore {
    /// Where nothing is.
    MadeBefore NOTHING = _ -> Optional.empty();

    /// What that request led to, when it is still there.
    Optional<List<Artifact>> find(JobRequest request);
  }

  /// What people may have made differently of what is made.
  enum Changes {
    NOTHING,
    /// How something is said and moves.
    MANNER,
    /// What is seen and heard in each scene.
    SCENES
  }

  /// What is offered for a request.
  ///
  /// @param quote the most it will cost, its children included
  /// @param first the state that the job begins in; it keeps what was chosen for that price
  /// @param why a line for the operator that says who shall make it and why; may be empty
  record Plan<S>(Quote quote, S first, String why) {
    /// One where nobody had to be chosen.
    public Plan(Quote quote, S first) {
      this(quote, first, "");
    }
  }

  /// What cancelling at the provider came to.
  sealed interface Cancelling {
    /// It stopped.
    ///
    /// @param charged what the provider charges for what it did
    record Stopped(Money charged) implements Cancelling {}

    /// It cannot be stopped, and is charged as estimated.
    record RunsOut() implements Cancelling {}
  }
}
