package app.photoplay.database;

import static app.photoplay.database.generated.Tables.INBOUND_EVENT;

import app.photoplay.command.InboxStore;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;

/// The inbox in the database. What was handled is remembered by its id alone.
public final class SqlInboxStore implements InboxStore {
  private final Database database;

  public SqlInboxStore(Database database) {
    this.database = database;
  }

  @Override
  public boolean record(String platform, String id, String payload, Instant now) {
    return database.write(sql ->
        sql.insertInto(INBOUND_EVENT)
            .set(INBOUND_EVENT.PLATFORM, platform)
            .set(INBOUND_EVENT.EXTERNAL, id)
            .set(INBOUND_EVENT.RECEIVED_MS, now.toEpochMilli())
            .set(INBOUND_EVENT.PAYLOAD, payload)
            .set(INBOUND_EVENT.OWNER, database.instance().owner())
            .onConflictDoNothing()
            .execute())
        == 1;
  }

  @Override
  public List<String> take(Set<String> platforms) {
    String owner = database.instance().owner();
    Condition left =
        INBOUND_EVENT
            .HANDLED_MS
            .isNull()
            .and(INBOUND_EVENT.PLATFORM.in(platforms))
            .and(Owners.gone(INBOUND_EVENT.OWNER, owner));
    return database.read(sql -> sql.fetchExists(INBOUND_EVENT, left))
        ? database.write(sql ->
            sql.update(INBOUND_EVENT)
                .set(INBOUND_EVENT.OWNER, owner)
                .where(left)
                .returning(INBOUND_EVENT.RECEIVED_MS, INBOUND_EVENT.PAYLOAD)
                .fetch()
                .sortAsc(INBOUND_EVENT.RECEIVED_MS)
                .getValues(INBOUND_EVENT.PAYLOAD))
        : List.of();
  }

  @Override
  public void handled(String platform, String id, Instant now) {
    database.write(sql ->
        sql.update(INBOUND_EVENT)
            .set(INBOUND_EVENT.HANDLED_MS, now.toEpochMilli())
            .setNull(INBOUND_EVENT.PAYLOAD)
            .where(INBOUND_EVENT.PLATFORM.eq(platform), INBOUND_EVENT.EXTERNAL.eq(id))
            .execute());
  }
}
