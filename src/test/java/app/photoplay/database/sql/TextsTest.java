package app.photoplay.database.sql;

import static app.photoplay.database.generated.Tables.INBOUND_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.Person;
import app.photoplay.chat.web.WebMessage;
import app.photoplay.command.draft.Draft;
import app.photoplay.command.draft.Drafts;
import app.photoplay.database.Database;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.chat.SqlDrafts;
import app.photoplay.database.chat.SqlInboxStore;
import app.photoplay.database.chat.SqlWebStore;
import app.photoplay.database.generated.DefaultSchema;
import app.photoplay.testkit.DatabaseKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Texts that people send, with what not every database takes: the same on both.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class TextsTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
  private static final String ODD = "a\0b \uD83D c \uDE00 \uD83D\uDE00";
  private static final String CLEAN = "a\uFFFDb \uFFFD c \uFFFD \uD83D\uDE00";

  @TempDir Path folder;
  private final DatabaseKind kind;
  private Database database;

  TextsTest(DatabaseKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    database = kind.fresh(folder).get();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void keepsAnUpdateWithOddCharactersInItsIdAndItsText() {
    SqlInboxStore inbox = new SqlInboxStore(database);

    boolean first = inbox.record("test", ODD, ODD, NOON);
    boolean repeated = inbox.record("test", ODD, ODD, NOON);

    assertThat(first).isTrue();
    assertThat(repeated).isFalse();
    inbox.handled("test", ODD, List.of(), NOON);
    assertThat(inbox.take(Set.of("test"))).isEmpty();
    String id =
        database.read(
            sql -> sql.select(INBOUND_EVENT.EXTERNAL).from(INBOUND_EVENT).fetchSingle().value1());
    assertThat(id).isEqualTo(CLEAN);
  }

  @Test
  void findsThePersonAgainWhoseNameIsOdd() {
    SqlAccounts accounts = new SqlAccounts(database, new Ids(() -> NOON));
    Person odd = new Person("test", ODD, "en", "");

    assertThat(accounts.of(odd, NOON)).isEqualTo(accounts.of(odd, NOON));
  }

  @Test
  void keepsDraftsAndWebMessagesWithOddCharacters() {
    SqlAccounts accounts = new SqlAccounts(database, new Ids(() -> NOON));
    SqlDrafts drafts = new SqlDrafts(database);
    AccountId ann = accounts.of(new Person("test", "1", "en", ""), NOON);
    Conversation chat = new Conversation("test", "chat", "", false);
    SqlWebStore web = new SqlWebStore(database);

    drafts.save(ann, chat, "photo", ODD, NOON, Drafts.LONG);
    web.add(ODD, ODD, true, NOON, ODD);

    assertThat(drafts.latest(ann, chat, "photo", NOON).map(Draft::payload)).contains(CLEAN);
    assertThat(web.find(ODD, ODD).map(WebMessage::content)).contains(CLEAN);
    assertThat(web.replace(ODD, ODD, "other").map(WebMessage::content))
        .isEqualTo(Optional.of("other"));
  }

  @Test
  void keepsOddCharactersOutOfStatementsForManyRows() {
    database.write(sql ->
        sql.batch(
                sql.insertInto(INBOUND_EVENT)
                    .set(INBOUND_EVENT.PLATFORM, "x")
                    .set(INBOUND_EVENT.EXTERNAL, "x")
                    .set(INBOUND_EVENT.RECEIVED_MS, 0L))
            .bind("test", ODD, 1L)
            .bind("test", "fine", 2L)
            .execute()
            .length);

    int found =
        database.read(
            sql -> sql.fetchCount(INBOUND_EVENT, INBOUND_EVENT.EXTERNAL.in(CLEAN, "fine")));
    assertThat(found).isEqualTo(2);
  }

  @Test
  void everyTextColumnIsGuarded() {
    assertThat(
            DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .flatMap(Table::fieldStream)
                .filter(field -> field.getType() == String.class))
        .hasSizeGreaterThan(50)
        .allSatisfy(field -> assertThat(stored(field)).as(field.toString()).isEqualTo("a\uFFFD"));
  }

  private static <T> @Nullable Object stored(Field<T> field) {
    return field.getConverter().to(field.getType().cast("a\0"));
  }
}
