package app.photoplay.database.chat;

import static app.photoplay.database.generated.Tables.ARTIFACT;
import static app.photoplay.database.generated.Tables.DRAFT;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.Conversation;
import app.photoplay.command.Drafts;
import app.photoplay.database.Database;
import app.photoplay.database.file.FileNames;
import app.photoplay.database.generated.tables.records.DraftRecord;
import app.photoplay.job.JobCode;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Drafts in the database.
public final class SqlDrafts implements Drafts {
  private final Database database;

  public SqlDrafts(Database database) {
    this.database = database;
  }

  @Override
  public String save(Draft draft, Instant now) {
    String code = JobCode.of(ThreadLocalRandom.current().nextLong()).value();
    database.write(sql -> {
      // Used again: a sweep that is under way leaves the files alone.
      sql.update(ARTIFACT)
          .set(ARTIFACT.USED_MS, now.toEpochMilli())
          .where(ARTIFACT.CONTENT.in(FileNames.in(draft.payload())))
          .execute();
      return sql.insertInto(DRAFT)
          .set(DRAFT.CODE, code)
          .set(DRAFT.ACCOUNT, draft.account().value())
          .set(DRAFT.CONVERSATION, key(draft.conversation()))
          .set(DRAFT.PURPOSE, draft.purpose())
          .set(DRAFT.PAYLOAD, draft.payload())
          .set(DRAFT.CREATED_MS, now.toEpochMilli())
          .execute();
    });
    return code;
  }

  @Override
  public Optional<Draft> find(AccountId account, String code, Instant since) {
    return database.read(sql ->
        sql.selectFrom(DRAFT)
            .where(
                DRAFT.CODE.eq(code),
                DRAFT.ACCOUNT.eq(account.value()),
                DRAFT.CREATED_MS.ge(since.toEpochMilli()))
            .fetchOptional(SqlDrafts::draft));
  }

  @Override
  public Optional<Saved> latest(
      AccountId account, Conversation conversation, String purpose, Instant since) {
    return database.read(sql ->
        sql.selectFrom(DRAFT)
            .where(
                DRAFT.CONVERSATION.eq(key(conversation)),
                DRAFT.ACCOUNT.eq(account.value()),
                DRAFT.PURPOSE.eq(purpose),
                DRAFT.CREATED_MS.ge(since.toEpochMilli()))
            .orderBy(DRAFT.CREATED_MS.desc())
            .limit(1)
            .fetchOptional(row -> new Saved(row.getCode(), draft(row))));
  }

  @Override
  public void change(String code, String payload) {
    database.write(
        sql -> sql.update(DRAFT).set(DRAFT.PAYLOAD, payload).where(DRAFT.CODE.eq(code)).execute());
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
    return new Draft(new AccountId(row.getAccount()), in, row.getPurpose(), row.getPayload());
  }
}
