package app.photoplay.chaos;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Allowance;
import app.photoplay.budget.Ledger;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.OrderTrigger;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A desk that looks at the allowance first and places the order afterwards, without any cap; as
/// many as order at the same moment look before the first of them places.
final class CarelessDesk implements DeskStore {
  private static final long LONGEST_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long LOOK_NANOS = Duration.ofMillis(1).toNanos();

  private final DeskStore boundless;
  private final Ledger ledger;
  private final AtomicLong looks = new AtomicLong();

  /// A desk.
  ///
  /// @param boundless places orders whatever they cost
  /// @param ledger knows the caps
  CarelessDesk(DeskStore boundless, Ledger ledger) {
    this.boundless = boundless;
    this.ledger = ledger;
  }

  @Override
  public Placed place(NewJob job, Instant now) {
    Allowance allowance =
        ledger.allowance(job.account(), job.occasion().message().conversation().party(), now);
    awaitCompany();
    return job.quote().total().compareTo(allowance.left()) > 0
        ? new Placed.OverBudget(allowance)
        : boundless.place(job, now);
  }

  private void awaitCompany() {
    int most = Customers.AT_A_TIME;
    long all = (looks.incrementAndGet() + most - 1) / most * most;
    long end = System.nanoTime() + LONGEST_NANOS;
    while (looks.get() < all && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  @Override
  public Optional<JobId> taken(OrderTrigger occasion) {
    return boundless.taken(occasion);
  }

  @Override
  public Optional<JobId> latest(MessageRef message, List<String> drafts) {
    return boundless.latest(message, drafts);
  }

  @Override
  public Cancelled cancel(AccountId account, JobCode code, Instant now) {
    return boundless.cancel(account, code, now);
  }
}
