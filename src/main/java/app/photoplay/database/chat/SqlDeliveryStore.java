package app.photoplay.database.chat;

import static app.photoplay.database.generated.Tables.DELIVERY;
import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.generated.Tables.PLATFORM_FILE;
import static app.photoplay.database.sql.Numbers.number;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.database.Database;
import app.photoplay.database.generated.tables.records.DeliveryRecord;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.sql.OwnershipConditions;
import app.photoplay.delivery.Delivery;
import app.photoplay.delivery.DeliveryStore;
import app.photoplay.job.JobId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.UpdateSetFirstStep;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;

/// The outbox in the database.
public final class SqlDeliveryStore implements DeliveryStore {
  private final Database database;
  private final WaitingDeliveries waiting;

  /// The outbox.
  ///
  /// @param ids of new rows
  public SqlDeliveryStore(Database database, Ids ids) {
    this.database = database;
    this.waiting = new WaitingDeliveries(ids);
  }

  @Override
  public List<Delivery> take(Set<String> platforms) {
    String owner = owner();
    boolean free = database.read(sql -> sql.fetchExists(DELIVERY, free(platforms, owner)));
    return free
        ? database.write(sql ->
            sql
                .update(DELIVERY)
                .set(DELIVERY.OWNER, owner)
                .where(free(platforms, owner))
                .returning()
                .fetch(SqlDeliveryStore::delivery)
                .stream()
                .sorted(Comparator.comparingLong(Delivery::id))
                .toList())
        : List.of();
  }

  private static Condition free(Set<String> platforms, String owner) {
    return DELIVERY
        .STATE
        .lt(number(Delivery.State.DONE))
        .and(DELIVERY.PLATFORM.in(platforms))
        .and(OwnershipConditions.gone(DELIVERY.OWNER, owner));
  }

  @Override
  public List<Delivery> open() {
    return open(DSL.noCondition());
  }

  @Override
  public List<Delivery> open(JobId job) {
    return open(DELIVERY.JOB.eq(job.value()));
  }

  private List<Delivery> open(Condition which) {
    return database.read(sql ->
        sql.selectFrom(DELIVERY)
            .where(
                which, DELIVERY.STATE.lt(number(Delivery.State.DONE)), DELIVERY.OWNER.eq(owner()))
            .orderBy(DELIVERY.ID)
            .fetch(SqlDeliveryStore::delivery));
  }

  @Override
  public List<JobId> due() {
    return database.read(sql ->
        sql.select(DELIVERY.JOB)
            .from(DELIVERY)
            .where(DELIVERY.STATE.eq(number(Delivery.State.DUE)), DELIVERY.OWNER.eq(owner()))
            .fetch(row -> new JobId(row.value1())));
  }

  @Override
  public Optional<Delivery> find(long id) {
    return database.read(sql ->
        sql.selectFrom(DELIVERY)
            .where(DELIVERY.ID.eq(id), DELIVERY.OWNER.eq(owner()))
            .fetchOptional(SqlDeliveryStore::delivery));
  }

  @Override
  public void placed(long id, String message) {
    change(id, set -> set.set(DELIVERY.PLACEHOLDER, message));
  }

  @Override
  public void lost(long id) {
    change(id, set -> set.setNull(DELIVERY.PLACEHOLDER));
  }

  @Override
  public void move(long id, Delivery.State state) {
    change(id, set -> set.set(DELIVERY.STATE, number(state)));
  }

  @Override
  public void leaveWaiting(long id) {
    change(
        id,
        set ->
            set.set(DELIVERY.STATE, number(Delivery.State.GONE))
                .set(
                    DELIVERY.WAITS_FOR,
                    DSL.select(JOB.ACCOUNT).from(JOB).where(JOB.ID.eq(DELIVERY.JOB))));
  }

  @Override
  public boolean waits(AccountId account) {
    return database.read(sql -> sql.fetchExists(DELIVERY, WaitingDeliveries.of(account)));
  }

  @Override
  public List<JobId> readdress(AccountId account, Address to, Instant since) {
    return database.write(sql -> waiting.readdress(sql, account, to, owner(), since));
  }

  @Override
  public Optional<String> platformFile(String platform, String content) {
    return database.read(sql ->
        sql.select(PLATFORM_FILE.FILE)
            .from(PLATFORM_FILE)
            .where(PLATFORM_FILE.PLATFORM.eq(platform), PLATFORM_FILE.CONTENT.eq(content))
            .fetchOptional(PLATFORM_FILE.FILE));
  }

  @Override
  public void rememberFile(String platform, String content, String file, Instant now) {
    database.write(sql ->
        sql.insertInto(PLATFORM_FILE)
            .set(PLATFORM_FILE.PLATFORM, platform)
            .set(PLATFORM_FILE.CONTENT, content)
            .set(PLATFORM_FILE.FILE, file)
            .set(PLATFORM_FILE.CREATED_MS, now.toEpochMilli())
            .onConflict(PLATFORM_FILE.PLATFORM, PLATFORM_FILE.CONTENT)
            .doUpdate()
            .set(PLATFORM_FILE.FILE, file)
            .execute());
  }

  @Override
  public void forgetFile(String platform, String content) {
    database.write(sql ->
        sql.deleteFrom(PLATFORM_FILE)
            .where(PLATFORM_FILE.PLATFORM.eq(platform), PLATFORM_FILE.CONTENT.eq(content))
            .execute());
  }

  private void change(
      long id,
      Function<UpdateSetFirstStep<DeliveryRecord>, UpdateSetMoreStep<DeliveryRecord>> change) {
    database.write((DSLContext sql) ->
        change
            .apply(sql.update(DELIVERY))
            .where(DELIVERY.ID.eq(id), DELIVERY.OWNER.eq(owner()))
            .execute());
  }

  private String owner() {
    return database.instance().owner();
  }

  private static Delivery delivery(DeliveryRecord row) {
    Conversation conversation =
        new Conversation(
            row.getPlatform(), row.getChat(), row.getThread(), row.getGroupChat() != 0);
    return new Delivery(
        row.getId(),
        new JobId(row.getJob()),
        conversation,
        Optional.of(row.getReplyTo())
            .filter(it -> !it.isEmpty())
            .map(it -> new MessageRef(conversation, it)),
        row.getLanguage(),
        Optional.ofNullable(row.getPlaceholder()),
        Delivery.State.values()[row.getState()]);
  }
}
