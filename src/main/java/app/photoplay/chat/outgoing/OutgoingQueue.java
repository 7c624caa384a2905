package app.photoplay.chat.outgoing;

import app.photoplay.chat.message.OutboundMessage;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets calls out to a platform one by one, below its rates: results before answers, each in the
/// order in which they came; progress and courtesies only take what these leave free. A call whose
/// place is over its rate lets those behind it pass. Thread-safe.
///
/// Results and answers wait however long it takes: [#await] blocks its thread, which should be a
/// virtual one. Progress never waits, because it would be stale when its turn came: [#offer] says
/// when to come back with what is new by then.
public final class OutgoingQueue implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OutgoingQueue.class);
  private static final int REMARKABLE = 100;
  private static final long LONGEST_OFFER = Duration.ofSeconds(30).toNanos();

  /// What goes first; the order of the constants counts.
  public enum Rank {
    RESULT,
    ANSWER;

    /// The rank of a message that may wait.
    public static Rank of(OutboundMessage message) {
      return message.kind() == OutboundMessage.Kind.RESULT ? RESULT : ANSWER;
    }
  }

  private final String platform;
  private final Windows windows;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TreeSet<Ticket> waiting =
      new TreeSet<>(
          Comparator.comparing((Ticket ticket) -> ticket.rank)
              .thenComparingLong(ticket -> ticket.number));
  private long tickets;
  private int remarkable = REMARKABLE;
  private boolean pumping;
  private boolean closed;

  /// A queue.
  ///
  /// @param platform for the log
  /// @param nanos a clock like [System#nanoTime()]
  public OutgoingQueue(String platform, Rates rates, LongSupplier nanos) {
    this.platform = platform;
    this.windows = new Windows(rates);
    this.nanos = nanos;
  }

  /// The place of one call in the queue. It is kept when the platform refuses the call for coming
  /// too fast: whoever awaits it again is before all that came later.
  public final class Ticket {
    private final String place;
    private final boolean group;
    private final Rank rank;
    private final long number;
    private final Condition turn = lock.newCondition();
    private boolean granted;

    private Ticket(String place, boolean group, Rank rank, long number) {
      this.place = place;
      this.group = group;
      this.rank = rank;
      this.number = number;
    }
  }

  /// The next place in the queue.
  ///
  /// @param place where the call is seen, such as a chat
  /// @param group whether the rates of groups hold there
  public Ticket ticket(String place, boolean group, Rank rank) {
    lock.lock();
    try {
      return new Ticket(place, group, rank, ++tickets);
    } finally {
      lock.unlock();
    }
  }

  /// Waits until the call may be made; once the queue is closed that is at once.
  public void await(Ticket ticket) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      ticket.granted = false;
      waiting.add(ticket);
      long wait = grant();
      if (!ticket.granted) {
        warn();
        pump(wait);
      }
      while (!ticket.granted && !closed) {
        ticket.turn.await();
      }
    } finally {
      waiting.remove(ticket);
      lock.unlock();
    }
  }

  /// Takes what results and answers leave free, for a call that may as well be left out.
  ///
  /// @return zero when the call may be made now, else when to ask again
  public Duration offer(String place, boolean group) {
    lock.lock();
    try {
      grant();
      long wait = windows.takeSpare(place, group, nanos.getAsLong());
      long behind = waiting.isEmpty() ? 0 : windows.pace() * waiting.size();
      return Duration.ofNanos(wait <= 0 ? 0 : Math.max(wait, Math.min(behind, LONGEST_OFFER)));
    } finally {
      lock.unlock();
    }
  }

  /// Closes a place because the platform asked for it. When it does so for several places at a time
  /// it means all of them.
  public void pause(String place, boolean group, Duration duration) {
    lock.lock();
    try {
      windows.pause(place, group, duration, nanos.getAsLong());
    } finally {
      lock.unlock();
    }
  }

  /// How many results and answers wait for their turn.
  public int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /// Lets everything go that waits; for when the platform's client is closed.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      waiting.forEach(ticket -> ticket.turn.signal());
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Lets go what may go now.
  ///
  /// @return nanoseconds until the next may
  private long grant() {
    long now = nanos.getAsLong();
    long next = Long.MAX_VALUE;
    for (Iterator<Ticket> all = waiting.iterator(); all.hasNext(); ) {
      long full = windows.untilAnyFree(now);
      if (full > 0) {
        return full;
      }
      Ticket ticket = all.next();
      long wait = windows.take(ticket.place, ticket.group, now);
      if (wait <= 0) {
        all.remove();
        ticket.granted = true;
        ticket.turn.signal();
      }
      next = wait <= 0 ? next : Math.min(next, wait);
    }
    return next;
  }

  /// One thread lets the others go, while there are any.
  private void pump(long wait) {
    if (pumping) {
      changed.signal();
      return;
    }
    pumping = true;
    Thread.ofVirtual().name(platform + "-queue").start(() -> pumpAll(wait));
  }

  private void pumpAll(long first) {
    lock.lock();
    try {
      long wait = first;
      while (!closed && !waiting.isEmpty()) {
        long _ = changed.awaitNanos(wait);
        wait = grant();
      }
      settle();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody knows this thread", e);
    } finally {
      pumping = false;
      lock.unlock();
    }
  }

  private void warn() {
    if (waiting.size() >= remarkable) {
      remarkable *= 2;
      log.atWarn()
          .addKeyValue("platform", platform)
          .addKeyValue("waiting", waiting.size())
          .log("many messages wait because the platform takes only so many a second");
    }
  }

  private void settle() {
    if (remarkable > REMARKABLE) {
      remarkable = REMARKABLE;
      log.atInfo().addKeyValue("platform", platform).log("all messages that waited are sent");
    }
  }
}
