package app.photoplay.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Durable jobs that do nothing, from acceptance by 64 threads to the end of the last: ours with
/// the job's row alone, ours through the desk, and db-scheduler, in turns on the same file system.
final class DurableJobs {
  private static final int ROUNDS = 5;
  private static final int SENDERS = 64;

  private DurableJobs() {}

  /// Something that runs jobs.
  interface Runner extends AutoCloseable {
    /// Accepts one job, durably; any thread.
    void accept(int number);

    /// Waits until so many jobs have ended, durably.
    void awaitEnded(int count) throws InterruptedException;

    @Override
    void close();
  }

  /// Opens a runner on an empty folder.
  interface Opening {
    Runner open(Path folder) throws IOException;
  }

  static void main() throws IOException, InterruptedException {
    boolean slow = System.getenv("SLOW_SYNC") != null;
    int jobs = slow ? 1000 : 4000;
    String disk = slow ? ", 2 ms added to every flush" : "";
    Samples rows = new Samples();
    Samples desk = new Samples();
    Samples scheduler = new Samples();
    Samples ratios = new Samples();
    for (int round = -1; round < ROUNDS; round++) {
      double own = perSecond(OwnJobs::rowsOnly, jobs);
      double placed = perSecond(OwnJobs::throughTheDesk, jobs);
      double other = perSecond(SchedulerJobs::onSqlite, jobs);
      System.err.printf("round %d: %.0f, %.0f, %.0f%n", round, own, placed, other);
      if (round >= 0) {
        rows.add(own);
        desk.add(placed);
        scheduler.add(other);
        ratios.add(own / other);
      }
    }
    double target = slow ? 10 : 2;
    Row.of("durable jobs a second, the job's row only" + disk, rows.text(0, "/s")).print();
    Row.of("the same through the desk: row, delivery, caps" + disk, desk.text(0, "/s")).print();
    Row.of("the same in db-scheduler 16.12.0" + disk, scheduler.text(0, "/s")).print();
    Row.of(
            "durable jobs beside db-scheduler" + disk,
            String.format(Locale.ROOT, ">= %.0fx", target),
            ratios.text(1, "x"),
            ratios.median() >= target)
        .print();
  }

  static double perSecond(Opening opening, int jobs) throws IOException, InterruptedException {
    Path folder = Folders.fresh("jobs");
    try (Runner runner = opening.open(folder)) {
      long begin = System.nanoTime();
      AtomicInteger next = new AtomicInteger();
      CountDownLatch accepted = new CountDownLatch(SENDERS);
      for (int i = 0; i < SENDERS; i++) {
        Thread.ofPlatform()
            .daemon(true)
            .uncaughtExceptionHandler((_, failure) -> fail(failure))
            .start(() -> {
              for (int n = next.getAndIncrement(); n < jobs; n = next.getAndIncrement()) {
                runner.accept(n);
              }
              accepted.countDown();
            });
      }
      accepted.await();
      runner.awaitEnded(jobs);
      return jobs / ((System.nanoTime() - begin) / 1e9);
    } finally {
      Folders.delete(folder);
    }
  }

  private static void fail(Throwable failure) {
    failure.printStackTrace();
    System.exit(1);
  }
}
