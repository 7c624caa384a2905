package app.photoplay.database.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.command.inbox.InboxStore;
import app.photoplay.database.Database;
import app.photoplay.database.DatabaseUnusable;
import app.photoplay.database.chat.SqlInboxStore;
import app.photoplay.database.upkeep.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

  @TempDir Path folder;

  @Test
  void copiesADatabaseThatIsInUse() throws Exception {
    Path data = folder.resolve("data");
    Path copy = folder.resolve("copy.db");
    try (Database database = Databases.open(data)) {
      new SqlInboxStore(database).record("test", "1", "kept", NOON);

      long bytes = Backup.make(data, copy);

      assertThat(bytes).isEqualTo(Files.size(copy));
      assertThat(new SqlInboxStore(database).record("test", "2", "later", NOON)).isTrue();
    }
    Files.createDirectories(folder.resolve("restored"));
    Files.move(copy, folder.resolve("restored").resolve("photoplay.db"));
    try (Database restored = Databases.open(folder.resolve("restored"))) {
      assertThat(new SqlInboxStore(restored).take(Set.of("test")))
          .extracting(InboxStore.Left::payload)
          .containsExactly("kept");
    }
  }

  @Test
  void overwritesNothing() throws Exception {
    Databases.open(folder).close();
    Path there = Files.writeString(folder.resolve("there"), "mine");

    assertThatThrownBy(() -> Backup.make(folder, there))
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("is not overwritten");
    assertThat(there).hasContent("mine");
  }

  @Test
  void saysThatThereIsNothingToCopy() {
    assertThatThrownBy(() -> Backup.make(folder, folder.resolve("copy.db")))
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("There is no database in");
  }
}
