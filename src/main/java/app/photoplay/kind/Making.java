package app.photoplay.kind;

import app.photoplay.provider.Work.Uploads;

/// Where the making of one piece of work is. A part of a kind's state, stored with it.
///
/// ```
///        ┌─ made on this machine ──> Here ──────────────────────────────┬──> done
/// route ─┤                                                              │
///        └─ a provider's ──> Uploading ──> Submitting ─ taken ─> Working ┘
///
/// each ─ it does not do it ─> the route's next candidate, or the end
/// ```
public sealed interface Making {
  Route route();

  /// It is made on this machine, from the beginning after a crash.
  record Here(Route route) implements Making {}

  /// Its files are brought to the provider.
  record Uploading(Route route) implements Making {}

  /// The provider is about to be given the work, or was when the program ended.
  record Submitting(Route route, Uploads uploads) implements Making {}

  /// The provider has the work.
  ///
  /// @param operation the provider's own name for it
  record Working(Route route, String operation) implements Making {}
}
