package app.photoplay.testkit;

import app.photoplay.engine.JobStore;
import app.photoplay.engine.LaneRules;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Lane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The lanes of [MemoryDisk], and whose turn it is in them.
final class MemoryLanes {
  private static final Comparator<MemoryJob> TURN =
      Comparator.<MemoryJob>comparingInt(job -> job.priority)
          .thenComparingLong(job -> job.tag)
          .thenComparingLong(job -> job.id);

  private final Map<String, MemoryLane> lanes = new HashMap<>();
  private final Map<String, Long> turns = new HashMap<>();

  List<MemoryJob> take(List<MemoryJob> jobs, JobStore.Room room, Instant now) {
    LaneRules rules = room.rules();
    Lane lane = rules.lane();
    if (lane.equals(Lane.LIGHT)) {
      return due(jobs, lane, now).limit(room.free()).toList();
    }
    List<MemoryJob> taken =
        new ArrayList<>(due(jobs, lane, now).filter(job -> job.slot).limit(room.free()).toList());
    int free = room.free() - taken.size();
    MemoryLane line = line(lane);
    if (free <= 0 || line.pausedUntil > now.toEpochMilli()) {
      return taken;
    }
    Map<Long, Integer> busy = new HashMap<>();
    jobs.stream()
        .filter(job -> job.slot && job.lane.equals(lane))
        .forEach(job -> busy.merge(job.account, 1, Integer::sum));
    if (rules.shared()) {
      free = Math.min(free, rules.most() - busy.values().stream().mapToInt(it -> it).sum());
    }
    if (rules.rate().isPresent()) {
      free = Math.min(free, line.refill(rules.rate().get(), now));
    }
    List<MemoryJob> candidates =
        due(jobs, lane, now)
            .filter(job -> !job.slot && busy.getOrDefault(job.account, 0) < rules.perPerson())
            .limit(Math.max(0, free))
            .toList();
    int begun = 0;
    for (MemoryJob job : candidates) {
      if (busy.merge(job.account, 1, Integer::sum) <= rules.perPerson()) {
        job.slot = true;
        line.tag = Math.max(line.tag, job.tag);
        taken.add(job);
        begun++;
      }
    }
    if (rules.rate().isPresent()) {
      line.spend(rules.rate().get(), begun, now);
    }
    return taken;
  }

  private static Stream<MemoryJob> due(List<MemoryJob> jobs, Lane lane, Instant now) {
    return jobs.stream()
        .filter(job -> job.status == Status.READY && job.lane.equals(lane) && !job.due.isAfter(now))
        .sorted(TURN);
  }

  void enqueue(MemoryJob job, Lane lane, long weight, Instant now) {
    job.lane = lane;
    job.queued = now;
    job.slot = false;
    job.tag = 0;
    if (!lane.equals(Lane.LIGHT)) {
      String turn = job.account + " " + lane.name();
      MemoryLane line = lanes.get(lane.name());
      job.tag = Math.max(line == null ? 0 : line.tag, turns.getOrDefault(turn, 0L));
      turns.put(turn, job.tag + Math.max(1, weight));
    }
  }

  MemoryLane line(Lane lane) {
    return lanes.computeIfAbsent(lane.name(), _ -> new MemoryLane());
  }

  Stream<Instant> pauses() {
    return lanes.values().stream().map(line -> Instant.ofEpochMilli(line.pausedUntil));
  }
}
