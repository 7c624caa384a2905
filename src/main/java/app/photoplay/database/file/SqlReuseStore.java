package app.photoplay.database.file;

import static app.photoplay.database.generated.Tables.REUSE;

import app.photoplay.database.Database;
import app.photoplay.database.sql.Json;
import app.photoplay.job.Artifact;
import app.photoplay.storage.reuse.Fingerprint;
import app.photoplay.storage.reuse.ReuseStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was made before, in the database.
public final class SqlReuseStore implements ReuseStore {
  private final Database database;

  public SqlReuseStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<List<Artifact>> find(Fingerprint fingerprint, Instant since) {
    return database.read(sql ->
        sql.select(REUSE.ARTIFACTS)
            .from(REUSE)
            .where(
                REUSE.FINGERPRINT.eq(fingerprint.value()),
                REUSE.CREATED_MS.ge(since.toEpochMilli()))
            .fetchOptional(REUSE.ARTIFACTS)
            .map(Json::artifacts));
  }
}
