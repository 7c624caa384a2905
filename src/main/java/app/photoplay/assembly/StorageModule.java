package app.photoplay.assembly;

import app.photoplay.command.inbox.QuarantineStore;
import app.photoplay.database.SqlFileIndex;
import app.photoplay.database.SqlReuseStore;
import app.photoplay.operator.Housekeeping;
import app.photoplay.storage.ReuseCache;
import app.photoplay.storage.Sweep;
import java.util.List;

/// What is kept, and for how long.
final class StorageModule {
  private final Foundation foundation;
  private final BotSettings settings;
  private final ReuseCache reuse;

  StorageModule(Foundation foundation, BotSettings settings) {
    this.foundation = foundation;
    this.settings = settings;
    this.reuse =
        new ReuseCache(
            new SqlReuseStore(foundation.database()),
            foundation.files(),
            settings.reuse(),
            settings.reuseEntries(),
            foundation.time());
  }

  ReuseCache reuse() {
    return reuse;
  }

  Housekeeping housekeeping(QuarantineStore quarantine) {
    SqlFileIndex index = new SqlFileIndex(foundation.database());
    Sweep sweep =
        new Sweep(
            index,
            foundation.files(),
            List.of(StorageLayout.uploads(settings.data())),
            settings.keep(),
            settings.keepBytes(),
            foundation.time());
    return new Housekeeping(() -> {
      index.tidy(foundation.time().instant(), settings.reuse());
      sweep.run();
      quarantine.forget(foundation.time().instant().minus(settings.keep()));
    });
  }
}
