package app.photoplay.operator;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// `/healthz`: the program answers. `/readyz`: it can take and finish work; else 503 with a
/// sentence per trouble.
public final class Health {
  private final Supplier<List<String>> troubles;

  /// Health pages.
  ///
  /// @param troubles what stops work right now, in plain sentences without secrets; asked at each
  ///   call
  public Health(Supplier<List<String>> troubles) {
    this.troubles = troubles;
  }

  public void routes(RoutesConfig routes) {
    routes.get("/healthz", context -> context.json(Map.of("status", "up")));
    routes.get("/readyz", this::ready);
  }

  private void ready(Context context) {
    List<String> found = troubles.get();
    context
        .status(found.isEmpty() ? 200 : 503)
        .json(Map.of("status", found.isEmpty() ? "ready" : "not ready", "troubles", found));
  }
}
