package app.photoplay.database.postgres;

import app.photoplay.database.Database;

/// A broken line between an instance and its database.
public final class CutSession {
  private CutSession() {}

  /// Ends the session that shows that an instance lives.
  public static void of(Database database, String owner) {
    database.write(sql -> sql.fetch(InstanceSession.END, Long.valueOf(owner)).size());
  }
}
