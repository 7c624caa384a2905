package app.photoplay.assembly;

import app.photoplay.chat.button.ButtonSigner;
import app.photoplay.database.Database;
import app.photoplay.database.Instance;
import app.photoplay.database.account.SqlSecrets;
import app.photoplay.database.provider.SqlExperience;
import app.photoplay.database.sql.Ids;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.wording.Wording;
import java.time.Duration;
import java.time.InstantSource;

/// What every module stands on.
///
/// @param database stays the caller's to close
/// @param experience with those who are paid
public record Foundation(
    Database database,
    Ids ids,
    ArtifactStore files,
    Wording wording,
    InstantSource time,
    ButtonSigner buttons,
    SqlExperience experience,
    PortDecorator around) {

  public static Foundation of(
      Database database,
      ArtifactStore files,
      Wording wording,
      InstantSource time,
      PortDecorator around) {
    Ids ids = new Ids(time, database.instance()::number);
    ButtonSigner buttons =
        new ButtonSigner(new SqlSecrets(database).key("buttons", ButtonSigner.KEY_BYTES));
    SqlExperience experience = new SqlExperience(database, ids, time);
    return new Foundation(database, ids, files, wording, time, buttons, experience, around);
  }

  public Instance instance() {
    return database.instance();
  }

  /// Whether this program still has the right to the jobs it has claimed.
  boolean leased() {
    return instance().holdsFor(Duration.ZERO);
  }

  <T> T port(Class<T> type, T real) {
    return around.port(type, real);
  }
}
