package app.photoplay.storage.s3;

import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.ArtifactStoreContract;
import app.photoplay.storage.bucket.BucketStorage;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.testkit.S3Server;
import java.time.Duration;
import java.time.InstantSource;

class S3ArtifactStoreTest extends ArtifactStoreContract {
  @Override
  protected ArtifactStore store() {
    S3Server server = S3Server.shared();
    return new BucketStorage(
            server.open(server.newBucket()),
            "photos/",
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
