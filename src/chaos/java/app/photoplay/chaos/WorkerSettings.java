package app.photoplay.chaos;

import app.photoplay.database.DatabasePlace;
import app.photoplay.database.PostgresSettings;
import app.photoplay.job.Codec;
import java.nio.file.Path;

/// How one life of a worker is meant to be, as its process is told.
///
/// @param data a folder for files, and for the database when there is no server
/// @param server a PostgreSQL server as `jdbc:postgresql:...`; empty = SQLite
/// @param user of the server; the password is in the environment as `DATABASE_PASSWORD`
/// @param provider the address of the [ProviderServer]
/// @param folder tells workers apart that run side by side
/// @param from the first wish of the plan to place; orders that were placed before are recognised
/// @param faults whether the database is not to be relied on ([StoreFaults])
/// @param drain whether to place nothing and to end when there is nothing left to do
public record WorkerSettings(
    String data,
    String server,
    String user,
    String provider,
    long seed,
    int folder,
    int from,
    boolean drain,
    boolean faults,
    Break broken) {
  public static final Codec<WorkerSettings> CODEC = Codec.json(WorkerSettings.class);

  private static final int CONNECTIONS = 8;

  DatabasePlace place(String password) {
    return server.isEmpty()
        ? new DatabasePlace.Folder(Path.of(data))
        : new PostgresSettings(server, user, password, CONNECTIONS);
  }
}
