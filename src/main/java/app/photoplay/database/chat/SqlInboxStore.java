package app.photoplay.database.chat;

import static app.photoplay.database.generated.Tables.ANSWER;
import static app.photoplay.database.generated.Tables.INBOUND_EVENT;

import app.photoplay.command.inbox.InboxStore;
import app.photoplay.database.Database;
import app.photoplay.database.sql.OwnershipConditions;
import app.photoplay.delivery.Answer;
import app.photoplay.delivery.Reply;
import java.time.Instant;
import java.util.ArrayList;
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
  public List<Left> take(Set<String> platforms) {
    String owner = database.instance().owner();
    Condition left =
        INBOUND_EVENT
            .HANDLED_MS
            .isNull()
            .and(INBOUND_EVENT.PLATFORM.in(platforms))
            .and(OwnershipConditions.gone(INBOUND_EVENT.OWNER, owner));
    return database.read(sql -> sql.fetchExists(INBOUND_EVENT, left))
        ? database.write(sql ->
            sql.update(INBOUND_EVENT)
                .set(INBOUND_EVENT.OWNER, owner)
                .where(left)
                .returning(INBOUND_EVENT.RECEIVED_MS, INBOUND_EVENT.PAYLOAD)
                .fetch()
                .sortAsc(INBOUND_EVENT.RECEIVED_MS)
                .map(row -> new Left(row.getPayload(), Instant.ofEpochMilli(row.getReceivedMs()))))
        : List.of();
  }

  @Override
  public List<Answer> handled(String platform, String id, List<Reply> replies, Instant now) {
    String owner = database.instance().owner();
    List<Answer> answers = new ArrayList<>();
    replies.forEach(reply -> answers.add(new Answer(id, answers.size(), reply, now)));
    boolean ours =
        database.write(sql -> {
          int changed =
              sql.update(INBOUND_EVENT)
                  .set(INBOUND_EVENT.HANDLED_MS, now.toEpochMilli())
                  .setNull(INBOUND_EVENT.PAYLOAD)
                  .where(
                      INBOUND_EVENT.PLATFORM.eq(platform),
                      INBOUND_EVENT.EXTERNAL.eq(id),
                      INBOUND_EVENT.OWNER.eq(owner),
                      INBOUND_EVENT.HANDLED_MS.isNull())
                  .execute();
          if (changed == 1) {
            answers.forEach(
                answer -> sql.insertInto(ANSWER).set(SqlAnswerStore.row(answer, owner)).execute());
          }
          return changed == 1;
        });
    return ours ? List.copyOf(answers) : List.of();
  }
}
