package app.photoplay.operator.doctor;

import app.photoplay.database.DatabasePlace;
import app.photoplay.database.DatabaseUnusable;
import app.photoplay.database.upkeep.DatabaseCheck;
import app.photoplay.operator.doctor.Doctor.Check;
import app.photoplay.operator.doctor.Doctor.Finding;
import app.photoplay.provider.health.Drift;
import java.util.List;
import java.util.stream.Collectors;

/// Looks into the database without changing it.
public final class DatabaseChecks {
  private final DatabasePlace place;

  public DatabaseChecks(DatabasePlace place) {
    this.place = place;
  }

  public List<Check> all() {
    return List.of(new Check("database", this::database), new Check("updates", this::updates));
  }

  private Finding database() {
    try {
      return new Finding.Good(DatabaseCheck.run(place));
    } catch (DatabaseUnusable e) {
      return new Finding.Broken("cannot be used", String.valueOf(e.getMessage()));
    }
  }

  /// Whether providers charge what their models' prices say.
  public Finding prices() {
    try {
      List<Drift> drifts = DatabaseCheck.drifts(place);
      return drifts.isEmpty()
          ? new Finding.Good("providers charge what the prices of their models say")
          : new Finding.Missing(
              drifts.stream().map(Drift::sentence).collect(Collectors.joining("; ")),
              "Set the price below models in config.yaml.");
    } catch (DatabaseUnusable e) {
      return new Finding.Missing("not known", String.valueOf(e.getMessage()));
    }
  }

  private Finding updates() {
    try {
      return DatabaseCheck.putAside(place)
          .<Finding>map(kept ->
              new Finding.Missing(
                  kept.sentence(),
                  "Look at the database's table quarantine; it is emptied after storage.keep."))
          .orElseGet(() -> new Finding.Good("all that came could be read and recorded"));
    } catch (DatabaseUnusable e) {
      return new Finding.Missing("not known", String.valueOf(e.getMessage()));
    }
  }
}
