package app.photoplay.database.postgres;

import app.photoplay.database.DatabaseUnusable;
import app.photoplay.database.PostgresSettings;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Says in a sentence why a PostgreSQL database cannot be used, by the state its driver reports.
public final class Unreachable {
  private Unreachable() {}

  public static DatabaseUnusable because(PostgresSettings server, SQLException e) {
    String state = String.valueOf(e.getSQLState());
    String sentence =
        switch (state) {
          case "28P01", "28000" ->
              "The database "
                  + server
                  + " refuses the user or the password. Check database.user, and"
                  + " DATABASE_PASSWORD in .env or the environment.";
          case "3D000" ->
              "There is no database "
                  + server
                  + ". Create it, or correct its name in database.url.";
          case "42501" ->
              "The user of the database "
                  + server
                  + " may not do what Photoplay needs: "
                  + reason(e)
                  + ". Make it the owner of the database.";
          default ->
              "The database "
                  + server
                  + " cannot be reached: "
                  + reason(e)
                  + ". Start it, or check database.url and the network.";
        };
    return new DatabaseUnusable(sentence, e);
  }

  private static String reason(SQLException e) {
    @Nullable Throwable cause = e.getCause();
    String text =
        cause instanceof java.net.UnknownHostException unknown
            ? "there is no host " + unknown.getMessage()
            : cause instanceof java.io.IOException && cause.getMessage() != null
                ? cause.getMessage()
                : String.valueOf(e.getMessage());
    return text.strip().replaceAll("\\s+", " ").replaceAll("\\.+$", "");
  }
}
