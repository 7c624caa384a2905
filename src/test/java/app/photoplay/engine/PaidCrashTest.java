package app.photoplay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Entry;
import app.photoplay.budget.Money;
import app.photoplay.database.Database;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.intake.UnresolvedSubmissions;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.PaidCall.Found;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.testkit.Paid;
import app.photoplay.testkit.ScriptedProvider;
import app.photoplay.testkit.ScriptedProvider.Next;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Ends the program before and after everything that paid work does to the disk and to its
/// provider, starts it again on the same database, and looks at what was paid and charged. A new
/// case of paid work joins by a line in [#CASES].
class PaidCrashTest {
  private static final List<Case> CASES =
      List.of(
          new Case("taken at once", List.of(), false),
          new Case("the answer gets lost", List.of(Next.TAKE_SILENTLY), false),
          new Case("the question gets lost", List.of(Next.LOSE), false),
          new Case("the provider is busy", List.of(Next.BUSY), false),
          new Case("not taken at first", List.of(Next.NOT_TAKE), false),
          new Case("cancelled while it runs there", List.of(), true));

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicContainer> isPaidOnceAndChargedOnceWhereverTheProgramEnds() {
    return Stream.of(Idempotency.values())
        .map(idempotency ->
            DynamicContainer.dynamicContainer(
                idempotency.name().toLowerCase(Locale.ROOT),
                CASES.stream()
                    .map(each ->
                        DynamicTest.dynamicTest(
                            each.name(), () -> everywhere(idempotency, each)))));
  }

  private void everywhere(Idempotency idempotency, Case each) throws Exception {
    Path data = folder.resolve(idempotency + " " + each.name());
    try (Database database = Databases.open(data)) {
      List<String> points = new Life(database, data, 0, idempotency, each).run(-1);
      assertThat(points).hasSizeGreaterThan(6);
      for (int end = 0; end < points.size(); end++) {
        new Life(database, data, end + 1, idempotency, each).run(end);
      }
    }
  }

  /// One order of a person of its own, on a day of its own.
  private record Life(
      Database database, Path data, int number, Idempotency idempotency, Case each) {

    List<String> run(int end) throws InterruptedException {
      SettableTime time = SettableTime.noon();
      time.advance(Duration.ofDays(number));
      ScriptedProvider provider =
          new ScriptedProvider().after(number * 10).next(each.answers().toArray(Next[]::new));
      HaltingStore halting = new HaltingStore(end);
      Paid paid = new Paid(database, data, provider, time);
      JobId job = paid.accepted(number, idempotency);
      paid.halting(halting);
      try {
        play(paid, provider, job);
      } catch (CrashingStore.Crash e) {
        paid.restart();
        play(paid, provider, job);
      }
      String where = end < 0 ? "nowhere" : halting.reached().get(end);
      assertThat(complaints(paid, provider, job)).as("ended %s", where).isEmpty();
      return halting.reached();
    }

    private void play(Paid paid, ScriptedProvider provider, JobId job) throws InterruptedException {
      paid.runDue();
      if (each.cancelled()) {
        paid.cancel(number, job);
        // as the engine interrupts what it was running
        paid.restart();
      } else {
        provider.quick();
      }
      for (int i = 0; i < 5 && !paid.report(job).status().over(); i++) {
        paid.pass(Duration.ofSeconds(20));
        for (UnresolvedSubmissions.Doubt doubt : paid.doubts.open()) {
          UnresolvedSubmissions.Decision decision =
              provider.find(doubt.key()) instanceof Found.There(var operation)
                  ? new UnresolvedSubmissions.Decision.There(operation)
                  : new UnresolvedSubmissions.Decision.Absent();
          paid.doubts.settle(Paid.OPERATOR, doubt.key(), decision, paid.time.instant());
        }
      }
    }

    private List<String> complaints(Paid paid, ScriptedProvider provider, JobId job) {
      List<String> complaints = new ArrayList<>();
      JobReport report = paid.report(job);
      Status expected = each.cancelled() ? Status.CANCELLED : Status.MADE;
      if (report.status() != expected) {
        complaints.add("it is " + report.status());
      }
      if (provider.charged().size() > 1) {
        complaints.add("paid " + provider.charged().size() + " times");
      }
      Money charge = each.cancelled() ? Money.ZERO : Paid.PRICE;
      if (!paid.spent(number).equals(charge)) {
        complaints.add("charged " + paid.spent(number));
      }
      List<Entry.Kind> lines = paid.ledger.entries(job.value()).stream().map(Entry::kind).toList();
      if (!lines.equals(List.of(Entry.Kind.HOLD, Entry.Kind.RELEASE, Entry.Kind.CHARGE))) {
        complaints.add("lines in the ledger: " + lines);
      }
      return complaints;
    }
  }

  /// Paid work under some trouble.
  private record Case(String name, List<Next> answers, boolean cancelled) {}
}
