package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.generated.Tables.LANE;
import static app.photoplay.database.sql.Numbers.literal;
import static app.photoplay.database.sql.Numbers.number;

import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.database.generated.tables.records.LaneRecord;
import app.photoplay.database.sql.Locking;
import app.photoplay.engine.Claim;
import app.photoplay.engine.JobStore.Room;
import app.photoplay.engine.LaneRules;
import app.photoplay.engine.Submission;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.RowN;
import org.jooq.impl.DSL;

/// Takes due jobs out of their lanes, inside one transaction: whose turn it is, as many as the
/// lane, the person and the rate allow.
final class Claims {
  private static final long TOKEN = 1_000_000;

  /// So many lanes are looked into one after another.
  private static final int FEW = 2;

  /// What a claim says of its job: a third of a row.
  private static final List<Field<?>> CLAIMED =
      List.of(
          JOB.ID,
          JOB.CODE,
          JOB.KIND,
          JOB.REQUEST,
          JOB.STATE,
          JOB.LANE,
          JOB.ATTEMPT,
          JOB.CLAIM,
          JOB.ENDS,
          JOB.CANCELLED,
          JOB.REFUNDED_MS,
          JOB.PARENT,
          JOB.PAYING);

  private final DSLContext sql;
  private final Instant now;

  Claims(DSLContext sql, Instant now) {
    this.sql = sql;
    this.now = now;
  }

  List<Claim> claim(List<Room> rooms, String owner) {
    List<Long> taken = new ArrayList<>();
    for (Room room : wanted(rooms)) {
      taken.addAll(room.rules().lane().equals(Lane.LIGHT) ? light(room) : lane(room));
    }
    return taken.isEmpty() ? List.of() : claimed(taken, owner);
  }

  /// Those in whose lanes something is due, where there are many: one question about all takes less
  /// than some about each.
  private List<Room> wanted(List<Room> rooms) {
    if (rooms.size() <= FEW) {
      return rooms;
    }
    RowN[] names =
        rooms.stream()
            .map(room -> DSL.row(List.of(room.rules().lane().name())))
            .toArray(RowN[]::new);
    var lanes = DSL.values(names).as("lanes", "name");
    Field<String> name = DSL.field(DSL.name("lanes", "name"), String.class);
    Set<String> due =
        sql.select(name)
            .from(lanes)
            .where(due(name, Jobs.IN_LINE).or(due(name, Jobs.IN_PLACE)))
            .fetchSet(name);
    return rooms.stream().filter(room -> due.contains(room.rules().lane().name())).toList();
  }

  private Condition due(Field<String> lane, Condition which) {
    return DSL.exists(
        sql.selectOne()
            .from(JOB)
            .where(
                JOB.STATUS.eq(literal(Status.READY)),
                JOB.LANE.eq(lane),
                JOB.DUE_MS.le(now.toEpochMilli()),
                which));
  }

  private List<Long> light(Room room) {
    return queue(Lane.LIGHT, Jobs.IN_LINE, room.free()).stream().map(Record2::value1).toList();
  }

  private List<Long> lane(Room room) {
    LaneRules rules = room.rules();
    // Those whose operation runs at the provider have kept their place.
    List<Long> taken =
        new ArrayList<>(
            queue(rules.lane(), Jobs.IN_PLACE, room.free()).stream().map(Record2::value1).toList());
    int free = room.free() - taken.size();
    if (free <= 0) {
      return taken;
    }
    // before the lane, as everybody does: no two programs wait for each other
    int places = rules.account().map(this::places).orElse(Integer.MAX_VALUE);
    LaneRecord lane = locked(rules.lane().name());
    if (lane.getPausedUntilMs() > now.toEpochMilli()) {
      return taken;
    }
    Map<Long, Integer> busy = busy(rules.lane());
    if (rules.shared()) {
      free = Math.min(free, rules.most() - busy.values().stream().mapToInt(it -> it).sum());
      free = Math.min(free, places);
    }
    if (rules.rate().isPresent()) {
      free = Math.min(free, refill(lane, rules.rate().get()));
    }
    List<Long> begun = free <= 0 ? List.of() : begin(rules, lane, busy, free);
    rules.rate().ifPresent(rate -> spend(lane, rate, begun.size()));
    if (lane.modified()) {
      lane.update();
    }
    taken.addAll(begun);
    return taken;
  }

  private List<Long> begin(LaneRules rules, LaneRecord lane, Map<Long, Integer> busy, int free) {
    List<Long> full =
        busy.entrySet().stream()
            .filter(it -> it.getValue() >= rules.perPerson())
            .map(Map.Entry::getKey)
            .toList();
    Condition others = Jobs.IN_LINE;
    if (!full.isEmpty()) {
      others = others.and(JOB.ACCOUNT.notIn(full));
    }
    List<Long> begun = new ArrayList<>();
    for (var row : queue(rules.lane(), others, free)) {
      if (busy.merge(row.value2(), 1, Integer::sum) <= rules.perPerson()) {
        begun.add(row.value1());
      }
    }
    if (!begun.isEmpty()) {
      Long tag =
          sql.select(DSL.max(JOB.FAIR_TAG))
              .from(JOB)
              .where(Locking.among(sql, JOB.ID, begun))
              .fetchOne(DSL.max(JOB.FAIR_TAG));
      if (tag != null && tag > lane.getVtime()) {
        lane.setVtime(tag);
      }
      sql.update(JOB).set(JOB.SLOT, (short) 1).where(Locking.among(sql, JOB.ID, begun)).execute();
    }
    return begun;
  }

  private List<Record2<Long, Long>> queue(Lane lane, Condition which, int most) {
    var query =
        sql.select(JOB.ID, JOB.ACCOUNT)
            .from(JOB)
            .where(
                JOB.STATUS.eq(literal(Status.READY)),
                JOB.LANE.eq(lane.name()),
                JOB.DUE_MS.le(now.toEpochMilli()),
                which)
            .orderBy(JOB.PRIORITY, JOB.FAIR_TAG, JOB.ID)
            .limit(most);
    return Locking.available(sql) ? query.forUpdate().skipLocked().fetch() : query.fetch();
  }

  /// How many places an account has left in all of its lanes.
  private int places(LaneRules.Account account) {
    if (Locking.available(sql)) {
      var _ = locked(account.name());
    }
    List<String> lanes = account.lanes().stream().map(Lane::name).toList();
    return account.most() - sql.fetchCount(JOB, JOB.LANE.in(lanes).and(Jobs.IN_PLACE));
  }

  /// The lane's row, locked: on PostgreSQL one program at a time looks for room in it.
  private LaneRecord locked(String lane) {
    var query = sql.selectFrom(LANE).where(LANE.NAME.eq(lane));
    LaneRecord row = (Locking.available(sql) ? query.forUpdate() : query).fetchOne();
    if (row == null) {
      Lanes.prepare(sql, lane);
      row = (Locking.available(sql) ? query.forUpdate() : query).fetchSingle();
    }
    return row;
  }

  /// How many places of a lane each person has.
  private Map<Long, Integer> busy(Lane lane) {
    return new HashMap<>(
        sql.select(JOB.ACCOUNT, DSL.count())
            .from(JOB)
            .where(JOB.LANE.eq(lane.name()), Jobs.IN_PLACE)
            .groupBy(JOB.ACCOUNT)
            .fetchMap(JOB.ACCOUNT, DSL.count()));
  }

  /// Counts the tokens that came in since the last look.
  ///
  /// @return how many there are
  private int refill(LaneRecord lane, LaneRules.Rate rate) {
    long most = rate.burst() * TOKEN;
    boolean unused = lane.getTokensMs() == 0;
    // A clock that was set back fills nothing, one that was set forward at most a burst.
    long passed = Math.max(0, now.toEpochMilli() - lane.getTokensMs());
    double come = passed / 1000.0 * rate.perSecond() * TOKEN;
    lane.setTokens(
        unused ? most : (long) Math.min((double) most, (double) lane.getTokens() + come));
    lane.setTokensMs(now.toEpochMilli());
    return (int) (lane.getTokens() / TOKEN);
  }

  private void spend(LaneRecord lane, LaneRules.Rate rate, int begun) {
    long left = lane.getTokens() - begun * TOKEN;
    lane.setTokens(left);
    if (left < TOKEN) {
      long wait = (long) Math.ceil((TOKEN - left) / (double) TOKEN / rate.perSecond() * 1000);
      lane.setPausedUntilMs(now.toEpochMilli() + wait);
    }
  }

  private List<Claim> claimed(List<Long> taken, String owner) {
    List<JobRecord> rows =
        sql.update(JOB)
            .set(JOB.STATUS, number(Status.RUNNING))
            .set(JOB.OWNER, owner)
            .set(JOB.CLAIM, JOB.CLAIM.plus(1))
            .set(JOB.CLAIMED_MS, now.toEpochMilli())
            .where(Locking.among(sql, JOB.ID, taken))
            .returning(CLAIMED)
            .fetch();
    Map<Long, Map<String, Outcome>> children =
        children(rows.stream().filter(Claims::begun).map(JobRecord::getId).toList());
    List<Claim> claims = new ArrayList<>();
    for (JobRecord row : rows) {
      Optional<Submission> open =
          row.getPaying() == 0 ? Optional.empty() : Submissions.open(sql, row.getId());
      claims.add(
          new Claim(
              new JobId(row.getId()),
              new JobCode(row.getCode()),
              row.getKind(),
              row.getRequest(),
              row.getState(),
              new Lane(row.getLane()),
              row.getAttempt() + 1,
              owner,
              row.getClaim(),
              row.getEnds(),
              children.getOrDefault(row.getId(), Map.of()),
              Claim.Flags.of(
                  row.getCancelled() != 0, row.getRefundedMs() != null, row.getParent() != null),
              open));
    }
    return claims;
  }

  /// Only a step that is written down can have started children.
  private static boolean begun(JobRecord row) {
    return !row.getState().isEmpty();
  }

  private Map<Long, Map<String, Outcome>> children(List<Long> parents) {
    if (parents.isEmpty()) {
      return Map.of();
    }
    Map<Long, Map<String, Outcome>> children = new HashMap<>();
    sql.selectFrom(JOB)
        .where(Locking.among(sql, JOB.PARENT, parents))
        .forEach(child ->
            SqlJobReader.outcome(child)
                .ifPresent(outcome ->
                    children
                        .computeIfAbsent(child.getParent(), _ -> new HashMap<>())
                        .put(child.getChildName(), outcome)));
    return children;
  }
}
