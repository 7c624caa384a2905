package app.photoplay.database.file;

import static app.photoplay.database.generated.Tables.ARTIFACT;
import static app.photoplay.database.generated.Tables.REUSE;

import app.photoplay.budget.AccountId;
import app.photoplay.database.Database;
import app.photoplay.database.sql.Json;
import app.photoplay.job.Artifact;
import app.photoplay.job.JobId;
import app.photoplay.storage.reuse.Fingerprint;
import app.photoplay.storage.reuse.ReuseStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

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

  @Override
  public void remember(
      Fingerprint fingerprint, AccountId owner, JobId job, List<Artifact> artifacts, Instant now) {
    String made = Json.artifacts(artifacts);
    database.write(sql -> {
      artifacts.forEach(artifact -> use(sql, artifact, now));
      return sql.insertInto(REUSE)
          .set(REUSE.FINGERPRINT, fingerprint.value())
          .set(REUSE.ACCOUNT, owner.value())
          .set(REUSE.JOB, job.value())
          .set(REUSE.ARTIFACTS, made)
          .set(REUSE.CREATED_MS, now.toEpochMilli())
          .onConflict(REUSE.FINGERPRINT)
          .doUpdate()
          .set(REUSE.JOB, job.value())
          .set(REUSE.ARTIFACTS, made)
          .set(REUSE.CREATED_MS, now.toEpochMilli())
          .execute();
    });
  }

  /// The sweep knows the file from now on.
  private static void use(DSLContext sql, Artifact artifact, Instant now) {
    sql.insertInto(ARTIFACT)
        .set(ARTIFACT.CONTENT, artifact.content())
        .set(ARTIFACT.BYTES, artifact.bytes())
        .set(ARTIFACT.CREATED_MS, now.toEpochMilli())
        .set(ARTIFACT.USED_MS, now.toEpochMilli())
        .onConflict(ARTIFACT.CONTENT)
        .doUpdate()
        .set(ARTIFACT.USED_MS, now.toEpochMilli())
        .execute();
  }
}
