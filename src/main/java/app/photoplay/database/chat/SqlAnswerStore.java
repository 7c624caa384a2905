package app.photoplay.database.chat;

import static app.photoplay.database.generated.Tables.ANSWER;

import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.database.Database;
import app.photoplay.database.generated.tables.records.AnswerRecord;
import app.photoplay.database.sql.OwnershipConditions;
import app.photoplay.delivery.Answer;
import app.photoplay.delivery.AnswerStore;
import app.photoplay.delivery.Reply;
import app.photoplay.job.Codec;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;

/// The answers in the database. A row is gone once it is said: nothing of it is kept.
public final class SqlAnswerStore implements AnswerStore {
  private static final Codec<OutboundMessage> MESSAGES = Codec.json(OutboundMessage.class);

  private final Database database;

  public SqlAnswerStore(Database database) {
    this.database = database;
  }

  @Override
  public List<Answer> take(Set<String> platforms) {
    String owner = database.instance().owner();
    Condition free =
        ANSWER.PLATFORM.in(platforms).and(OwnershipConditions.gone(ANSWER.OWNER, owner));
    return database.read(sql -> sql.fetchExists(ANSWER, free))
        ? database.write(sql ->
            sql.update(ANSWER).set(ANSWER.OWNER, owner).where(free).returning().fetch().stream()
                .map(SqlAnswerStore::answer)
                .sorted(Comparator.comparing(Answer::since).thenComparingInt(Answer::part))
                .toList())
        : List.of();
  }

  @Override
  public boolean open(Answer answer) {
    return database.read(sql -> sql.fetchExists(ANSWER, ours(answer)));
  }

  @Override
  public void done(Answer answer) {
    database.write(sql -> sql.deleteFrom(ANSWER).where(ours(answer)).execute());
  }

  private Condition ours(Answer answer) {
    return ANSWER
        .PLATFORM
        .eq(answer.reply().to().platform())
        .and(ANSWER.EVENT.eq(answer.update()))
        .and(ANSWER.PART.eq(answer.part()))
        .and(ANSWER.OWNER.eq(database.instance().owner()));
  }

  static AnswerRecord row(Answer answer, String owner) {
    Conversation to = answer.reply().to();
    AnswerRecord row = new AnswerRecord();
    row.setPlatform(to.platform());
    row.setEvent(answer.update());
    row.setPart(answer.part());
    row.setChat(to.chat());
    row.setThread(to.thread());
    row.setGroupChat((short) (to.group() ? 1 : 0));
    row.setReplaces(answer.reply().replaces().orElse(null));
    row.setMessage(MESSAGES.encode(answer.reply().message()));
    row.setOwner(owner);
    row.setCreatedMs(answer.since().toEpochMilli());
    return row;
  }

  private static Answer answer(AnswerRecord row) {
    Conversation to =
        new Conversation(
            row.getPlatform(), row.getChat(), row.getThread(), row.getGroupChat() != 0);
    return new Answer(
        row.getEvent(),
        row.getPart(),
        new Reply(to, Optional.ofNullable(row.getReplaces()), MESSAGES.decode(row.getMessage())),
        Instant.ofEpochMilli(row.getCreatedMs()));
  }
}
