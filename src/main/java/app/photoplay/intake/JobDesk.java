package app.photoplay.intake;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.config.Section;
import app.photoplay.config.Values;
import app.photoplay.job.Artifact;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.JobKind;
import app.photoplay.job.JobKind.Unable;
import app.photoplay.job.JobReport;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Kinds;
import app.photoplay.storage.reuse.Fingerprint;
import app.photoplay.storage.reuse.ReuseCache;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes orders: made before? being made? price, caps, hold, accept. Thread-safe.
public final class JobDesk {
  private static final Logger log = LoggerFactory.getLogger(JobDesk.class);

  private final DeskStore store;
  private final Kinds kinds;
  private final ReuseCache reuse;
  private final Limits limits;
  private final InstantSource time;
  private final Predicate<Throwable> diskFull;
  private final Consumer<JobId> accepted;
  private final Consumer<DeskStore.Cancelled.Cancelling> cancelling;

  /// A desk.
  ///
  /// @param diskFull whether a failed transaction failed for want of room
  /// @param accepted told which job has a new subscriber, after that was written
  /// @param cancelling told what was cancelled, after that was written
  public JobDesk(
      DeskStore store,
      Kinds kinds,
      ReuseCache reuse,
      Limits limits,
      InstantSource time,
      Predicate<Throwable> diskFull,
      Consumer<JobId> accepted,
      Consumer<DeskStore.Cancelled.Cancelling> cancelling) {
    this.store = store;
    this.kinds = kinds;
    this.reuse = reuse;
    this.limits = limits;
    this.time = time;
    this.diskFull = diskFull;
    this.accepted = accepted;
    this.cancelling = cancelling;
  }

  /// Takes an order. What it returns is on disk.
  public Placement submit(Order order) {
    return submit(order, Optional.empty());
  }

  /// Takes an order in place of one that has not been begun, which is cancelled in the same
  /// transaction, and whose message shows this one; where it is not taken the other goes on. The
  /// other is cancelled as well where the person must first be asked about the price.
  public Placement instead(JobReport before, Order order) {
    Placement placement = submit(order, Optional.of(before.id()));
    boolean over =
        switch (placement) {
          case Placement.Joined(var job) -> !job.equals(before.id());
          case Placement.Accepted _,
              Placement.AlreadyMade _,
              Placement.Repeated _,
              Placement.NeedsConsent _ ->
              true;
          case Placement.Stale _,
              Placement.Impossible _,
              Placement.OverBudget _,
              Placement.TooMany _,
              Placement.QueueFull _,
              Placement.Unavailable _ ->
              false;
        };
    if (over && cancel(order.account(), before.code()) instanceof DeskStore.Cancelled.Over) {
      // it ended with the order that took its place
      List<JobId> ended = List.of(before.id());
      cancelling.accept(
          new DeskStore.Cancelled.Cancelling(before.id(), Money.ZERO, List.of(), ended));
    }
    return placement;
  }

  private Placement submit(Order order, Optional<JobId> before) {
    Placement placement;
    try {
      placement = place(order, before);
    } catch (RuntimeException e) {
      // Fail closed: what cannot be written down is not begun.
      log.atError()
          .addKeyValue("kind", order.request().kind())
          .setCause(e)
          .log("an order was not taken");
      return new Placement.Unavailable(diskFull.test(e));
    }
    switch (placement) {
      case Placement.Accepted(var job, _) -> accepted.accept(job);
      case Placement.Joined(var job) -> accepted.accept(job);
      case Placement.AlreadyMade(var job) -> accepted.accept(job);
      case Placement.Repeated _,
          Placement.Stale _,
          Placement.NeedsConsent _,
          Placement.Impossible _,
          Placement.OverBudget _,
          Placement.TooMany _,
          Placement.QueueFull _,
          Placement.Unavailable _ -> {}
    }
    return placement;
  }

  /// Whether this very message or press was taken before.
  public boolean taken(OrderTrigger occasion) {
    return store.taken(occasion).isPresent();
  }

  /// The newest job that a message led to, see [DeskStore#latest].
  public Optional<JobId> latest(MessageRef message, List<String> drafts) {
    return store.latest(message, drafts);
  }

  /// What a wish costs at most.
  public Quote price(JobRequest request) {
    return kinds.get(request.kind()).offer(request).quote();
  }

  /// Cancels a job of the account.
  public DeskStore.Cancelled cancel(AccountId account, JobCode code) {
    DeskStore.Cancelled cancelled = store.cancel(account, code, time.instant());
    if (cancelled instanceof DeskStore.Cancelled.Cancelling found) {
      cancelling.accept(found);
    }
    return cancelled;
  }

  private Placement place(Order order, Optional<JobId> before) {
    JobKind<?, ?> kind = kinds.get(order.request().kind());
    String request = kind.encode(order.request());
    Fingerprint fingerprint = Fingerprint.of(order.account(), kind.name(), request);
    if (order.fresh()) {
      reuse.forget(fingerprint);
    }
    Optional<List<Artifact>> made = order.fresh() ? Optional.empty() : reuse.find(fingerprint);
    if (made.isEmpty()) {
      Optional<Unable> unable = kind.whyNot(order.request());
      if (unable.isPresent() && unable.get().who().isEmpty()) {
        log.atInfo()
            .addKeyValue("kind", kind.name())
            .addKeyValue("why", unable.get().why())
            .log("nobody can make what was ordered");
        return new Placement.Impossible(unable.get());
      }
      List<Placement.Choice> choices = order.agreed() ? List.of() : choices(kind, order.request());
      if (!choices.isEmpty()) {
        return new Placement.NeedsConsent(choices, unable);
      }
    }
    JobKind.Plan<String> offer = kind.offer(order.request(), before(order));
    Quote quote = offer.quote();
    DeskStore.NewJob job =
        new DeskStore.NewJob(
            order.account(),
            kind.name(),
            request,
            fingerprint,
            offer,
            made,
            order.inputs(),
            order.occasion(),
            order.draft(),
            kind.urgency(order.request()),
            limits.perPerson(),
            limits.all(),
            before);
    return switch (store.place(job, time.instant())) {
      case DeskStore.Placed.Accepted(var id) -> new Placement.Accepted(id, quote);
      case DeskStore.Placed.Joined(var id) -> new Placement.Joined(id);
      case DeskStore.Placed.Made(var id) -> new Placement.AlreadyMade(id);
      case DeskStore.Placed.Repeated(var id) -> new Placement.Repeated(id);
      case DeskStore.Placed.Stale(var ordered) -> new Placement.Stale(ordered);
      case DeskStore.Placed.TooMany() -> new Placement.TooMany(limits.perPerson());
      case DeskStore.Placed.QueueFull(var wait) -> new Placement.QueueFull(wait);
      case DeskStore.Placed.OverBudget(var allowance) ->
          new Placement.OverBudget(
              quote,
              allowance,
              kind.alternatives(order.request()).stream()
                  .map(cheaper -> new Placement.Alternative(cheaper, price(cheaper)))
                  .filter(cheaper -> cheaper.quote().total().compareTo(allowance.left()) <= 0)
                  .toList());
    };
  }

  private List<Placement.Choice> choices(JobKind<?, ?> kind, JobRequest request) {
    return kind.ways(request).stream()
        .map(way -> new Placement.Choice(way.request(), price(way.request()), way.who()))
        .toList();
  }

  /// What the same person has had made, which is not made again as a piece of something else
  /// either.
  private JobKind.MadeBefore before(Order order) {
    return order.fresh()
        ? JobKind.MadeBefore.NOTHING
        : piece ->
            reuse.find(
                Fingerprint.of(
                    order.account(), piece.kind(), kinds.get(piece.kind()).encode(piece)));
  }

  /// How many unfinished jobs there may be.
  ///
  /// @param perPerson of one account
  /// @param all of everybody together
  public record Limits(int perPerson, int all) {
    /// Reads the section `jobs`.
    public static Limits read(Section jobs) {
      return new Limits(
          jobs.value("per-person", "10", Values.whole(1, 1000)),
          jobs.value("waiting", "1000", Values.whole(1, 1_000_000)));
    }
  }
}
