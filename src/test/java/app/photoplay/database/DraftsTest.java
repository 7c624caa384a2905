package app.photoplay.database;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.Person;
import app.photoplay.command.draft.Draft;
import app.photoplay.command.draft.Drafts;
import app.photoplay.command.draft.Drafts.Found;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.chat.SqlDrafts;
import app.photoplay.database.file.SqlFileIndex;
import app.photoplay.database.sql.Ids;
import app.photoplay.testkit.DatabaseKind;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The life of a draft.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class DraftsTest {
  private static final Conversation CHAT = new Conversation("test", "1", "", false);
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;
  private final DatabaseKind kind;
  private final SettableTime time = SettableTime.noon();
  private Database database;
  private Drafts drafts;
  private AccountId ann;
  private AccountId ben;

  DraftsTest(DatabaseKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    database = kind.fresh(folder).get();
    drafts = new SqlDrafts(database);
    SqlAccounts accounts = new SqlAccounts(database, new Ids(time));
    ann = accounts.of(new Person("test", "1", "en", ""), now());
    ben = accounts.of(new Person("test", "2", "en", ""), now());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void waitsForItsOwnerAlone() {
    Draft draft = saved("{}");

    assertThat(drafts.find(ann, draft.code(), 1, now())).isEqualTo(new Found.Open(draft));
    assertThat(drafts.find(ben, draft.code(), 1, now())).isEqualTo(new Found.Unknown());
    assertThat(drafts.latest(ann, CHAT, "photo", now())).contains(draft);
    assertThat(drafts.latest(ben, CHAT, "photo", now())).isEmpty();
  }

  @Test
  void countsItsChanges() {
    Draft first = saved("first");

    Draft second = drafts.change(first, "second").orElseThrow();

    assertThat(second.revision()).isEqualTo(2);
    assertThat(drafts.find(ann, first.code(), 2, now())).isEqualTo(new Found.Open(second));
    assertThat(drafts.find(ann, first.code(), 1, now())).isEqualTo(new Found.Changed(second));
  }

  @Test
  void letsNobodyChangeWhatHasChangedInTheMeantime() {
    Draft first = saved("first");
    drafts.change(first, "second");

    assertThat(drafts.change(first, "another second")).isEmpty();

    assertThat(drafts.latest(ann, CHAT, "photo", now()).map(Draft::payload)).contains("second");
  }

  @Test
  void saysWhenItEnded() {
    Draft draft = saved("{}");

    time.advance(DAY);

    assertThat(drafts.find(ann, draft.code(), 1, now())).isEqualTo(new Found.Ended(draft.ends()));
    assertThat(drafts.latest(ann, CHAT, "photo", now())).isEmpty();
  }

  @Test
  void isKeptForAWeekAfterItsEnd() {
    Draft draft = saved("{}");
    SqlFileIndex tidy = new SqlFileIndex(database);

    time.advance(DAY.multipliedBy(7));
    tidy.tidy(now(), DAY);
    assertThat(drafts.find(ann, draft.code(), 1, now())).isInstanceOf(Found.Ended.class);

    time.advance(DAY.multipliedBy(2));
    tidy.tidy(now(), DAY);
    assertThat(drafts.find(ann, draft.code(), 1, now())).isEqualTo(new Found.Unknown());
  }

  private Draft saved(String payload) {
    return drafts.save(ann, CHAT, "photo", payload, now(), DAY);
  }

  private Instant now() {
    return time.instant();
  }
}
