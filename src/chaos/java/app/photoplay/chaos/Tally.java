package app.photoplay.chaos;

import app.photoplay.database.Database;
import app.photoplay.database.job.Audit;
import app.photoplay.job.Codec;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.PaidCall.Idempotency;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// What came of a run: each figure by its name, and those that must be zero.
///
/// @param facts figures that may be anything
/// @param violations figures that must be zero
public record Tally(Map<String, Long> facts, Map<String, Long> violations) {
  public static final String PAID_TWICE = "paid twice, ";
  public static final String KILLS = "kills";
  public static final String LOST = "acknowledgements lost";
  public static final String STALE = "stale commits refused";
  public static final String WASTED = "taken by the provider, but failed";
  public static final String SLOW_HEALTH = "/healthz slower than 1 s";
  public static final String OVER_CAP = "people and groups above their cap";

  private static final Codec<PaidRequest> REQUESTS = Codec.json(PaidRequest.class);

  /// The engine's limit of submissions on the wire to a blind provider. The wire is free for the
  /// next one as soon as an answer has come, so that at a kill others may wait to be written down.
  private static final int BLIND_ON_THE_WIRE = 4;

  /// Counts the orders of all workers of one database.
  ///
  /// @param work where the provider's logs are
  static Tally of(List<Victim> victims, Database database, Path work) {
    Evidence evidence =
        new Evidence(work, victims.stream().map(Victim::folder).collect(Collectors.toSet()));
    Audit audit = new Audit(database);
    Audit.Findings found = audit.findings();
    List<Audit.Ordered> ordered = audit.ordered();
    Set<Integer> numbers =
        ordered.stream()
            .map(it -> REQUESTS.decode(it.request()).number())
            .collect(Collectors.toSet());
    Map<Integer, Integer> ends = evidence.ends();
    Map<Idempotency, Integer> twice = evidence.paidTwice();

    Map<String, Long> facts = new LinkedHashMap<>();
    facts.put(KILLS, sum(victims, Victim::kills));
    facts.put(LOST, sum(victims, Victim::lost));
    facts.put("freezes", sum(victims, Victim::freezes));
    facts.put("jobs", (long) ordered.size());
    facts.put("made", count(ordered, Status.MADE));
    facts.put("cancelled", count(ordered, Status.CANCELLED));
    facts.put("failed", count(ordered, Status.FAILED));
    facts.put("orders over budget", sum(victims, it -> it.refused().size()));
    facts.put("taken by the provider", (long) evidence.paid());
    facts.put("unknown, there", sum(victims, it -> settled(it, "there")));
    facts.put("unknown, absent", sum(victims, it -> settled(it, "absent")));
    facts.put(
        "unclear before a kill, not written down",
        sum(victims, it -> it.leftAnswered(OutspokenProvider.UNCLEAR)));
    facts.put(
        "answered before a kill, not written down",
        sum(victims, it -> it.leftAnswered(OutspokenProvider.CLEAR)));
    facts.put(STALE, sum(victims, Victim::refusedCommits));
    facts.put("progress messages whose sender did not learn of them", evidence.orphans());

    Map<String, Long> wrong = new LinkedHashMap<>();
    wrong.put("lost: accepted, not there", sum(victims, it -> missing(it.accepted(), numbers)));
    wrong.put("lost: not ended", (long) found.open());
    for (Idempotency idempotency : Idempotency.values()) {
      wrong.put(
          PAID_TWICE + PaidKind.lane(idempotency).name(),
          (long) twice.getOrDefault(idempotency, 0));
    }
    wrong.put(WASTED, wasted(ordered, evidence));
    wrong.put("delivered twice", ends.values().stream().filter(it -> it > 1).count());
    wrong.put("not delivered", missing(numbers, ends.keySet()));
    wrong.put("progress messages forgotten", evidence.forgotten());
    wrong.put("kills that left more than 4 under way unknown", sum(victims, Tally::excess));
    wrong.put(OVER_CAP, overCap(audit.spending()));
    wrong.putAll(faults(found));
    return new Tally(facts, wrong);
  }

  /// What must be zero in a database whose programs have done all their work.
  public static Map<String, Long> faults(Audit.Findings found) {
    Map<String, Long> faults = new LinkedHashMap<>();
    faults.put("deliveries not over", (long) found.undelivered());
    faults.put("deliveries unsure", (long) found.unsure());
    faults.put("ledger drift, micro-dollars", found.drift());
    faults.put("jobs whose ledger lines do not add up", (long) found.unbalanced());
    faults.put("holds that outlived their job", (long) found.holding());
    faults.put("places in lanes that outlived their job", (long) found.lingering());
    faults.put("submissions that outlived their job", (long) found.paying());
    faults.put("running without an owner", (long) found.ownerless());
    faults.put("damaged databases", found.integrity().equals("ok") ? 0L : 1L);
    return faults;
  }

  /// All together.
  ///
  /// @param finished whether all workers ended when they were let
  static Tally sum(List<Tally> tallies, boolean finished) {
    Map<String, Long> facts = new LinkedHashMap<>();
    Map<String, Long> wrong = new LinkedHashMap<>();
    for (Tally tally : tallies) {
      tally.facts().forEach((name, figure) -> facts.merge(name, figure, Long::sum));
      tally.violations().forEach((name, figure) -> wrong.merge(name, figure, Long::sum));
    }
    wrong.put("workers that did not finish", finished ? 0L : 1L);
    wrong.put("runs without a job", facts.getOrDefault("jobs", 0L) > 0 ? 0L : 1L);
    return new Tally(facts, wrong);
  }

  /// Whether every promise was kept.
  public boolean clean() {
    return violations.values().stream().allMatch(it -> it == 0);
  }

  /// A table, one figure a line.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    facts.forEach((name, figure) -> lines.add(line(name, figure, "")));
    lines.add("-- must be 0 " + "-".repeat(40));
    violations.forEach(
        (name, figure) -> lines.add(line(name, figure, figure == 0 ? "" : "  VIOLATION")));
    return lines;
  }

  private static String line(String name, long figure, String remark) {
    return String.format("%-52s %10d%s", name, figure, remark);
  }

  private static long sum(List<Victim> victims, ToLongFunction<Victim> figure) {
    return victims.stream().mapToLong(figure).sum();
  }

  private static long count(List<Audit.Ordered> ordered, Status status) {
    return ordered.stream().filter(it -> it.status() == status).count();
  }

  private static long wasted(List<Audit.Ordered> ordered, Evidence evidence) {
    return ordered.stream()
        .filter(it -> it.status() == Status.FAILED)
        .filter(it -> evidence.taken(REQUESTS.decode(it.request()).number()))
        .count();
  }

  private static long settled(Victim victim, String how) {
    return victim.settled().stream().filter(it -> it.endsWith(how)).count();
  }

  private static long missing(Set<Integer> wanted, Set<Integer> there) {
    return wanted.stream().filter(it -> !there.contains(it)).count();
  }

  private static long excess(Victim victim) {
    return Math.max(0, victim.mostLeft() - BLIND_ON_THE_WIRE);
  }

  private static long overCap(Map<String, Long> spending) {
    return spending.entrySet().stream()
        .filter(it ->
            it.getValue()
                > (it.getKey().startsWith("person ")
                        ? ChaosPlan.CAPS.person()
                        : it.getKey().startsWith("group ")
                            ? ChaosPlan.CAPS.group()
                            : ChaosPlan.CAPS.operator())
                    .microUsd())
        .count();
  }
}
