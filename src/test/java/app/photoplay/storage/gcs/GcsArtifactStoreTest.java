package app.photoplay.storage.gcs;

import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.ArtifactStoreContract;
import app.photoplay.storage.bucket.BucketStorage;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.testkit.GcsServer;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;

class GcsArtifactStoreTest extends ArtifactStoreContract {
  private final GcsServer server = GcsServer.start().withBucket("photos");

  @AfterEach
  void close() {
    server.close();
  }

  @Override
  protected ArtifactStore store() {
    return new BucketStorage(
            GcsBucket.open("photos", server.settings()),
            "",
            new LocalArtifactStore(folder.resolve("copies"), InstantSource.system()),
            1 << 20,
            folder.resolve("waiting"),
            Duration.ZERO,
            InstantSource.system())
        .files();
  }

  /// Each goes over HTTP many times.
  @Override
  protected int rounds() {
    return 10;
  }
}
