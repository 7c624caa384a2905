package app.photoplay.operator;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// `/healthz`: the program answers. `/readyz`: it can take and finish work; else 503 with a
/// sentence per trouble. Notes are for the operator and change nothing.
public final class Health {
  private final Supplier<List<String>> troubles;
  private final Supplier<List<String>> notes;

  /// Health pages.
  ///
  /// @param troubles what stops work right now, in plain sentences without secrets; asked at each
  ///   call
  /// @param notes what the operator should know though all works, the same way
  public Health(Supplier<List<String>> troubles, Supplier<List<String>> notes) {
    this.troubles = troubles;
    this.notes = notes;
  }

  public void routes(RoutesConfig routes) {
    routes.get("/healthz", context -> context.json(Map.of("status", "up")));
    routes.get("/readyz", this::ready);
  }

  private void ready(Context context) {
    List<String> found = troubles.get();
    context
        .status(found.isEmpty() ? 200 : 503)
        .json(
            Map.of(
                "status",
                found.isEmpty() ? "ready" : "not ready",
                "troubles",
                found,
                "notes",
                notes.get()));
  }
}
