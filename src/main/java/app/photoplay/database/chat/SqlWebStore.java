package app.photoplay.database.chat;

import static app.photoplay.database.generated.Tables.WEB_ADMISSION;
import static app.photoplay.database.generated.Tables.WEB_MESSAGE;
import static app.photoplay.database.generated.Tables.WEB_VISITOR;

import app.photoplay.chat.web.WebMessage;
import app.photoplay.chat.web.WebSettings;
import app.photoplay.chat.web.WebStore;
import app.photoplay.database.Database;
import app.photoplay.database.generated.tables.records.WebMessageRecord;
import app.photoplay.database.sql.Locking;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// The web chat's messages in the database. Whoever alters a visitor's messages holds the visitor's
/// row until the commit, so that the counter rises in the order of the commits.
public final class SqlWebStore implements WebStore {
  /// Stands for all networks.
  private static final String EVERYWHERE = "";

  private final Database database;

  public SqlWebStore(Database database) {
    this.database = database;
  }

  @Override
  public Admission admit(String visitor, String network, long day, WebSettings.Visitors most) {
    return database.read(sql -> isKnown(sql, visitor))
        ? Admission.WELCOME
        : database.write(sql -> {
          sql.deleteFrom(WEB_ADMISSION).where(WEB_ADMISSION.DAY.lt(day - 1)).execute();
          // Whoever counts holds the day's row until the commit: only now is it clear whether the
          // same visitor has come by another request meanwhile.
          boolean room = count(sql, day, EVERYWHERE, most.perDay());
          boolean known = isKnown(sql, visitor);
          if (known || !room) {
            if (room) {
              giveBack(sql, day);
            }
            return known ? Admission.WELCOME : Admission.TOO_MANY_TODAY;
          }
          if (!count(sql, day, network, most.perNetwork())) {
            giveBack(sql, day);
            return Admission.TOO_MANY_THERE;
          }
          locked(sql, visitor);
          return Admission.WELCOME;
        });
  }

  private static void giveBack(DSLContext sql, long day) {
    sql.update(WEB_ADMISSION)
        .set(WEB_ADMISSION.VISITORS, WEB_ADMISSION.VISITORS.minus(1))
        .where(WEB_ADMISSION.DAY.eq(day), WEB_ADMISSION.NETWORK.eq(EVERYWHERE))
        .execute();
  }

  private static boolean isKnown(DSLContext sql, String visitor) {
    return sql.fetchExists(WEB_VISITOR, WEB_VISITOR.VISITOR.eq(visitor));
  }

  /// Counts one more in one statement; false when there are so many already.
  private static boolean count(DSLContext sql, long day, String network, int most) {
    return sql.insertInto(WEB_ADMISSION)
            .set(WEB_ADMISSION.DAY, day)
            .set(WEB_ADMISSION.NETWORK, network)
            .set(WEB_ADMISSION.VISITORS, 1)
            .onConflict(WEB_ADMISSION.DAY, WEB_ADMISSION.NETWORK)
            .doUpdate()
            .set(WEB_ADMISSION.VISITORS, WEB_ADMISSION.VISITORS.plus(1))
            .where(most == 0 ? DSL.noCondition() : WEB_ADMISSION.VISITORS.lt(most))
            .execute()
        > 0;
  }

  @Override
  public WebMessage add(String visitor, String id, boolean own, Instant time, String content) {
    WebMessage added =
        database.write(sql -> {
          long change = locked(sql, visitor);
          return row(sql, visitor, id)
              .map(SqlWebStore::message)
              .orElseGet(() -> {
                WebMessageRecord row = sql.newRecord(WEB_MESSAGE);
                row.setVisitor(visitor);
                row.setId(id);
                row.setNumber(lastNumber(sql, visitor) + 1);
                row.setChange(raise(sql, visitor, change));
                row.setTimeMs(time.toEpochMilli());
                row.setOwn((short) (own ? 1 : 0));
                row.setSeen((short) 0);
                row.setContent(content);
                row.insert();
                return message(row);
              });
        });
    database.instance().notifyOthers();
    return added;
  }

  @Override
  public Optional<WebMessage> replace(String visitor, String id, String content) {
    return change(visitor, id, row -> !row.getContent().equals(content), content, false);
  }

  @Override
  public Optional<WebMessage> see(String visitor, String id) {
    return change(visitor, id, row -> row.getSeen() == 0, "", true);
  }

  @Override
  public Optional<WebMessage> find(String visitor, String id) {
    return database.read(sql -> row(sql, visitor, id).map(SqlWebStore::message));
  }

  @Override
  public List<WebMessage> newest(String visitor, long before, int limit) {
    return database
        .read(sql ->
            sql.selectFrom(WEB_MESSAGE)
                .where(WEB_MESSAGE.VISITOR.eq(visitor), WEB_MESSAGE.NUMBER.lt(before))
                .orderBy(WEB_MESSAGE.NUMBER.desc())
                .limit(limit)
                .fetch(SqlWebStore::message))
        .reversed();
  }

  @Override
  public List<WebMessage> changedAfter(String visitor, long change, int limit) {
    return database.read(sql ->
        sql.selectFrom(WEB_MESSAGE)
            .where(WEB_MESSAGE.VISITOR.eq(visitor), WEB_MESSAGE.CHANGE.gt(change))
            .orderBy(WEB_MESSAGE.CHANGE)
            .limit(limit)
            .fetch(SqlWebStore::message));
  }

  @Override
  public Map<String, Long> lastChanges(Collection<String> visitors) {
    return database.read(sql ->
        sql.selectFrom(WEB_VISITOR)
            .where(WEB_VISITOR.VISITOR.in(visitors))
            .fetchMap(WEB_VISITOR.VISITOR, WEB_VISITOR.CHANGE));
  }

  @Override
  public long lastChange(String visitor) {
    return database.read(sql ->
        sql.selectFrom(WEB_VISITOR)
            .where(WEB_VISITOR.VISITOR.eq(visitor))
            .fetchOptional(row -> row.getChange())
            .orElse(0L));
  }

  private Optional<WebMessage> change(
      String visitor,
      String id,
      Predicate<WebMessageRecord> differs,
      String content,
      boolean seen) {
    Optional<WebMessage> found =
        database.write(sql -> {
          long change = locked(sql, visitor);
          return row(sql, visitor, id)
              .map(row -> {
                if (differs.test(row)) {
                  if (seen) {
                    row.setSeen((short) 1);
                  } else {
                    row.setContent(content);
                  }
                  row.setChange(raise(sql, visitor, change));
                  row.update();
                }
                return message(row);
              });
        });
    database.instance().notifyOthers();
    return found;
  }

  private static Optional<WebMessageRecord> row(DSLContext sql, String visitor, String id) {
    return sql.selectFrom(WEB_MESSAGE)
        .where(WEB_MESSAGE.VISITOR.eq(visitor), WEB_MESSAGE.ID.eq(id))
        .fetchOptional();
  }

  /// The visitor's counter, which nobody else alters before this transaction ends.
  private static long locked(DSLContext sql, String visitor) {
    sql.insertInto(WEB_VISITOR)
        .set(WEB_VISITOR.VISITOR, visitor)
        .set(WEB_VISITOR.CHANGE, 0L)
        .onConflictDoNothing()
        .execute();
    var row =
        sql.select(WEB_VISITOR.CHANGE).from(WEB_VISITOR).where(WEB_VISITOR.VISITOR.eq(visitor));
    return (Locking.available(sql) ? row.forUpdate() : row).fetchSingle().value1();
  }

  private static long raise(DSLContext sql, String visitor, long change) {
    sql.update(WEB_VISITOR)
        .set(WEB_VISITOR.CHANGE, change + 1)
        .where(WEB_VISITOR.VISITOR.eq(visitor))
        .execute();
    return change + 1;
  }

  private static long lastNumber(DSLContext sql, String visitor) {
    return sql.select(DSL.coalesce(DSL.max(WEB_MESSAGE.NUMBER), 0L))
        .from(WEB_MESSAGE)
        .where(WEB_MESSAGE.VISITOR.eq(visitor))
        .fetchSingle()
        .value1();
  }

  private static WebMessage message(WebMessageRecord row) {
    return new WebMessage(
        row.getId(),
        row.getNumber(),
        row.getChange(),
        Instant.ofEpochMilli(row.getTimeMs()),
        row.getOwn() != 0,
        row.getSeen() != 0,
        row.getContent());
  }
}
