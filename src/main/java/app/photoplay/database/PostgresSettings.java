package app.photoplay.database;

/// How to reach a PostgreSQL database.
///
/// @param url `jdbc:postgresql://host:port/database`, without a password
/// @param user empty = as the system's user is called
/// @param password may be empty
/// @param connections the most that are open at the same time, besides one that shows that this
///   program lives
public record PostgresSettings(String url, String user, String password, int connections)
    implements DatabasePlace {
  @Override
  public String toString() {
    return url;
  }
}
