package app.photoplay.chaos;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.database.DatabaseException;
import app.photoplay.intake.Accounts;
import app.photoplay.intake.JobDesk;
import app.photoplay.intake.Order;
import app.photoplay.intake.OrderTrigger;
import app.photoplay.intake.Placement;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReader;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// People who order by the [ChaosPlan], several at the same moment, and sometimes change their
/// minds.
final class Customers {
  private static final Logger log = LoggerFactory.getLogger(Customers.class);
  static final int AT_A_TIME = 3;
  private static final int MOST_OPEN = 60;
  private static final Duration BETWEEN = Duration.ofMillis(40);

  private final ChaosPlan plan;
  private final JobDesk desk;
  private final Accounts accounts;
  private final JobReader jobs;
  private final PrintStream out;
  private final InstantSource time;
  private final AtomicInteger next = new AtomicInteger();
  private volatile boolean gone;

  Customers(
      ChaosPlan plan,
      JobDesk desk,
      Accounts accounts,
      JobReader jobs,
      PrintStream out,
      InstantSource time) {
    this.plan = plan;
    this.desk = desk;
    this.accounts = accounts;
    this.jobs = jobs;
    this.out = out;
    this.time = time;
  }

  /// Begins to order, from that wish on, and returns.
  void order(int from) {
    next.set(from);
    for (int i = 0; i < AT_A_TIME; i++) {
      Thread.ofVirtual().name("customer-" + i).start(this::orderOn);
    }
  }

  /// Nobody orders any more.
  void leave() {
    gone = true;
  }

  private void orderOn() {
    try {
      while (!gone) {
        if (jobs.open() < MOST_OPEN) {
          ChaosPlan.Wish wish = plan.wish(next.getAndIncrement());
          while (!order(wish)) {
            Thread.sleep(BETWEEN);
          }
        }
        Thread.sleep(BETWEEN);
      }
    } catch (InterruptedException e) {
      log.atDebug().log("a customer went home");
    }
  }

  /// Orders, perhaps once more.
  ///
  /// @return false when nobody can tell at the moment
  private boolean order(ChaosPlan.Wish wish) {
    AccountId account = accounts.of(wish.person(), time.instant());
    String number = Integer.toString(wish.request().number());
    OrderTrigger occasion = new OrderTrigger(new MessageRef(wish.chat(), number), "", "", "en");
    Order order = new Order(account, wish.request(), List.of(), occasion, false, Optional.empty());
    Placement placement;
    try {
      placement = desk.submit(order);
    } catch (DatabaseException e) {
      return false;
    }
    switch (placement) {
      case Placement.Accepted(var job, _) -> {
        out.println("accepted " + number);
        wish.cancelAfter().ifPresent(pause -> cancel(account, job, pause));
      }
      case Placement.Repeated _ -> out.println("accepted " + number);
      case Placement.OverBudget _ -> out.println("refused " + number);
      case Placement.Unavailable _ -> {
        return false;
      }
      default -> log.atError().addKeyValue("order", number).log("an order came to {}", placement);
    }
    return true;
  }

  private void cancel(AccountId account, JobId job, Duration pause) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            Thread.sleep(pause);
            while (!cancelled(account, job)) {
              Thread.sleep(BETWEEN);
            }
          } catch (InterruptedException e) {
            log.atDebug().log("a customer went home");
          }
        });
  }

  private boolean cancelled(AccountId account, JobId job) {
    try {
      jobs.find(job).ifPresent(report -> desk.cancel(account, report.code()));
      return true;
    } catch (DatabaseException e) {
      return false;
    }
  }
}
