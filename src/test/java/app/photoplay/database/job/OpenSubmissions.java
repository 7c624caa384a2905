package app.photoplay.database.job;

import app.photoplay.database.Database;
import app.photoplay.engine.Submission;
import app.photoplay.job.JobId;

/// A look at the submission of a job.
public final class OpenSubmissions {
  private OpenSubmissions() {}

  /// What the provider knows it by.
  public static String key(Database database, JobId job) {
    return database
        .read(sql -> Submissions.open(sql, job.value()))
        .map(Submission::key)
        .orElseThrow(() -> new AssertionError("nothing is open"));
  }
}
