package app.photoplay.assembly;

import app.photoplay.command.inbox.QuarantineStore;
import app.photoplay.database.file.SqlFileIndex;
import app.photoplay.database.file.SqlReuseStore;
import app.photoplay.database.provider.SqlExperience;
import app.photoplay.operator.Housekeeping;
import app.photoplay.storage.reuse.ReuseCache;
import app.photoplay.storage.sweep.Sweep;
import app.photoplay.storage.upload.UploadStore;
import java.util.List;

/// What is kept, and for how long.
final class StorageModule {
  private final Foundation foundation;
  private final Settings settings;
  private final UploadStore uploads;
  private final ReuseCache reuse;

  StorageModule(Foundation foundation, Settings settings, UploadStore uploads) {
    this.uploads = uploads;
    this.foundation = foundation;
    this.settings = settings;
    this.reuse =
        new ReuseCache(
            new SqlReuseStore(foundation.database()),
            foundation.files(),
            settings.reuse().keep(),
            settings.reuse().memoryEntries(),
            foundation.time());
  }

  ReuseCache reuse() {
    return reuse;
  }

  Housekeeping housekeeping(QuarantineStore quarantine, SqlExperience experience) {
    SqlFileIndex index = new SqlFileIndex(foundation.database());
    Sweep sweep =
        new Sweep(
            index,
            foundation.files(),
            List.of(uploads.shelf()),
            settings.storage().keep(),
            settings.storage().maxSize(),
            foundation.time());
    return new Housekeeping(() -> {
      index.tidy(foundation.time().instant(), settings.reuse().keep());
      sweep.run();
      experience.tidy();
      quarantine.forget(foundation.time().instant().minus(settings.storage().keep()));
    });
  }
}
