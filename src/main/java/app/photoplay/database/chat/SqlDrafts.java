package app.photoplay.database.chat;

import static app.photoplay.database.generated.Tables.ARTIFACT;
import static app.photoplay.database.generated.Tables.DRAFT;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.button.ButtonData;
import app.photoplay.chat.message.Conversation;
import app.photoplay.command.draft.Draft;
import app.photoplay.command.draft.Drafts;
import app.photoplay.database.Database;
import app.photoplay.database.file.FileNames;
import app.photoplay.database.generated.tables.records.DraftRecord;
import app.photoplay.job.JobCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Drafts in the database.
public final class SqlDrafts implements Drafts {
  private final Database database;

  public SqlDrafts(Database database) {
    this.database = database;
  }

  @Override
  public Draft save(
      AccountId account,
      Conversation conversation,
      String purpose,
      String payload,
      Instant now,
      Duration life) {
    DraftRecord row = new DraftRecord();
    row.setCode(JobCode.of(ThreadLocalRandom.current().nextLong()).value());
    row.setAccount(account.value());
    row.setConversation(key(conversation));
    row.setPurpose(purpose);
    row.setPayload(payload);
    row.setCreatedMs(now.toEpochMilli());
    row.setRevision(1);
    row.setEndsMs(now.plus(life).toEpochMilli());
    row.setOrdered(0);
    database.write(sql -> {
      use(sql, payload, now);
      return sql.insertInto(DRAFT).set(row).execute();
    });
    return draft(row);
  }

  /// Used again: a sweep that is under way leaves the files alone.
  private static void use(DSLContext sql, String payload, Instant now) {
    sql.update(ARTIFACT)
        .set(ARTIFACT.USED_MS, now.toEpochMilli())
        .where(ARTIFACT.CONTENT.in(FileNames.in(payload)))
        .execute();
  }

  @Override
  public Found find(AccountId account, String code, int revision, Instant now) {
    return database
        .read(sql ->
            sql.selectFrom(DRAFT)
                .where(DRAFT.CODE.eq(code), DRAFT.ACCOUNT.eq(account.value()))
                .fetchOptional())
        .<Found>map(row -> found(row, revision, now))
        .orElseGet(Found.Unknown::new);
  }

  private static Found found(DraftRecord row, int revision, Instant now) {
    Draft draft = draft(row);
    if (!draft.ends().isAfter(now)) {
      return new Found.Ended(draft.ends());
    }
    if (revision != ButtonData.ANY && revision != draft.revision()) {
      return new Found.Changed(draft);
    }
    return row.getOrdered() >= draft.revision() ? new Found.Ordered(draft) : new Found.Open(draft);
  }

  @Override
  public Optional<Draft> latest(
      AccountId account, Conversation conversation, String purpose, Instant now) {
    return database.read(sql ->
        sql.selectFrom(DRAFT)
            .where(open(account, conversation, purpose, now))
            .orderBy(DRAFT.CREATED_MS.desc())
            .limit(1)
            .fetchOptional(SqlDrafts::draft));
  }

  private static Condition open(
      AccountId account, Conversation conversation, String purpose, Instant now) {
    return DSL.and(
        DRAFT.CONVERSATION.eq(key(conversation)),
        DRAFT.ACCOUNT.eq(account.value()),
        DRAFT.PURPOSE.eq(purpose),
        DRAFT.ENDS_MS.gt(now.toEpochMilli()));
  }

  @Override
  public List<Draft> all(
      AccountId account, Conversation conversation, String purpose, Instant now) {
    return database.read(sql ->
        sql.selectFrom(DRAFT)
            .where(open(account, conversation, purpose, now))
            .orderBy(DRAFT.CREATED_MS)
            .fetch(SqlDrafts::draft));
  }

  @Override
  public void amend(Draft draft, String payload) {
    database.write(sql ->
        sql.update(DRAFT)
            .set(DRAFT.PAYLOAD, payload)
            .where(DRAFT.CODE.eq(draft.code()), DRAFT.REVISION.eq(draft.revision()))
            .execute());
  }

  @Override
  public Optional<Draft> change(Draft draft, String payload) {
    int next = draft.revision() + 1;
    int changed =
        database.write(sql ->
            sql.update(DRAFT)
                .set(DRAFT.PAYLOAD, payload)
                .set(DRAFT.REVISION, next)
                .where(DRAFT.CODE.eq(draft.code()), DRAFT.REVISION.eq(draft.revision()))
                .execute());
    return changed == 0
        ? Optional.empty()
        : Optional.of(
            new Draft(
                draft.code(),
                next,
                draft.account(),
                draft.conversation(),
                draft.purpose(),
                payload,
                draft.ends()));
  }

  @Override
  public void drop(String code) {
    database.write(sql -> sql.deleteFrom(DRAFT).where(DRAFT.CODE.eq(code)).execute());
  }

  private static String key(Conversation in) {
    return in.platform() + " " + in.chat() + " " + in.thread() + (in.group() ? " group" : "");
  }

  private static Draft draft(DraftRecord row) {
    String[] parts = row.getConversation().split(" ", -1);
    Conversation in = new Conversation(parts[0], parts[1], parts[2], parts.length > 3);
    return new Draft(
        row.getCode(),
        row.getRevision(),
        new AccountId(row.getAccount()),
        in,
        row.getPurpose(),
        row.getPayload(),
        Instant.ofEpochMilli(row.getEndsMs()));
  }
}
